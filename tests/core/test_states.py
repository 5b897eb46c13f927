"""What a patient may do at an instant: one answer, and until when it really holds."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from aftercare.core.protocol import Phase
from aftercare.core.states import State, spans, state_at, states_at
from tests.core.builders import ACTIVITIES, a_session, activity, plan_of, said, utc


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
