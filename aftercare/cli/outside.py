"""What every command works on, and how it prints JSON."""
from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aftercare.core.alarm_port import AlarmScheduler
    from aftercare.core.clinic_plan_port import PlanReader
    from aftercare.core.errors import ContentFault
    from aftercare.core.facts import FactReport
    from aftercare.core.instants import Clock
    from aftercare.core.notify_port import Notifier
    from aftercare.core.ports import (
        Catalogue,
        LockedJournal,
        ObservationRepository,
        OverrideRepository,
        SessionRepository,
    )
    from aftercare.services.alarm_agent import Turn
    from aftercare.services.backup import Backups
    from aftercare.services.locked_alerts import Lock, LockedAlerts
    from aftercare.services.patient_data import AllSettings
    from aftercare.services.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Outside:
    """What the commands work on, wired by main.py. The notifier and the fault list are made only when needed."""

    catalogue: Catalogue
    clock: Clock
    sessions: SessionRepository
    overrides: OverrideRepository
    observations: ObservationRepository
    journal: LockedJournal
    settings: AllSettings
    locked_alerts: Callable[[], LockedAlerts[Lock]]
    notifier: Callable[[], Notifier]
    scheduler: Callable[[], AlarmScheduler]
    agent_turn: Callable[[], Turn]
    backups: Callable[[], Backups]
    clinic_plans: Callable[[], PlanReader]
    # Chooses the patient's language; asked again where time has passed.
    speak: Callable[[], None]
    content_faults: Callable[[str | None], list[ContentFault]]
    # None: no catalogues stand beside that content.
    translation_faults: Callable[[str | None], list[ContentFault] | None]
    fact_report: Callable[[str | None, str], FactReport]


def snapshot_of(outside: Outside, now: datetime) -> Snapshot:
    """The plan at this moment."""
    from aftercare.services.snapshot import build

    return build(
        outside.catalogue,
        outside.sessions.all(),
        outside.overrides.all(),
        now,
        outside.clock.zone(),
        outside.settings.all(),
        observations=outside.observations.all(),
    )


def print_json(value: Any) -> int:
    """Print a value; returns the exit status of a command that did what it should."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
    return 0
