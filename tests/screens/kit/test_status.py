"""Status is icon, word and colour, in tiles, chips and counts."""
from __future__ import annotations

import pytest

from tests.screens.harness import Stage


def test_a_tile_says_all_it_shows(stage: Stage) -> None:
    from screens.widgets.tiles import Tile

    stage.show(Tile("lipstick", "not_yet", "", "Makeup", "OK in 5 h 12 min", 0.9))

    assert stage.spoken() == ["button 'Makeup. Not yet. OK in 5 h 12 min'"]


def test_a_tile_changes_its_words_without_being_made_anew(stage: Stage) -> None:
    from screens.widgets.tiles import Tile

    tile = stage.show(Tile("lipstick", "not_yet", "", "Makeup", "OK in 1 min", 0.9))

    tile.state, tile.line, tile.fraction = "ok", "Ended 15:00", 1.0
    stage.settle(1)

    assert tile.name == "Makeup. OK now. Ended 15:00"


def test_a_long_status_goes_under_the_name(stage: Stage) -> None:
    from screens.widgets.layout import Grid2
    from screens.widgets.tiles import Tile

    short = Tile("pill", "ask", "Ask first", "Aspirin", "Keep it")
    long = Tile("pill", "ask", "Ask your clinic", "Aspirin", "Keep it")
    alone = short.fit(170), long.fit(170)
    stage.show(Grid2(short, long))

    assert alone[1] > alone[0]


def test_an_unknown_state_names_the_states_there_are() -> None:
    from screens.widgets.status import look

    with pytest.raises(ValueError, match="'maybe' is none of not_yet, with_care, ask, ok"):
        look("maybe")


def test_a_count_filters_and_says_that_it_does(stage: Stage) -> None:
    from screens.widgets.layout import Spread
    from screens.widgets.status import CountPill

    pill = CountPill("ask", 4, "Ask clinic")
    stage.show(Spread(CountPill("ok", 2, "OK"), pill, spacing=7))
    assert stage.spoken() == ["button 'OK: 2'", "button 'Ask clinic: 4'"]

    pill.on = True

    assert stage.spoken()[1] == "button 'Ask clinic: 4' selected"


def test_counts_fill_the_width_and_go_two_by_two_in_large_text(stage: Stage) -> None:
    from screens.widgets.layout import Column, Spread
    from screens.widgets.status import CountPill
    from screens.widgets.theme import theme

    pills = [CountPill(s, 2) for s in ("ok", "with_care", "not_yet")] + [CountPill("ask", 4, "Ask clinic")]
    stage.show(Column(Spread(*pills, spacing=7), padding=[20, 0, 20, 0]))
    assert len({p.y for p in pills}) == 1
    assert pills[-1].right == pytest.approx(370, abs=1)

    theme.text_scale = 2.0
    stage.settle(2)

    assert len({p.y for p in pills}) == 2
    assert pills[0].width == pills[3].width
