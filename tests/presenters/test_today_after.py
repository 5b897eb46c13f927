"""Today after a session."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from aftercare.core.session import ClinicOverride
from aftercare.presenters.today import build_state, next_tick, respond
from aftercare.presenters.today_state import Mode, TodayState, TodayView
from aftercare.services.snapshot import build
from tests.presenters.today_cases import ALL, BERLIN, CATALOGUE, at, session, tile, today

NOW = "2026-06-10T09:48"


def test_the_hero_names_the_next_change_and_counts_down_to_it() -> None:
    # given a face session that ended on Monday at 15:00
    # when it is Wednesday morning
    hero = today([session()], NOW).hero
    # then what ends first, the creams after 48 hours, is the answer
    assert (hero.lead, hero.countdown, hero.when) == ("Own creams are OK in", "5 h 12 min", "Today at 15:00")
    assert (hero.title, hero.subtitle, hero.summary) == ("Day 2 after", "Face, injections", "0 of 12 OK again")
    assert (hero.segments, hero.ended, hero.upcoming) == (12, 0, 1)
    assert hero.fraction == pytest.approx((42 + 48 / 60 + 0.5) / 48.5)


def test_several_limits_that_end_together_are_counted() -> None:
    state = today([session()], "2026-06-10T16:00")
    assert state.hero.lead == "11 things are OK in"
    assert (state.hero.summary, state.hero.ended, state.hero.upcoming) == ("1 of 12 OK again", 1, 11)
    assert "Next: Makeup and 10 more" in state.hero.spoken


def test_while_it_heals_the_card_leads_to_the_check_in() -> None:
    card = today([session()], NOW).card
    assert card is not None
    assert (card.title, card.subtitle) == ("How is your skin?", "Takes 1 minute")
    assert (card.action, card.intent) == ("Check in", "check-in")


def test_the_ring_speaks_as_one_sentence() -> None:
    hero = today([session()], NOW).hero
    assert hero.spoken == (
        "0 of 12 limits have ended. Next: Own creams, in 5 hours 12 minutes, today, 15:00."
    )


def test_tiles_say_until_when_and_what_ends_first_stands_first() -> None:
    state = today([session()], NOW, ALL)
    assert [tile.activity for tile in state.tiles][:2] == ["own-skincare", "makeup"]
    assert [tile.tone for tile in state.tiles] == ["not_yet"] * 12 + ["ask"] * 4
    creams, makeup = tile(state, "own-skincare"), tile(state, "makeup")
    assert (creams.word, creams.line) == ("Not yet", "OK in 5 h 12 min")
    assert makeup.line == "Tomorrow, 15:00"
    assert creams.spoken == "Own creams. Not yet. OK in 5 hours 12 minutes. Opens details."


def test_eight_tiles_are_shown_until_all_are_asked_for() -> None:
    state = today([session()], NOW)
    assert (len(state.tiles), state.more) == (8, "See all 16")
    more = today([session()], NOW, respond(TodayView(), state, "see-all", {}))
    assert (len(more.tiles), more.more) == (16, "")


def test_a_count_pill_filters_and_filters_no_more_when_pressed_again() -> None:
    # given the whole screen
    state = today([session()], NOW)
    assert [(pill.count, pill.word) for pill in state.counts] == [(12, "Not yet"), (4, "Ask clinic")]
    # when the fourth state is chosen
    view = respond(TodayView(), state, "filter", {"state": "ask"})
    asked = today([session()], NOW, view)
    # then only these are shown, with a question to send, and the pill says how to go back
    assert {tile.tone for tile in asked.tiles} == {"ask"}
    assert asked.more == "Show all 16"
    assert asked.note is not None
    assert "When may I wash my hair" in asked.note.payload["text"]
    assert asked.counts[-1].spoken == "Shows only Ask clinic. Tap again for all."
    # and when it is pressed again, all come back
    assert respond(view, asked, "filter", {"state": "ask"}).filter == ""


@pytest.mark.parametrize("now", ["2026-06-08T14:40", "2026-06-08T20:00", NOW, "2026-06-12T09:00"])
def test_aspirin_is_always_a_question_and_never_counted(now: str) -> None:
    state = today([session()], now, ALL)
    aspirin = tile(state, "aspirin")
    assert (aspirin.tone, aspirin.word, aspirin.fraction) == ("ask", "Ask first", None)
    assert aspirin.line == "Prescribed? Keep taking it."
    assert "spirin" not in state.hero.lead
    assert state.hero.segments == 12


def test_a_tile_that_ends_stays_in_its_place_and_turns_green() -> None:
    # given the tiles as they stood a minute before the creams end
    earlier = today([session()], "2026-06-10T14:59", ALL)
    # when the view is kept and the limit has ended
    later = today([session()], "2026-06-10T15:00", earlier.view)
    # then the order is the same and the tile is green
    assert [t.activity for t in later.tiles] == [t.activity for t in earlier.tiles]
    assert tile(later, "own-skincare").tone == "ok"
    assert tile(later, "own-skincare").line == "Ended today, 15:00"
    assert later.hero.ended == earlier.hero.ended + 1


def test_with_care_says_what_is_fine_and_until_when() -> None:
    state = today([session("oxygen")], "2026-06-09T09:48", ALL)
    assert tile(state, "sun").line == "SPF 50 and shade\nUntil Thu, 15:00"
    assert tile(state, "sun").tone == "with_care"
    assert tile(state, "massage").line == "No rule found"


def test_a_limit_after_which_no_time_is_known_never_promises_ok() -> None:
    # given exercise, which is limited on the day and unknown after it
    exercise = tile(today([session()], "2026-06-08T20:00", ALL), "exercise")
    assert exercise.line == "Light walks only\nThen ask your clinic"
    assert exercise.spoken.startswith("Exercise. With care. Light walks only. Then ask your clinic.")
    assert "OK" not in exercise.spoken


def test_the_clinics_word_counts_and_is_named() -> None:
    fine = ClinicOverride("o", "a", "makeup", None, at("2026-06-08T16:00"))
    state = today([session()], NOW, ALL, overrides=[fine])
    assert (tile(state, "makeup").tone, tile(state, "makeup").line) == ("ok", "OK, said your clinic")
    assert state.hero.segments == 11


def test_during_the_session_nothing_counts_down() -> None:
    state = today([session()], "2026-06-08T14:40")
    assert state.mode is Mode.DURING
    assert (state.hero.lead, state.hero.countdown) == ("Your session is now", "Until 15:00")
    assert not state.hero.counting
    assert next_tick(state) == at("2026-06-08T15:00")


def test_when_all_limits_are_over_the_ring_is_whole() -> None:
    state = today([session()], "2026-06-12T09:00")
    assert state.mode is Mode.RECOVERED
    assert (state.hero.lead, state.hero.when) == ("All 12 OK", "since Thu 11 June, 15:00")
    assert state.hero.ended == state.hero.segments == 12
    # what is still a question comes first
    assert [tile.tone for tile in state.tiles][:5] == ["ask", "ask", "ask", "ask", "ok"]


def test_signs_are_normal_then_fading_then_over_and_then_left_out() -> None:
    def lines(now: str) -> dict[str, str]:
        card = today([session(technique="papule")], now).signs
        return {row.symptom: row.line for row in card.rows} if card else {}

    assert lines("2026-06-10T09:48")["papules"] == "Normal with this method. They flatten by day 2."
    assert lines("2026-06-10T15:01")["papules"] == "They should be gone. Still there? Call your clinic."
    assert "papules" not in lines("2026-06-11T15:01")
    assert lines("2026-06-12T09:00")["bruise"] == "Fading is fine. Some take two weeks."
    assert lines("2026-06-24T15:01") == {}


def test_a_sign_that_no_article_expects_is_not_called_normal() -> None:
    card = today([session("oxygen")], "2026-06-08T16:00").signs
    assert card is not None
    assert [row.line for row in card.rows] == ["Not expected here. Still there tomorrow? Call your clinic."]


def test_redness_after_a_session_without_needles_is_for_the_clinic_from_the_next_date_on() -> None:
    def line(now: str) -> str:
        card = today([session("needle-free")], now).signs
        return "" if card is None else card.rows[0].line

    assert line("2026-06-08T23:59") == "It should go today. Still there tomorrow? Call your clinic."
    assert line("2026-06-09T00:01") == "It should be gone. Still there? Call your clinic."


def test_the_last_minute_ticks_each_second_and_before_that_each_minute() -> None:
    assert next_tick(today([session()], "2026-06-10T09:48:20")) == at("2026-06-10T09:49")
    assert next_tick(today([session()], "2026-06-10T14:59:30")) == at("2026-06-10T14:59:31")


def test_a_countdown_in_days_waits_for_the_hour() -> None:
    assert next_tick(today([session()], "2026-06-09T10:20")) == at("2026-06-09T11:00")


@pytest.mark.parametrize("now", ["2026-06-06T09:48", NOW, "2026-06-10T14:59:30", "2026-06-12T09:00"])
def test_nothing_changes_before_the_next_tick(now: str) -> None:
    # given a state and its tick
    state = today([session()], now, ALL)
    tick = next_tick(state)
    assert tick > at(now)
    # when a moment before the tick comes
    late = build_state(build(CATALOGUE, [session()], [], tick - timedelta(milliseconds=1), BERLIN), state.view)
    # then every text is the same
    assert _texts(late) == _texts(state)


def _texts(state: TodayState) -> TodayState:
    """The state without what moves on its own."""
    tiles = tuple(replace(tile, fraction=None) for tile in state.tiles)
    return replace(state, hero=replace(state.hero, fraction=0), tiles=tiles, refresh_at=at(NOW))
