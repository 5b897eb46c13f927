"""Snapshots and backups for the tests of the pages about the patient's data."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aftercare.adapters.content import FileCatalogue
from aftercare.core.backup import Counts, Preview
from aftercare.core.observation import Observation
from aftercare.core.session import ClinicOverride, Session
from aftercare.services import snapshot
from aftercare.services.snapshot import Snapshot
from tests.services.backup_cases import NOW

__all__ = ["CATALOGUE", "NONE", "NOW", "ZONE", "preview", "seen"]
CATALOGUE = FileCatalogue()
ZONE = "Europe/Berlin"
NONE = Counts()


def seen(
    sessions: Sequence[Session] = (), observations: Sequence[Observation] = (),
    overrides: Sequence[ClinicOverride] = (), now: datetime = NOW, **settings: str,
) -> Snapshot:  # fmt: skip
    """The patient's data at 09:48 in Berlin, on Wednesday, 10 June."""
    return snapshot.build(CATALOGUE, sessions, overrides, now, ZONE, settings, observations=observations)


def preview(
    backup: Counts = NONE, here: Counts = NONE, newer_here: Counts = NONE, newer_there: Counts = NONE,
    lost: Counts = NONE,
) -> Preview:  # fmt: skip
    """What is in a backup of this moment."""
    return Preview(NOW, backup, here, NONE, newer_here, newer_there, lost)
