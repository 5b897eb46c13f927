"""Today before a session, between two, and without one."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from aftercare.core.preparation import Preparation
from aftercare.core.session import new_session
from aftercare.presenters.today import build_state
from aftercare.presenters.today_care_state import CareContent
from aftercare.presenters.today_state import Mode
from aftercare.services.preparation import setting_of, stored
from tests.presenters.today_cases import ALL, CATALOGUE, session, taken, tile, today

CARE = CareContent(CATALOGUE.steps(), CATALOGUE.checks())


def test_the_hero_counts_down_to_the_session_and_the_sun_climbs() -> None:
    # given a session on Monday at 14:30
    # when it is Saturday morning
    state = today([session()], "2026-06-06T09:48")
    # then the sun is on its way through the last three days
    assert state.mode is Mode.BEFORE
    assert (state.hero.lead, state.hero.countdown, state.hero.when) == (
        "Your session is in", "2 days 5 h", "Mon 8 June, 14:30",
    )  # fmt: skip
    assert state.hero.fraction == pytest.approx(1 - (52 + 42 / 60) / 72)
    assert (state.tiles, state.counts) == ((), ())


def test_the_list_names_what_to_stop_now_what_to_ask_and_what_is_ok_until_when() -> None:
    stops = today([session()], "2026-06-06T09:48").stops
    assert stops is not None
    assert (stops.heading, stops.count) == ("Stop before Monday", "2 now, 2 to ask")
    assert [(row.activity, row.word) for row in stops.rows] == [
        ("sun", "Stop now"), ("alcohol", "Stop now"), ("aspirin", "Ask first"), ("other-procedures", "Ask clinic"),
        ("makeup", "OK until Mon"), ("own-skincare", "OK until Mon"), ("exercise", "OK until Mon"),
    ]  # fmt: skip
    assert stops.rows[0].line == "None for 3 days before your session"
    assert stops.rows[4].line == "None on Monday, the day itself"


@pytest.mark.parametrize(
    ("now", "alcohol", "makeup"),
    [
        ("2026-05-28T09:48", "OK until 5 June", "OK until 8 June"),
        ("2026-06-02T09:48", "OK until Fri, 14:30", "OK until Mon"),
        ("2026-06-07T09:48", "Stop now", "OK until tomorrow, 00:00"),
    ],
)
def test_a_stop_is_named_by_its_date_its_weekday_or_its_minute(now: str, alcohol: str, makeup: str) -> None:
    stops = today([session()], now).stops
    assert stops is not None
    words = {row.activity: row.word for row in stops.rows}
    assert (words["alcohol"], words["makeup"]) == (alcohol, makeup)


@pytest.mark.parametrize("now", ["2026-05-27T09:00", "2026-06-06T09:48", "2026-06-08T09:00"])
def test_aspirin_never_reads_stop(now: str) -> None:
    stops = today([session()], now).stops
    assert stops is not None
    aspirin = next(row for row in stops.rows if row.activity == "aspirin")
    assert (aspirin.word, aspirin.chip, aspirin.tone) == ("Ask first", "ask", "ask")
    assert aspirin.line == "Bought it yourself? Wait. Prescribed? Keep taking it and tell your clinic."


def test_the_card_says_what_to_stop_next() -> None:
    # given a self-check with nothing to tell, which the card would ask for otherwise
    answered = {question.id: False for question in CATALOGUE.checks().questions}
    done = {setting_of("a"): stored(Preparation(answered))}
    card = build_state(taken([session()], "2026-06-06T09:48", settings=done), care=CARE).card
    assert card is not None
    assert (card.title, card.subtitle) == ("Next: stop makeup and own creams", "Mon 8 June, 00:00")
    on_the_day = build_state(taken([session()], "2026-06-08T09:00", settings=done), care=CARE).card
    assert on_the_day is not None
    assert on_the_day.title == "Nothing more to stop"


def test_a_session_far_away_names_its_date() -> None:
    state = today([session()], "2026-05-20T10:00")
    assert state.stops is not None
    assert state.stops.heading == "Stop before 8 June"
    assert {row.word for row in state.stops.rows} >= {"OK until 5 June"}
    assert state.hero.fraction == 0


def test_the_appointment_is_told_in_the_clinics_time() -> None:
    hero = today([session()], "2026-06-06T09:48", zone="Asia/Tokyo").hero
    assert hero.when == "Mon 8 June, 14:30, clinic time"


def test_while_one_session_heals_the_next_one_has_its_own_list() -> None:
    # given a session that heals and one on Friday
    pair = [session(), session(id="b", start="2026-06-12T10:00")]
    state = today(pair, "2026-06-10T09:48", ALL)
    # then Today stays with what heals, and tells what to stop for the next
    assert state.mode is Mode.AFTER
    assert state.upcoming is not None
    assert (state.upcoming.heading, state.upcoming.subtitle) == ("Next session in 2 days", "Fri 12 June, 10:00")
    words = {row.activity: row.word for row in state.upcoming.rows}
    assert (words["sun"], words["makeup"]) == ("Stop now", "Not yet")


def test_the_tile_names_the_session_that_decides() -> None:
    pair = [session(), session(id="b", start="2026-06-12T10:00")]
    state = today(pair, "2026-06-10T09:48", ALL)
    # the sun is limited by Monday's session until Thursday, and by Friday's from Tuesday on
    assert tile(state, "sun").line == "Before your session on Fri 12 June"
    assert tile(state, "sauna").line == "Tomorrow, 15:00"


def test_an_earlier_session_that_decides_longer_is_named() -> None:
    # given a strict session, and one two days later that only asks for care
    pair = [session(), session("oxygen", "2026-06-10T14:30", id="b")]
    line = tile(today(pair, "2026-06-10T18:00", ALL), "sauna").line
    assert line == "With care from tomorrow, 15:00"


def test_a_cancelled_session_is_ignored() -> None:
    assert today([session().cancel()], "2026-06-06T09:48").mode is Mode.NONE
    both = [session().cancel(), session(id="b", start="2026-06-20T10:00")]
    assert today(both, "2026-06-10T09:48").hero.when == "Sat 20 June, 10:00"


def test_no_session_offers_ways_in_and_nothing_that_does_not_exist() -> None:
    state = today([], "2026-06-10T09:48")
    assert (state.mode, state.hero.lead) == (Mode.NONE, "No session yet")
    assert [choice.intent for choice in state.choices] == ["add-session", "open-clinic-plan", "example"]


def test_a_session_of_long_ago_shapes_nothing() -> None:
    assert today([session()], "2026-09-20T10:00").mode is Mode.NONE


def test_an_unreadable_session_is_told_calmly() -> None:
    state = today([replace(session(), protocol="next-year")], "2026-06-10T09:48")
    assert state.mode is Mode.NONE
    assert state.notice == "A session was made with a newer Aftercare. Its times are not shown."


def test_a_plan_of_newer_times_than_ours_is_told_calmly() -> None:
    # given a session that a newer app has made
    ahead = replace(session(), version=99)
    # then the plan stands, and says what it is
    state = today([ahead], "2026-06-10T09:48")
    assert state.mode is Mode.AFTER
    said = "Your plan was made with newer times than this app has. Update the app, or ask your clinic."
    assert state.notice == said
    # and beside one that cannot be read at all both are said
    lost = replace(session(id="b"), protocol="next-year")
    assert today([ahead, lost], "2026-06-10T09:48").notice.endswith(f"Its times are not shown. {said}")
    # and a session that shapes nothing any more is not spoken of
    assert today([ahead], "2026-09-20T10:00").notice == ""


def test_the_example_says_so() -> None:
    banner = today([session()], "2026-06-10T09:48", example=True).banner
    assert banner is not None
    assert (banner.title, banner.action, banner.intent) == ("Example", "Add my session", "add-session")
    assert today([session()], "2026-06-10T09:48").banner is None


def test_all_over_stays_for_three_days_unless_the_next_session_is_near() -> None:
    far = [session(), session(id="b", start="2026-06-29T10:00")]
    assert today(far, "2026-06-12T09:00").mode is Mode.RECOVERED
    assert today(far, "2026-06-15T09:00").mode is Mode.BEFORE
    near = [session(), session(id="b", start="2026-06-17T10:00")]
    assert today(near, "2026-06-12T09:00").mode is Mode.BEFORE


@pytest.mark.parametrize("protocol", CATALOGUE.protocol_ids())
@pytest.mark.parametrize("day", range(-16, 20))
def test_every_protocol_has_a_screen_on_every_day(protocol: str, day: int) -> None:
    found = CATALOGUE.protocol(protocol)
    made = new_session("a", found, datetime(2026, 3, 28, 14, 30), "Europe/Berlin")
    now = f"2026-03-{28 + day:02d}T12:00" if day <= 3 else f"2026-04-{day - 3:02d}T12:00"
    state = today([made], now, ALL)
    assert state.mode is not Mode.NONE
    assert state.hero.lead
    assert all(tile.line and tile.word for tile in state.tiles)
    assert state.hero.segments == 0 or 0 <= state.hero.ended <= state.hero.segments
