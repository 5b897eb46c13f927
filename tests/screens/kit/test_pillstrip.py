"""The line of pills: one line on a phone that is drawn sideways, and lines that wrap in large text."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.harness import Stage

GROUPS = [("", "All"), ("before", "Before"), ("after", "After"), ("signs", "Warning signs"), ("proc", "Procedures")]


@pytest.fixture
def strip(stage: Stage) -> Any:
    from screens.widgets.page import Page
    from screens.widgets.pillstrip import PillStrip

    made = PillStrip(GROUPS, "", name="Groups")
    stage.show(Page(made))
    return made


def middle(stage: Stage, strip: Any, key: str) -> tuple[float, float]:
    return stage.middle(strip.parts[key])


def lines(strip: Any) -> int:
    return len({round(pill.y) for pill in strip.parts.values()})


def test_stands_on_one_line_and_leads_to_the_edge_of_the_phone(stage: Stage, strip: Any) -> None:
    left, _ = strip.parts[""].to_window(*strip.parts[""].pos)
    edge, _ = strip.sideways.to_window(strip.sideways.right, 0)

    assert lines(strip) == 1
    assert round(left) == 20
    assert round(edge) == stage.window.width


def test_a_finger_draws_it_and_chooses_nothing(stage: Stage, strip: Any) -> None:
    x, y = middle(stage, strip, "after")

    stage.touch(x, y, to=(x - 150, y))
    stage.settle(8)

    assert middle(stage, strip, "after")[0] < x - 60
    assert strip.chosen == ""


def test_a_finger_that_starts_on_it_still_scrolls_the_page(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.page import Page
    from screens.widgets.pillstrip import PillStrip

    made = PillStrip(GROUPS, "", name="Groups")
    page = stage.show(Page(Button("Head", size_hint_y=None), made, *(Button(f"Row {n}") for n in range(40))))
    x, y = middle(stage, made, "after")

    stage.touch(x, y, to=(x, y + 200))
    stage.settle(8)

    assert page.scroll_y < 1
    assert made.chosen == ""


def test_choosing_one_that_is_out_of_sight_brings_it_in(stage: Stage, strip: Any) -> None:
    stage.tap("radio", "Procedures")

    pill = strip.parts["proc"]
    assert strip.chosen == "proc"
    assert pill.to_window(pill.right, 0)[0] <= stage.window.width


def test_the_arrow_keys_bring_each_into_sight(stage: Stage, strip: Any) -> None:
    stage.key("tab")
    for _ in GROUPS[1:]:
        stage.key("right")

    pill = strip.parts["proc"]
    assert strip.chosen == "proc"
    assert pill.to_window(pill.x, 0)[0] >= 0
    assert pill.to_window(pill.right, 0)[0] <= stage.window.width


def test_wraps_in_large_text_and_in_a_wide_window(stage: Stage, strip: Any) -> None:
    from screens.widgets.theme import theme

    theme.text_scale = 1.3
    stage.settle()
    large, room = lines(strip), max(pill.right for pill in strip.parts.values())
    theme.text_scale = 1.0
    stage.resize(1280, 800)
    strip.size_hint_x, strip.width = None, 300
    stage.settle()

    assert large > 1
    assert room <= 350
    assert lines(strip) > 1


def test_the_outline_of_the_keyboard_stands_inside_the_line(stage: Stage, strip: Any) -> None:
    from kivy.metrics import dp

    pill = strip.parts["before"]
    below = pill.to_window(*pill.pos)[1] - strip.sideways.to_window(*strip.sideways.pos)[1]

    # 2 dp of gap, 3 of line and 2 around it
    assert below >= dp(7) - 1
    assert strip.sideways.height - below - pill.height >= dp(7) - 1
