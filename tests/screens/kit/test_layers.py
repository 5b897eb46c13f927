"""Sheets, toasts and the menu."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.harness import Stage


@pytest.fixture
def opened(stage: Stage) -> Any:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column
    from screens.widgets.sheet import Sheet
    from screens.widgets.text import Text

    stage.show(Column(Button("Behind")))
    shown = Sheet("Makeup", Text("Why wait?"), bottom=Button("Tell me")).open(stage.window)
    stage.wait(0.35)
    yield shown
    shown.close()
    stage.wait(0.3)


def test_a_sheet_hides_what_lies_behind(stage: Stage, opened: Any) -> None:
    assert stage.spoken() == [
        "dialog 'Makeup'", "heading 'Makeup'", "button 'Close'", "text 'Why wait?'", "button 'Tell me'",
    ]


def test_its_close_button_closes_it(stage: Stage, opened: Any) -> None:
    stage.tap("button", "Close")
    stage.wait(0.3)

    assert opened.parent is None


def test_a_tap_outside_closes_it_and_presses_nothing_behind(stage: Stage, opened: Any) -> None:
    stage.touch(195, 830)
    stage.wait(0.3)

    assert opened.parent is None


def test_a_tap_inside_does_not_close_it(stage: Stage, opened: Any) -> None:
    stage.tap("button", "Tell me")
    stage.wait(0.3)

    assert opened.parent is not None


def test_dragging_it_down_closes_it_and_a_short_drag_does_not(stage: Stage, opened: Any) -> None:
    x, y = stage.middle(opened.head)
    stage.touch(x, y, to=(x, y - 40))
    stage.wait(0.3)
    assert opened.parent is not None
    assert opened.drag == 0

    stage.touch(x, y, to=(x, y - 180))
    stage.wait(0.3)
    assert opened.parent is None


def test_on_a_desktop_it_is_a_panel_at_the_right(stage: Stage, opened: Any) -> None:
    stage.resize(1280, 800)

    assert opened.frame.size == [400, 800]
    assert opened.frame.pos == [880, 0]


def test_a_tall_sheet_leaves_some_of_the_screen_and_scrolls(stage: Stage) -> None:
    from screens.widgets.sheet import Sheet
    from screens.widgets.text import Text

    shown = Sheet("Long", *[Text(f"Line {n}") for n in range(80)]).open(stage.window)
    stage.wait(0.35)

    assert shown.frame.height == 844 - 60
    assert shown.page.column.height > shown.page.height
    shown.close()
    stage.wait(0.3)


def test_undo_is_offered_and_done_once(stage: Stage) -> None:
    from screens.widgets.toast import UndoBar

    undone: list[int] = []
    bar = UndoBar("Entry deleted", on_undo=lambda: undone.append(1)).show(stage.window)
    stage.wait(0.2)

    stage.tap("button", "Undo")
    stage.wait(0.3)

    assert undone == [1]
    assert bar.parent is None


def test_a_toast_goes_by_itself(stage: Stage) -> None:
    from screens.widgets.toast import Toast

    toast = Toast("Saved", stay=0.5).show(stage.window)
    stage.settle(2)
    assert stage.find("group", "Saved") is toast

    stage.wait_until(lambda: toast.parent is None)

    assert toast.parent is None


def test_the_bar_and_the_rail_show_the_same_places(stage: Stage) -> None:
    from screens.widgets.gallery import PLACES
    from screens.widgets.layout import Column
    from screens.widgets.nav import NavBar, Rail

    helped: list[int] = []
    bar, rail = NavBar(PLACES, "today"), Rail(PLACES, "today", on_help=lambda *_: helped.append(1))

    stage.show(Column(bar))
    stage.tap("tab", "Diary")
    assert bar.chosen == "diary"
    assert stage.find("tab", "Diary").selected
    assert not stage.find("tab", "Today").selected
    names = [c.name for c in stage.find_all("tab")]

    stage.show(rail)
    assert [c.name for c in stage.find_all("tab")] == names
    stage.tap("button", "Feels wrong?")
    assert helped == [1]
