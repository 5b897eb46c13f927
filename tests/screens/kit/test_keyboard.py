"""The keyboard: Tab, Enter, arrows, Escape."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.harness import Stage


def at() -> str:
    from screens.widgets.focus import focus

    return str(focus.control.name)


def test_tab_walks_in_reading_order_and_round(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.page import Page
    from screens.widgets.text import Text

    stage.show(Page(Button("One"), Text("Words"), Button("Off", disabled=True), Button("Two")))
    walk = []
    for _ in range(3):
        stage.key("tab")
        walk.append(at())
    stage.key("tab", shift=True)

    assert walk == ["One", "Two", "One"]
    assert at() == "Two"


def test_enter_and_space_press(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column

    pressed: list[int] = []
    stage.show(Column(Button("Go", on_press=lambda *_: pressed.append(1))))
    stage.key("tab")

    stage.key("enter")
    stage.key("space")

    assert pressed == [1, 1]


def test_keys_without_a_focused_control_do_nothing(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column

    pressed: list[int] = []
    stage.show(Column(Button("Go", on_press=lambda *_: pressed.append(1))))

    stage.key("enter")

    assert pressed == []


def test_arrows_move_a_choice(stage: Stage) -> None:
    from screens.widgets.choices import PillGroup
    from screens.widgets.layout import Column

    group = PillGroup([(3, "3 days"), (14, "2 weeks"), (0, "Before")], chosen=3)
    stage.show(Column(group))
    stage.key("tab")

    stage.key("right")
    assert (group.chosen, at()) == (14, "2 weeks")
    stage.key("left")
    stage.key("left")
    assert (group.chosen, at()) == (0, "Before")


def test_focus_brings_the_control_on_the_screen(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.page import Page

    page = stage.show(Page(*[Button(f"Button {n}") for n in range(40)], spacing=8))
    for _ in range(30):
        stage.key("tab")

    button = stage.find("button", at())
    _, low = button.to_window(button.x, button.y)
    assert at() == "Button 29"
    assert page.y <= low <= page.top - button.height


def test_the_outline_goes_with_a_touch(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.focus import focus
    from screens.widgets.layout import Column

    stage.show(Column(Button("One")))
    stage.key("tab")
    assert focus.by_keyboard

    stage.touch(300, 20)

    assert not focus.by_keyboard


def sheet(stage: Stage, closed: list[int]) -> Any:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column
    from screens.widgets.sheet import Sheet

    stage.show(Column(Button("Behind")))
    shown = Sheet("Makeup", Button("Inside"), on_close=lambda *_: closed.append(1)).open(stage.window)
    stage.wait(0.35)
    return shown


def test_tab_stays_inside_an_open_sheet(stage: Stage) -> None:
    sheet(stage, [])
    walk = []
    for _ in range(3):
        stage.key("tab")
        walk.append(at())

    assert walk == ["Close", "Inside", "Close"]
    stage.key("escape")
    stage.wait(0.3)


def test_escape_closes_the_top_layer(stage: Stage) -> None:
    closed: list[int] = []
    sheet(stage, closed)
    assert next(c.role for c in stage.find_all()) == "dialog"

    stage.key("escape")
    stage.wait(0.3)

    assert closed == [1]
    assert stage.spoken() == ["button 'Behind'"]


@pytest.mark.parametrize("dark", [False, True])
def test_the_outline_is_seen_on_every_ground(stage: Stage, dark: bool) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.focusring import FocusRing
    from screens.widgets.theme import theme

    def light(rgba: Any) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in rgba[:3]]
        return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])

    def contrast(one: Any, other: Any) -> float:
        low, high = sorted((light(one), light(other)))
        return (high + 0.05) / (low + 0.05)

    theme.dark = dark
    ring = FocusRing()
    ring.show(stage.show(Button("Save")))
    grounds = (theme.bg, theme.card, theme.hero, theme.heroHi, theme.danger, theme.sand)
    theme.dark = False

    for ground in grounds:
        assert max(contrast(colour.rgba, ground) for colour in (ring._color, ring._halo_color)) >= 3
    ring.show(None)
