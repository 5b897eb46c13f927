"""Deriving and combining plans: what holds for every session, protocol and zone."""
from __future__ import annotations

from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.derive import combine, derive
from aftercare.core.protocol import ElapsedHours, Phase
from aftercare.core.session import Session
from tests.core.builders import a_session, plan_of, protocol, utc
from tests.core.strategies import courses, laws, sessions

SECOND = timedelta(seconds=1)


@laws
@given(sessions())
def test_deriving_twice_gives_the_same_plan(session: Session) -> None:
    assert derive(session, protocol(session.protocol)) == derive(session, protocol(session.protocol))


@laws
@given(sessions())
def test_before_ends_at_the_start_and_after_ends_its_hours_past_the_end_in_elapsed_time(session: Session) -> None:
    rules = {rule.id: rule for rule in protocol(session.protocol).rules}

    for part in plan_of(session).parts:
        end = rules[part.decided_by].end
        if part.phase is Phase.BEFORE:
            assert part.end == session.start
        if part.phase is Phase.AFTER:
            assert part.start == session.start
        if isinstance(end, ElapsedHours) and part.phase is Phase.BEFORE:
            assert session.start - part.start == timedelta(hours=end.max)
        if isinstance(end, ElapsedHours) and part.phase is Phase.AFTER:
            assert part.end is not None
            assert part.end - session.end == timedelta(hours=end.max)


@laws
@given(sessions())
def test_a_day_window_holds_exactly_the_clinics_calendar_date(session: Session) -> None:
    zone = ZoneInfo(session.zone)
    day = session.start.astimezone(zone).date()

    for part in plan_of(session).parts:
        if part.phase is Phase.DAY:
            assert part.end is not None
            inside, outside = (part.start, session.start, part.end - SECOND), (part.start - SECOND, part.end)
            assert {moment.astimezone(zone).date() for moment in inside} == {day}
            assert day not in {moment.astimezone(zone).date() for moment in outside}


@pytest.mark.parametrize(
    ("start", "zone", "hours"),
    [
        ("2026-11-25T10:00", "Europe/Berlin", 24),
        ("2026-03-29T10:00", "Europe/Berlin", 23),
        ("2026-10-25T10:00", "Europe/Berlin", 25),
        ("2026-10-04T10:00", "Australia/Lord_Howe", 23.5),
        ("2026-04-05T10:00", "Australia/Lord_Howe", 24.5),
        ("2026-04-24T10:00", "Africa/Cairo", 23),
        ("2026-10-29T10:00", "Africa/Cairo", 25),
        ("2011-12-29T10:00", "Pacific/Apia", 24),
        ("2011-12-31T10:00", "Pacific/Apia", 24),
        ("2026-11-25T10:00", "Asia/Kathmandu", 24),
    ],
)
def test_the_day_of_a_session_is_as_long_as_its_clock_makes_it(start: str, zone: str, hours: float) -> None:
    plan = plan_of(a_session("face-injection", start, zone))

    [day] = [window for window in plan.of("makeup") if window.phase is Phase.DAY]

    assert day.end is not None
    assert day.end - day.start == timedelta(hours=hours)


@laws
@given(courses(), st.randoms(use_true_random=False))
def test_the_order_of_the_sessions_does_not_matter(course: list[Session], random: Random) -> None:
    shuffled = list(course)
    random.shuffle(shuffled)

    assert plan_of(*shuffled) == plan_of(*course)


@laws
@given(courses())
def test_a_plan_combined_with_itself_is_the_same_plan(course: list[Session]) -> None:
    plan = plan_of(*course)

    assert combine([plan]) == plan
    assert combine([plan, plan, plan_of(course[0])]) == plan


@laws
@given(courses(least=2))
def test_it_does_not_matter_which_sessions_are_combined_first(course: list[Session]) -> None:
    assert combine([plan_of(*course[:1]), plan_of(*course[1:])]) == plan_of(*course)


@laws
@given(courses())
def test_cancelling_a_session_removes_exactly_what_it_brought(course: list[Session]) -> None:
    gone, *kept = course

    plan = plan_of(gone.cancel(), *kept)

    assert plan == plan_of(*kept)
    assert plan.parts == tuple(part for part in plan_of(*course).parts if part.decided_session != gone.id)


def test_no_session_gives_an_empty_plan() -> None:
    plan = combine([])

    assert (plan.sessions, plan.windows, plan.effects) == ((), (), ())


def test_windows_at_both_ends_of_the_accepted_years_can_be_derived() -> None:
    first = a_session(start="2000-01-01T00:00", zone="UTC")
    last = a_session(start="2099-12-31T23:59", zone="UTC", minutes=480)

    assert min(window.start for window in plan_of(first).windows) < utc("2000-01-01T00:00")
    assert max(window.end for window in plan_of(last).windows if window.end) > utc("2100-01-01T00:00")
