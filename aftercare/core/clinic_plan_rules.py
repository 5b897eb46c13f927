"""When a clinic's plan counts, and for which session. Every rule raises PlanRefused; none stores anything."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from aftercare.core.activity import Activity
from aftercare.core.clinic_plan import ClinicPlan, Fine, PlanItem, Procedure
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.core.instants import zone_named
from aftercare.core.session import Session
from aftercare.words import marked

ONCE = marked("name an activity only once for each side of the session.")


def check_items(items: Sequence[PlanItem]) -> None:
    """Of two words on one thing, nobody could say which one counts."""
    seen = set()
    for number, item in enumerate(items, 1):
        if (item.activity, item.phase) in seen:
            raise PlanRefused(PlanFault.CONTRADICTION, f"items/{number}/activity", ONCE)
        seen.add((item.activity, item.phase))


def check_medicines(plan: ClinicPlan, activities: Iterable[Activity]) -> None:
    """A time for a medicine is never the app's to pass on, whoever signed it."""
    medicines = {activity.id for activity in activities if activity.medicine}
    for number, item in enumerate(plan.items, 1):
        if item.activity in medicines and not isinstance(item.time, Fine):
            raise PlanRefused(PlanFault.MEDICINE, f"items/{number}/activity")


def check_dates(plan: ClinicPlan, now: datetime, zone: str) -> None:
    """Refuse a plan that has ended, or that is dated later than any clock on earth. `zone`: the device's."""
    today = now.astimezone(zone_named(plan.zone or zone)).date()
    if today > plan.valid_until:
        raise PlanRefused(PlanFault.ENDED, "valid_until", day=plan.valid_until)
    # The clinic may live a day ahead of the device.
    if today + timedelta(days=1) < plan.issued:
        raise PlanRefused(PlanFault.EARLY, "issued", day=plan.issued)


def session_for(plan: ClinicPlan, sessions: Iterable[Session]) -> Session:
    """The session that a plan is for: on the day it names, else the nearest to its date. Cancelled ones never count."""
    counted = [session for session in sessions if not session.cancelled]
    there = [session for session in counted if _is_on_day(plan, session)]
    same = [session for session in counted if plan.procedure.fits(procedure_of(session))]
    if found := [session for session in there if session in same]:
        return _nearest(plan, found)
    if not counted:
        raise PlanRefused(PlanFault.NO_SESSION, "protocol", theirs=plan.procedure)
    if plan.start and same and not there:
        raise PlanRefused(PlanFault.OTHER_DAY, "start", day=plan.start.date())
    yours = procedure_of(_nearest(plan, counted))
    raise PlanRefused(PlanFault.OTHER_PROCEDURE, "protocol", theirs=plan.procedure, yours=yours)


def procedure_of(session: Session) -> Procedure:
    """What a session is about."""
    return Procedure(session.protocol, session.technique, session.area)


def _is_on_day(plan: ClinicPlan, session: Session) -> bool:
    return plan.start is None or session.start.astimezone(zone_named(plan.zone)).date() == plan.start.date()


def _nearest(plan: ClinicPlan, sessions: Sequence[Session]) -> Session:
    """By the day, and on one day by the time that the plan names; of two as near the earlier."""

    def distance(session: Session) -> tuple[timedelta, datetime, str]:
        place = zone_named(plan.zone or session.zone)
        wall = session.start.astimezone(place).replace(tzinfo=None)
        wanted = plan.start or datetime(plan.issued.year, plan.issued.month, plan.issued.day, 12)
        return abs(wall - wanted), session.start, session.id

    return min(sessions, key=distance)
