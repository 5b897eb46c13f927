"""Alerts: what the patient is told, when, and until when it is worth telling.

Identity is (session, rule, edge), so that an alert keeps its key however often a plan is derived again.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from aftercare.core.activity import Activity
from aftercare.core.plan import CarePlan, RestrictionWindow
from aftercare.core.protocol import Strength
from aftercare.core.session import Session
from aftercare.core.states import Span, State, spans
from aftercare.words import gettext as _

ALLOWED_FOR = timedelta(hours=24)
SESSION_NOTICE = timedelta(hours=24)


class AlertKind(StrEnum):
    PREPARE = "prepare"
    SESSION = "session"
    AFTERCARE_START = "aftercare-start"
    ALLOWED = "allowed"


class Late(StrEnum):
    """What becomes of an alert that could not be shown in time and has not expired."""

    SHOW = "show"
    COLLAPSE = "collapse"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Alert:
    """One dated notification. `fire_at` and `expire_at` are UTC; from `expire_at` on it is dropped.

    `private_text` is the full wording, `public_text` the discreet one for a lock screen; it holds no health word.
    `subject` is the activity's name where alerts of the same moment are told in one sentence; `gentle`: it is
    limited rather than left.
    """

    key: str
    kind: AlertKind
    fire_at: datetime
    expire_at: datetime
    late: Late
    private_text: str
    public_text: str
    session_id: str
    subject: str = ""
    gentle: bool = False


def derive_alerts(plan: CarePlan, activities: Iterable[Activity]) -> tuple[Alert, ...]:
    """Every alert of a plan, soonest first. Edges that a session was entered after (`quiet_until`) are left out."""
    alerts = [alert for session in plan.sessions for alert in _session_alerts(session)]
    openings = _openings(plan)
    for activity in activities:
        course = _medicine_course(plan, activity) if activity.medicine else spans(plan, activity)
        alerts.extend(_activity_alerts(activity, course, openings))
    quiet = {session.id: session.quiet_until for session in plan.sessions}
    heard = [
        alert for alert in alerts if (silent := quiet[alert.session_id]) is None or alert.fire_at > silent
    ]
    return tuple(sorted(heard, key=lambda alert: (alert.fire_at, alert.kind, alert.key)))


def _session_alerts(session: Session) -> Iterator[Alert]:
    def alert(kind: AlertKind, fire: datetime, expire: datetime, private: str, public: str) -> Alert:
        return Alert(f"{session.id}:session:{kind}", kind, fire, expire, Late.SHOW, private, public, session.id)

    yield alert(
        AlertKind.SESSION,
        session.start - SESSION_NOTICE,
        session.start,
        _("Your session is tomorrow. Look at what to stop and what to bring."),
        _("Look at your plan for tomorrow."),
    )
    yield alert(
        AlertKind.AFTERCARE_START,
        session.end,
        session.end + ALLOWED_FOR,
        _("Your aftercare starts now. See what to leave for some days."),
        _("Your plan has an update."),
    )


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


def prepare_text(names: list[str], gentle: bool) -> str:
    """What to leave, or to go easy on, before a session."""
    stop, slow = _("Before your session, stop: {activities}."), _("Before your session, go easy on: {activities}.")
    template = slow if gentle else stop
    return template.format(activities=_(", ").join(names))


def allowed_text(names: list[str], verb: str = "are") -> str:
    """ "Makeup is OK again.", or one sentence for several activities."""
    single = len(names) == 1 and verb == "is"
    template = _("{activities} is OK again.") if single else _("{activities} are OK again.")
    return template.format(activities=_(", ").join(names))


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
