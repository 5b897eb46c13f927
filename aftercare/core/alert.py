"""Alerts: what the patient is told, when, and until when it is worth telling.

Identity is (session, rule, edge), so that an alert keeps its key however often a plan is derived again.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from aftercare.core.activity import Activity
from aftercare.core.alert_edges import edge_alerts
from aftercare.core.alert_types import ALLOWED_FOR, Alert, AlertKind, Late
from aftercare.core.plan import CarePlan
from aftercare.core.session import Session
from aftercare.words import gettext as _

__all__ = ["ALLOWED_FOR", "Alert", "AlertKind", "Late", "derive_alerts"]

SESSION_NOTICE = timedelta(hours=24)


def derive_alerts(plan: CarePlan, activities: Iterable[Activity]) -> tuple[Alert, ...]:
    """Every alert of a plan that needs no device zone, soonest first; see also `follow_up_alerts`.

    Edges that a session was entered after (`quiet_until`) are left out.
    """
    alerts = [alert for session in plan.sessions for alert in _session_alerts(session)]
    alerts.extend(edge_alerts(plan, activities))
    quiet = {session.id: session.quiet_until for session in plan.sessions}
    heard = (a for a in alerts if (silent := quiet[a.session_id]) is None or a.fire_at > silent)
    return tuple(sorted(heard, key=lambda alert: alert.order))


def _session_alerts(session: Session) -> Iterator[Alert]:
    def alert(kind: AlertKind, fire: datetime, expire: datetime, private: str, public: str) -> Alert:
        return Alert(f"{session.id}:session:{kind}", kind, fire, expire, Late.SHOW, private, public, session.id)

    yield alert(
        AlertKind.SESSION,
        session.start - SESSION_NOTICE,
        session.start,
        _("Your session is tomorrow. Look at what to stop and what to bring."),
        _("Look at your plan today."),
    )
    yield alert(
        AlertKind.AFTERCARE_START,
        session.end,
        session.end + ALLOWED_FOR,
        _("Your aftercare starts now. See what to leave for some days."),
        _("Your plan has an update."),
    )
