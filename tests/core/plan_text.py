"""A care plan as text that a person can check line by line."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from aftercare.core.activity import Activity
from aftercare.core.alert import derive_alerts
from aftercare.core.plan import CarePlan, RestrictionWindow
from aftercare.core.states import spans


def plan_text(plan: CarePlan, activities: tuple[Activity, ...]) -> str:
    """Sessions, windows, states, effects and alerts; every time on the first session's clinic's clock."""
    zone = ZoneInfo(plan.sessions[0].zone)
    return "\n".join([*_sessions(plan, zone), *_windows(plan, zone), *_states(plan, activities, zone),
                      *_effects(plan), *_alerts(plan, activities, zone), ""])  # fmt: skip


def _sessions(plan: CarePlan, zone: ZoneInfo) -> Iterator[str]:
    for session in plan.sessions:
        chosen = ", ".join(filter(None, (session.technique, session.area, session.product)))
        yield f"SESSION {session.id}: {session.protocol} version {session.version}, {chosen}"
        yield f"  {_at(session.start, zone)} to {_at(session.end, zone)}, {session.zone}"


def _windows(plan: CarePlan, zone: ZoneInfo) -> Iterator[str]:
    yield "\nWINDOWS"
    for window in plan.windows:
        yield f"  {window.activity} {window.phase}: {window.strength}{_marks(window)}"
        yield f"    {_at(window.start, zone)} -> {_at(window.end, zone)}{_length(window)}"
        yield f"    decided by {window.decided_session} {window.decided_by}"
        if window.rules != (window.decided_by,) or window.sessions != (window.decided_session,):
            yield f"    heard {', '.join(window.rules)} of {', '.join(window.sessions)}"
        yield f"    from {', '.join(window.sources)}"


def _marks(window: RestrictionWindow) -> str:
    hours = f", {window.range_hours[0]:g}-{window.range_hours[1]:g} h" if window.range_hours else ""
    return hours + (", extended" if window.extended else "")


def _length(window: RestrictionWindow) -> str:
    return f" ({(window.end - window.start).total_seconds() / 3600:g} h)" if window.end else ""


def _states(plan: CarePlan, activities: tuple[Activity, ...], zone: ZoneInfo) -> Iterator[str]:
    yield "\nSTATES"
    for activity in activities:
        course = spans(plan, activity)
        changes = [f"{span.state} until {_at(span.end, zone)}" for span in course[:-1]]
        yield f"  {activity.id}: {'; '.join([*changes, f'then {course[-1].state}' if changes else course[-1].state])}"


def _effects(plan: CarePlan) -> Iterator[str]:
    yield "\nEFFECTS"
    for item in plan.effects:
        effect = item.effect
        yield (
            f"  {item.session_id} {effect.symptom}: from {effect.onset_hours:g} h, usually {effect.usual_hours[0]:g}"
            f"-{effect.usual_hours[1]:g} h, latest {effect.latest_hours:g} h; {', '.join(map(str, effect.sources))}"
        )


def _alerts(plan: CarePlan, activities: tuple[Activity, ...], zone: ZoneInfo) -> Iterator[str]:
    yield "\nALERTS"
    for alert in derive_alerts(plan, activities):
        yield f"  {_at(alert.fire_at, zone)}, to {_at(alert.expire_at, zone)}: {alert.kind} {alert.key}"
        yield f"    {alert.private_text}"


def _at(moment: datetime | None, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%a %d %b %H:%M %z}" if moment else "no end known"
