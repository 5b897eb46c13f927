"""What a patient may do at an instant: one state an activity, and until when it holds."""
from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from aftercare.core.activity import Activity
from aftercare.core.merge import FOREVER
from aftercare.core.plan import CarePlan, RestrictionWindow
from aftercare.core.protocol import Strength


class State(StrEnum):
    """The four answers, strictest first."""

    NOT_YET = "not_yet"
    WITH_CARE = "with_care"
    ASK = "ask"
    OK = "ok"


_OF = {Strength.AVOID: State.NOT_YET, Strength.LIMIT: State.WITH_CARE, Strength.ASK: State.ASK}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time with one state; None as `start` or `end`: since ever, for good."""

    state: State
    start: datetime | None
    end: datetime | None
    windows: tuple[RestrictionWindow, ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityState:
    """The state of an activity at an instant; `until` is the first instant at which it changes, None if never."""

    activity: str
    state: State
    until: datetime | None
    windows: tuple[RestrictionWindow, ...]


def spans(plan: CarePlan, activity: Activity) -> tuple[Span, ...]:
    """The whole course of an activity's state, looking through touching windows of every phase.

    A medicine is never "not yet": what a doctor prescribed goes on, so it is "ask" for as long as a session is in
    the plan. An activity that some session's protocol never mentions is "ask" as well, never "ok".
    """
    windows = plan.of(activity.id)
    if activity.medicine:
        return (Span(State.ASK, None, None, windows),)
    base = _base(plan, activity)
    edges = sorted({edge for window in windows for edge in (window.start, window.end or FOREVER)})
    course: list[Span] = [Span(base, None, edges[0] if edges else None)]
    active: list[RestrictionWindow] = []
    coming = deque(windows)
    for start, end in pairwise(edges):
        active = [window for window in active if window.end is None or start < window.end]
        while coming and coming[0].start == start:
            active.append(coming.popleft())
        _append(course, Span(_strictest(active, base), start, end, tuple(active)))
    if edges and edges[-1] != FOREVER:
        _append(course, Span(base, edges[-1], None))
    return tuple(_open(span) for span in course)


def state_at(plan: CarePlan, activity: Activity, moment: datetime) -> ActivityState:
    """The state of one activity at a UTC instant."""
    windows = plan.of(activity.id)
    active = tuple(window for window in windows if window.covers(moment))
    if activity.medicine:
        return ActivityState(activity.id, State.ASK, None, active)
    base = _base(plan, activity)
    state = _strictest(active, base)
    edges = {edge for window in windows for edge in (window.start, window.end) if edge and edge > moment}
    changes = (edge for edge in sorted(edges) if _strictest((w for w in windows if w.covers(edge)), base) is not state)
    return ActivityState(activity.id, state, next(changes, None), active)


def states_at(plan: CarePlan, activities: Iterable[Activity], moment: datetime) -> tuple[ActivityState, ...]:
    """The states of many activities at a UTC instant, in their order."""
    return tuple(state_at(plan, activity, moment) for activity in activities)


def _base(plan: CarePlan, activity: Activity) -> State:
    return State.OK if plan.has_rule_everywhere(activity.id) else State.ASK


def _strictest(active: Iterable[RestrictionWindow], base: State) -> State:
    strength = max((window.strength for window in active), key=lambda strength: strength.rank, default=None)
    return _OF[strength] if strength else base


def _append(course: list[Span], span: Span) -> None:
    last = course[-1]
    if last.state is span.state:
        new = tuple(window for window in span.windows if window not in last.windows)
        course[-1] = Span(last.state, last.start, span.end, last.windows + new)
    else:
        course.append(span)


def _open(span: Span) -> Span:
    return Span(span.state, span.start, None, span.windows) if span.end == FOREVER else span
