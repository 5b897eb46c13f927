"""What Learn draws with: numbers behind a text, an axis of days, a search that is never cut."""
from __future__ import annotations

from typing import Any

import pytest
from kivy.metrics import dp

from tests.screens.aid.looks import misfits
from tests.screens.harness import Stage


@pytest.fixture
def stage() -> Any:
    one = Stage.open(390, 844)
    yield one
    one.clear()


def shown(stage: Any, widget: Any, width: float) -> Any:
    """A widget of this width in dp."""
    from screens.widgets.layout import Column

    box = Column(widget, size_hint_x=None, width=dp(width))
    stage.show(box)
    stage.settle(4)
    return widget


@pytest.mark.parametrize("width", [120, 200, 320])
def test_numbers_stay_inside_however_many_there_are(stage: Any, width: int) -> None:
    from screens.widgets.citedtext import CitedText

    text = shown(stage, CitedText("It fades in some days.", range(1, 15), "Sources 1 to 14."), width)
    assert misfits(text.parent) == []
    assert text.name == "It fades in some days. Sources 1 to 14."


def test_numbers_take_no_line_of_their_own_where_there_is_room(stage: Any) -> None:
    from screens.widgets.citedtext import CitedText

    bare = shown(stage, CitedText("It fades."), 320).height
    assert shown(stage, CitedText("It fades.", [1, 2]), 320).height == bare


def test_numbers_in_a_row_are_drawn_as_one(stage: Any) -> None:
    from screens.widgets.citedtext import runs

    assert runs([5, 6, 10, 11, 12, 13, 14, 16]) == ["5", "6", "10–14", "16"]


def test_numbers_stay_together_on_a_line_of_their_own_where_they_fit_it(stage: Any) -> None:
    from screens.widgets.citedtext import CitedText

    text = shown(stage, CitedText("It fades in some days.", [1, 3, 5, 7, 9]), 200)
    assert {row for _x, row, _wide in text._spots} == {1}


def test_an_axis_leaves_out_words_that_have_no_room(stage: Any) -> None:
    from screens.widgets.usualbars import DayAxis

    ticks = [(0.0, "Session"), (1 / 3, "Day 1"), (2 / 3, "Day 2"), (1.0, "Day 3")]
    wide = shown(stage, DayAxis(ticks), 320)
    assert [paint.token for paint in wide.paints] == ["ink2"] * 4
    narrow = shown(stage, DayAxis(ticks), 130)
    # then the first and the last always stand there
    tokens = [paint.token for paint in narrow.paints]
    assert (tokens[0], tokens[-1]) == ("ink2", "ink2")
    assert None in tokens
    assert misfits(narrow.parent) == []


def test_a_search_can_be_cleared_by_its_button_alone(stage: Any) -> None:
    from screens.widgets.searchfield import SearchField

    typed: list[str] = []
    field = shown(stage, SearchField("Search", "Search 31 short guides", "Clear"), 320)
    field.bind(text=lambda _field, text: typed.append(text))
    assert stage.find_all("button", "Clear") == []
    field.entry.line.text = "sun"
    stage.settle(3)
    stage.tap("button", "Clear")
    assert typed == ["sun", ""]
    assert stage.find("textbox", "Search").value == ""


def test_a_hint_wraps_instead_of_being_cut(stage: Any) -> None:
    from screens.widgets.searchfield import SearchField

    words = "Search thirty-one short guides about your skin"
    wide = shown(stage, SearchField("Search", words, "Clear"), 600).height
    narrow = shown(stage, SearchField("Search", words, "Clear"), 160)
    assert narrow.height > wide
    assert misfits(narrow.parent) == []
