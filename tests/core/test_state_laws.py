"""States: what holds at every instant of every plan."""
from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.activity import Activity
from aftercare.core.plan import CarePlan
from aftercare.core.protocol import Strength
from aftercare.core.session import Session
from aftercare.core.states import State, spans, state_at
from tests.core.builders import ACTIVITIES, plan_of
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
