"""The alerts at the edges of a plan: what begins before a session, and what is OK again after it."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise

from aftercare.core.activity import Activity
from aftercare.core.alert_texts import allowed_text, prepare_text
from aftercare.core.alert_types import ALLOWED_FOR, Alert, AlertKind, Late
from aftercare.core.plan import CarePlan, RestrictionWindow
from aftercare.core.protocol import Strength
from aftercare.core.session import Session
from aftercare.core.states import Span, State, spans
from aftercare.words import gettext as _


def edge_alerts(plan: CarePlan, activities: Iterable[Activity]) -> Iterator[Alert]:
    """An alert for each activity that begins to be held before a session, and for each that is OK again."""
    openings = _openings(plan)
    for activity in activities:
        course = _medicine_course(plan, activity) if activity.medicine else spans(plan, activity)
        yield from _activity_alerts(activity, course, openings)


_Openings = Mapping[tuple[str, datetime], tuple[RestrictionWindow, Session]]


def _openings(plan: CarePlan) -> _Openings:
    """By activity and instant: the window that opens before its session, as its own rule gives it, and that session.

    A merged window is named after whoever decides its end, so it would be renamed by a session that comes later.
    What opens with a session is told by the session's own alerts.
    """
    sessions = {session.id: session for session in plan.sessions}
    found: dict[tuple[str, datetime], tuple[RestrictionWindow, Session]] = {}
    for part in plan.parts:
        session = sessions[part.decided_session]
        if part.strength is not Strength.ASK and part.start < session.start:
            found.setdefault((part.activity, part.start), (part, session))
    return found


def _activity_alerts(activity: Activity, course: tuple[Span, ...], openings: _Openings) -> Iterator[Alert]:
    for before, span in pairwise(course):
        if span.start is None:
            continue
        if span.state in _HELD and before.state not in _HELD and (activity.id, span.start) in openings:
            window, session = openings[activity.id, span.start]
            expire = min(window.end or session.start, session.start)
            yield _edge(window, "start", AlertKind.PREPARE, span.start, expire, activity, span.state)
        elif before.state in _HELD and span.state is State.OK:
            window = _closing(before.windows, span.start)
            yield _edge(window, "end", AlertKind.ALLOWED, span.start, span.start + ALLOWED_FOR, activity)


_HELD = (State.NOT_YET, State.WITH_CARE)


def _edge(
    window: RestrictionWindow,
    edge: str,
    kind: AlertKind,
    fire: datetime,
    expire: datetime,
    activity: Activity,
    state: State = State.NOT_YET,
) -> Alert:
    return Alert(
        key=f"{window.decided_session}:{window.decided_by}:{window.activity}:{edge}",
        kind=kind,
        fire_at=fire,
        expire_at=expire,
        late=Late.SHOW,
        private_text=_edge_text(kind, activity, state),
        public_text=_("Your plan has an update."),
        session_id=window.decided_session,
        subject="" if activity.medicine else _(activity.name),
        gentle=state is State.WITH_CARE,
        verb=activity.verb,
    )


def _edge_text(kind: AlertKind, activity: Activity, state: State) -> str:
    if activity.medicine:
        if kind is AlertKind.PREPARE:
            return _("{activity}: ask first. Prescribed? Keep taking it and tell your clinic.").format(
                activity=_(activity.name)
            )
        return _("{activity} you bought yourself: the wait is over. Prescribed? Keep taking it.").format(
            activity=_(activity.name)
        )
    if kind is AlertKind.PREPARE:
        return prepare_text([_(activity.name)], state is State.WITH_CARE)
    return allowed_text([_(activity.name)], activity.verb)


def _medicine_course(plan: CarePlan, activity: Activity) -> tuple[Span, ...]:
    """A medicine's state never changes, but its own-use window still opens and ends."""
    course: list[Span] = [Span(State.OK, None, None)]
    held = (window for window in plan.of(activity.id) if window.strength is not Strength.ASK)
    for window in sorted(held, key=lambda window: window.start):
        last = course[-1]
        if last.state is State.NOT_YET and last.end is not None and window.start <= last.end:
            end = max(last.end, window.end) if window.end else None
            course[-1] = Span(State.NOT_YET, last.start, end, (*last.windows, window))
            continue
        if last.end is not None:
            course.append(Span(State.OK, last.end, window.start))
        course.append(Span(State.NOT_YET, window.start, window.end, (window,)))
    if course[-1].end is not None:
        course.append(Span(State.OK, course[-1].end, None))
    return tuple(course)


def _closing(windows: tuple[RestrictionWindow, ...], end: datetime) -> RestrictionWindow:
    closing = [w for w in windows if w.end == end and w.strength is not Strength.ASK]
    return max(closing, key=lambda w: (w.decided_session, w.decided_by))
