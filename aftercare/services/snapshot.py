"""Everything a screen is built from, taken at one moment."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from aftercare.core.activity import Activity, Symptom
from aftercare.core.alert_reach import AlertReach
from aftercare.core.derive import combine, derive
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import Clock, zone_named
from aftercare.core.observation import Observation
from aftercare.core.observation_history import resolved
from aftercare.core.plan import CarePlan
from aftercare.core.plan_version import PlanVersion, plan_version
from aftercare.core.ports import Catalogue, ObservationRepository, OverrideRepository, SessionRepository
from aftercare.core.protocol import CareProtocol, UntilResolved
from aftercare.core.session import ClinicOverride, Session

if TYPE_CHECKING:
    from aftercare.core.late_watch import LateWatch

# Late signs are watched for three months, and the last question stays for three days; an older session shapes no
# screen any more.
FOLLOWED_FOR = timedelta(days=93)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The patient's plan at an instant.

    `now` is UTC, `zone` the device's IANA zone in which every time is shown. `protocols` maps a session's id to the
    protocol it follows. `sessions` are all stored ones, cancelled and old ones too; `plan` holds those that count.
    `unreadable` names sessions whose protocol or zone is not known here; `newer` those in the plan that were made with
    a newer version of it, and so with other hours perhaps. `example`: nothing is the patient's own.
    `observations` are all check-ins, by the moment they speak of; they end the windows that last until a symptom has
    gone. `reach`: how far alerts come on this device; None where nobody looked.
    """

    plan: CarePlan
    sessions: tuple[Session, ...]
    overrides: tuple[ClinicOverride, ...]
    protocols: Mapping[str, CareProtocol]
    activities: tuple[Activity, ...]
    symptoms: Mapping[str, Symptom]
    source_titles: Mapping[str, str]
    now: datetime
    zone: str
    unreadable: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    example: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    # Read when it is first needed: in the first week after a session it is not.
    late_watch: Callable[[], LateWatch] | None = None
    # By ISO 3166 code; read when a number is shown.
    emergency_numbers: Callable[[], Mapping[str, str]] | None = None
    reach: AlertReach | None = None

    def activity(self, activity_id: str) -> Activity:
        """The activity of an id. Raises KeyError."""
        return next(activity for activity in self.activities if activity.id == activity_id)

    @property
    def last(self) -> Session | None:
        """The latest session that has begun and counts."""
        begun = [session for session in self.plan.sessions if session.start <= self.now]
        return begun[-1] if begun else None

    @property
    def next(self) -> Session | None:
        """The soonest session that is still to come."""
        coming = [session for session in self.plan.sessions if session.start > self.now]
        return coming[0] if coming else None


def take(
    catalogue: Catalogue,
    sessions: SessionRepository,
    overrides: OverrideRepository,
    clock: Clock,
    settings: Mapping[str, str] | None = None,
    example: bool = False,
    observations: ObservationRepository | None = None,
    reach: AlertReach | None = None,
) -> Snapshot:
    """The snapshot of this moment. Raises ContentFault where the content is damaged."""
    logged = observations.all() if observations else ()
    return build(
        catalogue, sessions.all(), overrides.all(), clock.now(), clock.zone(), settings, example, logged, reach
    )


def bare(catalogue: Catalogue, clock: Clock, settings: Mapping[str, str]) -> Snapshot:
    """This moment without sessions; reads no content until it is asked for."""
    return Snapshot(
        plan=combine(()),
        sessions=(),
        overrides=(),
        protocols={},
        activities=(),
        symptoms={},
        source_titles={},
        now=clock.now(),
        zone=clock.zone(),
        settings=settings,
        emergency_numbers=catalogue.emergency_numbers,
    )


def build(
    catalogue: Catalogue,
    sessions: Sequence[Session],
    overrides: Sequence[ClinicOverride],
    now: datetime,
    zone: str,
    settings: Mapping[str, str] | None = None,
    example: bool = False,
    observations: Sequence[Observation] = (),
    reach: AlertReach | None = None,
) -> Snapshot:
    """The snapshot of given sessions at a given instant; pure apart from reading the catalogue."""
    protocols: dict[str, CareProtocol] = {}
    unreadable: list[str] = []
    newer: list[str] = []
    plans: list[CarePlan] = []
    for session in sorted(sessions, key=lambda session: session.start):
        try:
            # A device with a newer list of zones may have made it.
            zone_named(session.zone)
            protocols[session.id] = catalogue.protocol(session.protocol, session.version)
        except InvalidInput:
            unreadable.append(session.id)
            continue
        if now - session.end <= FOLLOWED_FOR:
            if plan_version(session, protocols[session.id]) is PlanVersion.NEWER:
                newer.append(session.id)
            waits = any(isinstance(rule.end, UntilResolved) for rule in protocols[session.id].rules)
            gone = resolved(observations, session.id) if waits else {}
            plans.append(derive(session, protocols[session.id], overrides, gone))
    return Snapshot(
        plan=combine(plans),
        sessions=tuple(sessions),
        overrides=tuple(overrides),
        protocols=protocols,
        activities=catalogue.activities(),
        symptoms=catalogue.symptoms(),
        source_titles=catalogue.source_titles(),
        now=now,
        zone=zone,
        unreadable=tuple(unreadable),
        newer=tuple(newer),
        example=example,
        settings=settings or {},
        observations=tuple(observations),
        late_watch=catalogue.late_watch,
        emergency_numbers=catalogue.emergency_numbers,
        reach=reach,
    )
