"""What a clinic's plan would change against the plan that the patient has now. Pure; nothing is stored."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from aftercare.core.activity import Activity
from aftercare.core.clinic_plan import ClinicPlan, Fine, FromMoment, PlanItem
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.core.derive import derive
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import entered, zone_named
from aftercare.core.plan import CarePlan
from aftercare.core.protocol import CareProtocol, ElapsedHours, Phase, Strength
from aftercare.core.session import LONGEST_OVERRIDE_HOURS, ClinicOverride, Session
from aftercare.words import marked

AFTER_END = marked("use a time after the session's end and within a year of it.")
VALID_CLOCK = marked("clocks skip this time. Use another one.")


class ChangeKind(StrEnum):
    """What an item does to the patient's present time. UNKNOWN: this version does not know the activity."""

    SHORTER = "shorter"
    LONGER = "longer"
    NEW = "new"
    CONFIRMS = "confirms"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One item against the present plan of its session.

    `before` and `after` are hours after the session's end, or before its start; 0: no limit, None: no time is known,
    the clinic is to be asked. A medicine stays at None. `until`: the UTC instant to which `after` leads.
    `source_range`: the hours that the sources name, where they name any. `needs_tick`: it is shorter than the
    sources say, so that the patient has to agree to it by itself.
    """

    item: PlanItem
    kind: ChangeKind
    before: float | None = None
    after: float | None = None
    until: datetime | None = None
    source_range: tuple[float, float] | None = None
    needs_tick: bool = False

    def override(self, id: str, session: Session, given_at: datetime) -> ClinicOverride | None:
        """The clinic's word that it becomes; None where nothing is known to change: a medicine, an unknown thing."""
        if self.after is None:
            return None
        return ClinicOverride(id, session.id, self.item.activity, self.after or None, given_at, self.item.phase)


def changes(
    plan: ClinicPlan,
    session: Session,
    protocol: CareProtocol,
    activities: Iterable[Activity],
    overrides: Collection[ClinicOverride] = (),
    resolved: Mapping[str, datetime] | None = None,
) -> tuple[PlanChange, ...]:
    """Each item in its order. `overrides` and `resolved` as `derive` takes them.

    Raises PlanRefused for a moment that does not lie after the session.
    """
    known = {activity.id: activity for activity in activities}
    present, sources = (derive(session, protocol, said, resolved) for said in (overrides, ()))
    told = {(each.activity, each.phase) for each in overrides if each.session_id == session.id}
    found = []
    for number, item in enumerate(plan.items, 1):
        if item.activity not in known:
            found.append(PlanChange(item, ChangeKind.UNKNOWN))
        elif known[item.activity].medicine:
            found.append(PlanChange(item, ChangeKind.CONFIRMS))
        else:
            after = hours_of(item, plan, session, f"items/{number}/from")
            before = _before(present, session, item, (item.activity, item.phase) in told)
            found.append(
                PlanChange(
                    item, _kind(before, after), before, after, _until(item, session, after),
                    _range(protocol, item), after < _timed(sources, session, item),
                )
            )  # fmt: skip
    return tuple(found)


def hours_of(item: PlanItem, plan: ClinicPlan, session: Session, field: str) -> float:
    """The hours that an item asks for around a session; 0: none. Raises PlanRefused."""
    if isinstance(item.time, Fine):
        return 0
    if not isinstance(item.time, FromMoment):
        return item.time.hours
    try:
        moment = entered(item.time.wall, zone_named(plan.zone or session.zone), field)
    except InvalidInput as refused:
        raise PlanRefused(PlanFault.FIELD, field, VALID_CLOCK) from refused
    hours = (moment - session.end) / timedelta(hours=1)
    if not 0 < hours <= LONGEST_OVERRIDE_HOURS:
        raise PlanRefused(PlanFault.FIELD, field, AFTER_END)
    return hours


def _kind(before: float | None, after: float) -> ChangeKind:
    if before == after:
        return ChangeKind.CONFIRMS
    if not before:
        return ChangeKind.NEW
    return ChangeKind.SHORTER if after < before else ChangeKind.LONGER


def _before(plan: CarePlan, session: Session, item: PlanItem, is_told: bool) -> float | None:
    """The present hours of one side of a session; None where a question stays open, however long it is limited."""
    ours = [part for part in plan.parts if part.activity == item.activity and part.phase in (item.phase, Phase.DAY)]
    # What lasts until a symptom has gone asks only after its latest end.
    if any(part.strength is Strength.ASK and part.until_resolved is None for part in ours):
        return None
    is_ruled = is_told or item.activity in plan.ruled[session.id]
    return _timed(plan, session, item) or (0 if is_ruled else None)


def _timed(plan: CarePlan, session: Session, item: PlanItem) -> float:
    """How long one side of a session is restricted; the day of the session counts for both of its sides."""
    spans = [timedelta(0)]
    for part in plan.parts:
        if part.activity == item.activity and part.strength is not Strength.ASK and part.end is not None:
            spans.append(session.start - part.start if item.phase is Phase.BEFORE else part.end - session.end)
    return max(spans) / timedelta(hours=1)


def _until(item: PlanItem, session: Session, hours: float) -> datetime | None:
    if not hours:
        return None
    span = timedelta(hours=hours)
    return session.start - span if item.phase is Phase.BEFORE else session.end + span


def _range(protocol: CareProtocol, item: PlanItem) -> tuple[float, float] | None:
    ends = [rule.end for rule in protocol.rules if (rule.activity, rule.phase) == (item.activity, item.phase)]
    longest = max((end for end in ends if isinstance(end, ElapsedHours)), key=lambda end: end.max, default=None)
    return (longest.min, longest.max) if longest else None
