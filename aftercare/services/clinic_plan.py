"""What a clinic's plan would mean for this patient. Nothing is stored here."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from aftercare.core.clinic_plan import SignedPlan
from aftercare.core.clinic_plan_change import ChangeKind, PlanChange, changes
from aftercare.core.clinic_plan_rules import check_dates, check_medicines, session_for
from aftercare.core.observation import Observation
from aftercare.core.observation_history import resolved
from aftercare.core.ports import Catalogue
from aftercare.core.protocol import CareProtocol
from aftercare.core.session import ClinicOverride, Session


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """A plan beside the session that it is for, with each of its items in their order."""

    signed: SignedPlan
    session: Session
    protocol: CareProtocol
    changes: tuple[PlanChange, ...]

    @property
    def changing(self) -> tuple[PlanChange, ...]:
        """Those that would change a time."""
        same = (ChangeKind.CONFIRMS, ChangeKind.UNKNOWN)
        return tuple(change for change in self.changes if change.kind not in same)

    @property
    def needs_tick(self) -> bool:
        """Whether something in it is shorter than the sources say."""
        return any(change.needs_tick for change in self.changes)


def preview(
    signed: SignedPlan,
    catalogue: Catalogue,
    sessions: Iterable[Session],
    overrides: Iterable[ClinicOverride],
    observations: Iterable[Observation],
    now: datetime,
    zone: str,
) -> PlanPreview:
    """What a plan would change at the UTC instant `now`; `zone` is the device's.

    Raises PlanRefused where it does not count, and InvalidInput where its session follows a protocol that this
    version does not know.
    """
    plan, activities = signed.plan, catalogue.activities()
    check_medicines(plan, activities)
    check_dates(plan, now, zone)
    session = session_for(plan, sessions)
    protocol = catalogue.protocol(session.protocol, session.version)
    gone = resolved(observations, session.id)
    found = changes(plan, session, protocol, activities, tuple(overrides), gone)
    return PlanPreview(signed, session, protocol, found)
