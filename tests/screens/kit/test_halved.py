"""Cards in two columns: of like height, read down the left one first, and still under a finger."""
from __future__ import annotations

from typing import Any

from tests.screens.harness import Stage


def cards(*heights: float) -> Any:
    from kivy.uix.widget import Widget

    from screens.widgets.halved import Halved

    return Halved(*(Widget(size_hint_y=None, height=tall) for tall in heights), spacing=10)


def columns(box: Any) -> list[int]:
    return [int(child.x > box.center_x) for child in reversed(box.children)]


def test_one_column_on_a_phone(stage: Stage) -> None:
    from screens.widgets.page import Page

    box = cards(100, 100, 100)
    stage.show(Page(box))

    assert columns(box) == [0, 0, 0]
    assert box.height == 320


def test_two_columns_of_like_height_in_a_wide_window(stage: Stage) -> None:
    from screens.widgets.page import WIDE_DP, Page

    stage.resize(1280, 800)
    box = cards(300, 100, 100, 90)
    stage.show(Page(box, measure_dp=WIDE_DP))

    assert columns(box) == [0, 1, 1, 1]
    assert box.height == 310


def test_a_card_that_grows_moves_none_to_the_other_column(stage: Stage) -> None:
    from screens.widgets.page import WIDE_DP, Page

    stage.resize(1280, 800)
    box = cards(100, 100, 100, 100)
    stage.show(Page(box, measure_dp=WIDE_DP))
    before = columns(box)

    box.children[-1].height = 600
    stage.settle()

    assert columns(box) == before == [0, 0, 1, 1]
    assert box.height == 710


def test_large_text_has_one_column(stage: Stage) -> None:
    from screens.widgets.page import WIDE_DP, Page
    from screens.widgets.theme import theme

    stage.resize(1280, 800)
    theme.text_scale = 1.3
    box = cards(100, 100)
    stage.show(Page(box, measure_dp=WIDE_DP))

    assert columns(box) == [0, 0]
