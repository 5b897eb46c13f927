"""Values as the JSON of the command line's contract. Instants are UTC text."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from aftercare.core.activity import Activity
from aftercare.core.alert import Alert, derive_alerts
from aftercare.core.alert_follow import follow_up_alerts
from aftercare.core.instants import utc_text
from aftercare.core.plan import CarePlan, RestrictionWindow
from aftercare.core.protocol import CareProtocol, Choice
from aftercare.core.session import Session
from aftercare.core.states import ActivityState, states_at

Json = dict[str, Any]


def plan_json(plan: CarePlan, session: Session, activities: tuple[Activity, ...], now: datetime | None) -> Json:
    """The JSON of `plan`; `states` only with a `now`."""
    made: Json = {
        "session": session_json(session),
        "windows": [window_json(window) for window in plan.windows],
        "effects": [
            {
                "symptom": effect.symptom,
                "onset_hours": effect.onset_hours,
                "usual_hours": list(effect.usual_hours),
                "latest_hours": effect.latest_hours,
                "sources": [str(source) for source in effect.sources],
            }
            for effect in (item.effect for item in plan.effects)
        ],
    }
    if now is not None:
        made["states"] = [state_json(state) for state in states_at(plan, activities, now)]
    alerts = (*derive_alerts(plan, activities), *follow_up_alerts([session], session.zone))
    made["alerts"] = [alert_json(alert) for alert in sorted(alerts, key=lambda alert: alert.order)]
    return made


def session_json(session: Session) -> Json:
    """What a plan says of its session."""
    return {
        "protocol": session.protocol,
        "version": session.version,
        "technique": session.technique,
        "area": session.area,
        "product": session.product,
        "start": utc_text(session.start),
        "end": utc_text(session.end),
        "zone": session.zone,
    }


def stored_session_json(session: Session) -> Json:
    """A session of the patient's own: the same, with its id and status."""
    return {"id": session.id, "status": session.status, **session_json(session)}


def window_json(window: RestrictionWindow) -> Json:
    """A merged window with everything that decides it."""
    return {
        "activity": window.activity,
        "phase": window.phase,
        "strength": window.strength,
        "start": utc_text(window.start),
        "end": utc_text(window.end) if window.end else None,
        "range_hours": list(window.range_hours) if window.range_hours else None,
        "extended": window.extended,
        "decided_by": window.decided_by,
        "rules": list(window.rules),
        "sources": list(window.sources),
    }


def state_json(state: ActivityState) -> Json:
    """The state of one activity, and until when it holds."""
    return {"activity": state.activity, "state": state.state, "until": utc_text(state.until) if state.until else None}


def alert_json(alert: Alert) -> Json:
    """One dated notification."""
    return {
        "key": alert.key,
        "kind": alert.kind,
        "fire_at": utc_text(alert.fire_at),
        "expire_at": utc_text(alert.expire_at),
        "late": alert.late,
        "private_text": alert.private_text,
        "public_text": alert.public_text,
    }


def protocol_json(protocol: CareProtocol) -> Json:
    """What can be chosen for a protocol."""
    return {
        "id": protocol.id,
        "version": protocol.version,
        "name": protocol.name,
        "minutes": protocol.minutes,
        "areas": list(protocol.areas),
        "techniques": _choices(protocol.techniques),
        "products": _choices(protocol.products),
    }


def _choices(choices: Iterable[Choice]) -> list[str]:
    return [choice.id for choice in choices]
