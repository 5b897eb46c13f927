"""The late watch on Today: when it asks, of what, and what it says in between."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from aftercare.core.observation import Observation
from aftercare.presenters.today import build_state
from aftercare.presenters.today_late import asked_signs, watching
from aftercare.presenters.today_state import TodayState
from tests.presenters.today_cases import at, session, taken


def seen(now: str, *days: str, protocol: str = "face-injection") -> TodayState:
    """Today at a clock time, with check-ins of these dates."""
    return build_state(replace(taken([session(protocol)], now), observations=logged(*days)))


def logged(*days: str) -> tuple[Observation, ...]:
    return tuple(
        Observation(day, "a", at(f"{day}T10:00"), at(f"{day}T10:00"), date.fromisoformat(day), absent=("pus",))
        for day in days
    )


@pytest.mark.parametrize(
    ("now", "asks"),
    [
        ("2026-06-14T12:00", False),
        ("2026-06-15T08:00", True),
        ("2026-07-08T12:00", True),
        ("2026-09-06T20:00", True),
        ("2026-09-08T20:00", True),
    ],
)
def test_it_asks_from_the_seventh_day_to_the_last(now: str, asks: bool) -> None:
    assert (seen(now).late is not None) is asks


def test_while_it_asks_it_does_not_say_as_well_when_it_asks_next() -> None:
    # given a moment at which everything is over and it asks
    state = seen("2026-07-08T12:00")
    assert (state.mode, state.watch) == ("recovered", None)
    assert state.late is not None


def test_one_check_in_answers_until_the_next_day_of_the_watch() -> None:
    assert seen("2026-06-20T12:00", "2026-06-15").late is None
    assert seen("2026-06-22T12:00", "2026-06-15").late is not None


def test_in_between_it_says_when_it_asks_next_and_leads_to_the_check_in() -> None:
    state = seen("2026-06-24T12:00", "2026-06-23")
    assert state.late is None
    assert state.watch is not None
    assert state.watch.intent == "check-in"
    assert state.watch.subtitle == "We ask again on Wed 8 July. Signs can come weeks later."


def test_it_asks_for_four_signs_and_of_the_scalp_for_hair_too() -> None:
    face, scalp = seen("2026-07-08T12:00").late, seen("2026-07-08T12:00", protocol="scalp-injection").late
    assert face is not None
    assert scalp is not None
    assert [name for _code, name in face.signs] == [
        "New lump", "Redness that spreads", "Hot, sore skin", "Pus or an open spot"
    ]  # fmt: skip
    assert [code for code, _name in scalp.signs][4:] == ["hair-loss-patches"]
    assert face.subtitle == "Look at the treated skin and touch it."


def test_none_of_these_speaks_of_the_signs_that_are_asked() -> None:
    assert asked_signs(taken([session()], "2026-07-08T12:00")) == ("new-lump", "spreading-redness", "heat", "pus")
    assert asked_signs(taken([session()], "2026-06-09T12:00")) == ()


def test_without_a_session_nothing_is_asked() -> None:
    assert build_state(taken([], "2026-06-10T12:00")).late is None


def test_when_it_asks_and_nothing_else_is_left_the_hero_is_the_way_to_three_months() -> None:
    # given the 45th day after a session whose limits ended long ago
    state = seen("2026-07-23T09:48")
    # then the hero says so, and its line is half way
    hero = state.hero
    assert (hero.title, hero.subtitle) == ("Day 45 after", "Face, injections")
    assert (hero.lead, hero.when) == ("All limits are over", "We still look out for late signs.")
    assert hero.spoken == "All limits are over. We still look out for late signs. Day 45 of 90."
    assert hero.watch is not None
    assert (hero.watch.start, hero.watch.day, hero.watch.end) == ("Session", "Day 45", "3 months")
    assert hero.watch.now == 0.5
    # and what was limited is a piece of it that fits the plan, not the picture
    limits = [window.end for window in taken([session()], "2026-07-23T09:48").plan.parts if window.end]
    assert hero.watch.over == pytest.approx((max(limits) - at("2026-06-08T14:30")) / timedelta(days=90), abs=0.001)
    # and the next session still has its card
    assert state.card is not None
    assert state.card.intent == "add-session"


def test_after_the_last_question_the_line_is_full_and_says_the_true_day() -> None:
    hero = seen("2026-09-08T20:00").hero
    assert hero.watch is not None
    assert (hero.watch.now, hero.watch.day) == (1.0, "Day 92")


def test_once_answered_the_ring_is_back() -> None:
    state = seen("2026-07-23T09:48", "2026-07-20")
    assert state.hero.watch is None
    assert state.hero.segments > 0


def test_with_the_next_session_near_the_way_to_it_stays_on_top_and_the_question_says_its_day() -> None:
    coming = session(start="2026-07-25T14:30", id="b")
    state = build_state(taken([session(), coming], "2026-07-23T09:48"))
    assert state.hero.watch is None
    assert state.late is not None
    assert state.late.subtitle == "Day 45 after. Look at the treated skin and touch it."


def test_where_nothing_was_counted_nothing_is_called_over() -> None:
    taken_ = taken([session()], "2026-07-23T09:48")
    hero = watching(taken_, taken_.plan.sessions[0], ())
    assert hero.lead == "No times to wait for"
    assert hero.watch is not None
    assert hero.watch.over < 0.01
