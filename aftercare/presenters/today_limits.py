"""The limits that Today counts, and the course of every activity's state."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from aftercare.core.activity import Activity
from aftercare.core.protocol import Phase, Strength
from aftercare.core.session import Session
from aftercare.core.states import Span, State, spans
from aftercare.services.snapshot import Snapshot

RESTRICTED = (State.NOT_YET, State.WITH_CARE)
_INSTANT = timedelta(microseconds=1)

Courses = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch without a gap in which an activity is not simply OK; `then` is the state that follows it."""

    start: datetime
    end: datetime
    then: State


@dataclass(frozen=True, slots=True)
class Limit:
    """An activity that a begun session restricts for a known time, after which it is OK again. UTC."""

    activity: Activity
    start: datetime
    end: datetime


def courses(snapshot: Snapshot) -> Courses:
    """The states of every activity over all time."""
    return {activity.id: spans(snapshot.plan, activity) for activity in snapshot.activities}


def span_at(course: tuple[Span, ...], moment: datetime) -> Span:
    """The span that holds at an instant."""
    return next(span for span in course if span.end is None or moment < span.end)


def run_at(course: tuple[Span, ...], moment: datetime) -> Run | None:
    """The restricted stretch around an instant; None where it is free, or where no end is known."""
    index = next(i for i, span in enumerate(course) if span.end is None or moment < span.end)
    if course[index].state not in RESTRICTED:
        return None
    first = last = index
    while first > 0 and course[first - 1].state in RESTRICTED:
        first -= 1
    while last + 1 < len(course) and course[last + 1].state in RESTRICTED:
        last += 1
    start, end = course[first].start, course[last].end
    if start is None or end is None:
        return None
    return Run(start, end, course[last + 1].state)


def limits(snapshot: Snapshot, last: Session, states: Courses) -> tuple[Limit, ...]:
    """What the last session limits, and what earlier ones still limit; medicines and "ask" are never counted."""
    found: list[Limit] = []
    for activity in snapshot.activities:
        ends = [
            window.end
            for window in snapshot.plan.of(activity.id)
            if window.phase is Phase.AFTER
            and window.strength is not Strength.ASK
            and window.end is not None
            and window.start <= snapshot.now
            and window.end > last.start
        ]
        if activity.medicine or not ends:
            continue
        course = states[activity.id]
        # What the next session restricts again is not over, though the limit of the last one is.
        run = run_at(course, snapshot.now) or run_at(course, max(ends) - _INSTANT)
        if run is not None and run.then is State.OK:
            found.append(Limit(activity, max(run.start, last.start), run.end))
    return tuple(found)


def fraction(start: datetime, end: datetime, now: datetime) -> float:
    """How much of a stretch has passed, 0 to 1."""
    whole = end - start
    return min(1.0, max(0.0, (now - start) / whole)) if whole else 1.0
