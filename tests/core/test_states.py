"""What a patient may do at an instant: one answer, and until when it really holds."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.activity import Activity
from aftercare.core.plan import CarePlan
from aftercare.core.protocol import Phase, Strength
from aftercare.core.session import Session
from aftercare.core.states import State, spans, state_at, states_at
from tests.core.builders import ACTIVITIES, a_session, activity, plan_of, said, utc
from tests.core.strategies import activities, courses, laws, moments

MOMENT = timedelta(microseconds=1)
ANSWER = {Strength.AVOID: State.NOT_YET, Strength.LIMIT: State.WITH_CARE, Strength.ASK: State.ASK}


def answer(plan: CarePlan, asked: Activity, moment: datetime) -> State:
    """The state as the words of the rules say it, rule by rule, without merging anything."""
    if asked.medicine:
        return State.ASK
    found = {ANSWER[part.strength] for part in plan.parts if part.activity == asked.id and part.covers(moment)}
    if any(asked.id not in plan.ruled[session.id] for session in plan.sessions):
        found.add(State.ASK)
    return next((state for state in State if state in found), State.OK)


def edges(plan: CarePlan, asked: Activity) -> list[datetime]:
    return sorted({edge for part in plan.parts if part.activity == asked.id for edge in (part.start, part.end) if edge})


@laws
@given(courses(), activities, moments)
def test_the_state_is_what_the_rules_say_at_that_instant(
    course: list[Session], asked: Activity, moment: datetime
) -> None:
    plan = plan_of(*course)

    for instant in (moment, *edges(plan, asked)):
        assert state_at(plan, asked, instant).state is answer(plan, asked, instant)


@laws
@given(courses(), activities, moments)
def test_until_is_the_first_change_and_not_a_moment_earlier(
    course: list[Session], asked: Activity, moment: datetime
) -> None:
    plan = plan_of(*course)
    now = state_at(plan, asked, moment)

    following = [edge for edge in edges(plan, asked) if edge > moment]
    unchanged = [edge for edge in following if now.until is None or edge < now.until]

    assert all(answer(plan, asked, edge) is now.state for edge in unchanged)
    if now.until is not None:
        assert now.until > moment
        assert answer(plan, asked, now.until - MOMENT) is now.state
        assert answer(plan, asked, now.until) is not now.state


@laws
@given(courses(), activities)
def test_the_course_of_a_state_has_no_gap_and_no_overlap_and_changes_at_every_step(
    course: list[Session], asked: Activity
) -> None:
    plan = plan_of(*course)

    steps = spans(plan, asked)

    assert steps[0].start is None
    assert steps[-1].end is None
    for before, after in pairwise(steps):
        assert before.end == after.start
        assert before.state is not after.state


@laws
@given(courses(), activities, moments)
def test_the_course_and_the_state_at_an_instant_agree(
    course: list[Session], asked: Activity, moment: datetime
) -> None:
    plan = plan_of(*course)

    [step] = [
        span for span in spans(plan, asked)
        if (span.start is None or span.start <= moment) and (span.end is None or moment < span.end)
    ]  # fmt: skip

    now = state_at(plan, asked, moment)
    assert (now.state, now.until) == (step.state, step.end)
    assert set(now.windows) == {window for window in step.windows if window.covers(moment)}


@laws
@given(courses(), st.sampled_from([each for each in ACTIVITIES if each.medicine]), moments)
def test_a_medicine_is_always_a_question_and_never_counted_down(
    course: list[Session], medicine: Activity, moment: datetime
) -> None:
    now = state_at(plan_of(*course), medicine, moment)

    assert (now.state, now.until) == (State.ASK, None)


def test_the_only_medicine_is_aspirin() -> None:
    assert [each.id for each in ACTIVITIES if each.medicine] == ["aspirin"]


def test_states_come_in_the_order_of_the_activities() -> None:
    plan = plan_of(a_session())

    assert [state.activity for state in states_at(plan, ACTIVITIES, utc("2026-11-25T09:00"))] == [
        each.id for each in ACTIVITIES
    ]


@pytest.mark.parametrize(
    ("moment", "state", "until"),
    [
        ("2026-11-22T08:59", State.OK, "2026-11-22T09:00"),
        ("2026-11-22T09:00", State.NOT_YET, "2026-11-28T09:30"),
        ("2026-11-25T09:00", State.NOT_YET, "2026-11-28T09:30"),
        ("2026-11-28T09:29", State.NOT_YET, "2026-11-28T09:30"),
        ("2026-11-28T09:30", State.OK, None),
    ],
)
def test_sauna_around_a_needle_free_session_is_one_wait(moment: str, state: State, until: str | None) -> None:
    # given: 72 hours before 10:00 in Berlin, and 72 hours after 10:30
    plan = plan_of(a_session("needle-free", "2026-11-25T10:00"))

    now = state_at(plan, activity("sauna"), utc(moment))

    assert (now.state, now.until) == (state, utc(until) if until else None)


def test_two_sessions_84_hours_apart_are_one_wait_for_the_sauna() -> None:
    # given: 72 hours after the first reach into the 72 hours before the second
    first = a_session("needle-free", "2026-11-23T10:00", id="first")
    second = a_session("needle-free", "2026-11-26T22:00", id="second")

    now = state_at(plan_of(first, second), activity("sauna"), first.start)

    assert (now.state, now.until) == (State.NOT_YET, second.end + timedelta(hours=72))


def test_the_clinics_word_on_the_first_of_two_sessions_opens_the_gap_between_them() -> None:
    first = a_session("needle-free", "2026-11-23T10:00", id="first")
    second = replace(first, id="second", start=first.start + timedelta(hours=120))

    plan = plan_of(first, second, overrides=(said(first, "sauna", 24),))

    assert [(span.state, span.end) for span in spans(plan, activity("sauna"))] == [
        (State.OK, first.start - timedelta(hours=72)),
        (State.NOT_YET, first.end + timedelta(hours=24)),
        (State.OK, second.start - timedelta(hours=72)),
        (State.NOT_YET, second.end + timedelta(hours=72)),
        (State.OK, None),
    ]


def test_what_one_of_two_protocols_does_not_mention_stays_a_question() -> None:
    # given: the scalp protocol says nothing about makeup, the body protocol does
    scalp = a_session("scalp-injection", "2026-11-25T10:00", id="scalp")
    body = a_session("body-injection", "2026-11-25T10:00", id="body")
    long_after = utc("2027-01-01T00:00")

    assert state_at(plan_of(body), activity("makeup"), long_after).state is State.OK
    assert state_at(plan_of(body, scalp), activity("makeup"), long_after).state is State.ASK
    assert state_at(plan_of(body, scalp), activity("makeup"), body.end).state is State.NOT_YET


def test_without_a_session_everything_but_a_medicine_is_fine() -> None:
    states = states_at(plan_of(), ACTIVITIES, utc("2026-11-25T09:00"))

    assert {state.activity for state in states if state.state is not State.OK} == {"aspirin"}


@pytest.mark.parametrize("hours", [24, 120])
def test_a_question_turns_into_a_wait_with_the_clinics_hours(hours: int) -> None:
    session = a_session("needle-free")
    plan = plan_of(session, overrides=(said(session, "massage", hours),))

    end = session.end + timedelta(hours=hours)
    waiting, later = (state_at(plan, activity("massage"), moment) for moment in (session.end, end))

    assert (waiting.state, waiting.until) == (State.NOT_YET, end)
    assert (later.state, later.until) == (State.OK, None)


def test_the_clinics_word_on_the_days_before_leaves_the_days_after_a_question() -> None:
    # given: the needle-free protocol says nothing about massage
    session = a_session("needle-free")

    plan = plan_of(session, overrides=(said(session, "massage", 24, Phase.BEFORE),))

    assert [(span.state, span.end) for span in spans(plan, activity("massage"))] == [
        (State.ASK, session.start - timedelta(hours=24)),
        (State.NOT_YET, session.start),
        (State.ASK, None),
    ]
