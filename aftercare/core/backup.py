"""What a backup holds, and what opening it would do."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from aftercare.core.rows import OBSERVATIONS, OVERRIDES, PHOTOS, SESSIONS, SETTINGS, Record, Rows

SUFFIX = ".aftercare"
FEWEST_PASSWORD = 8
# The choices that belong to a device, not to its patient: none leaves it, and none comes from another one.
_LOCAL = {
    "system_language", "missed_seen", "alerts_banner", "asked-notifications", "greeted", "window", "lock", "pin",
}  # fmt: skip
_LOCAL_STARTS = ("closed_app", "lock_", "window_", "backup_", "pin_")


class Mode(StrEnum):
    """How a backup is put in."""

    MERGE = "merge"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of what the patient knows of. `clinic_times`: what the clinic said."""

    sessions: int = 0
    check_ins: int = 0
    photos: int = 0
    clinic_times: int = 0

    @property
    def total(self) -> int:
        return self.sessions + self.check_ins + self.photos + self.clinic_times


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. `schema`: the version of its data; `made_at` in UTC; `app`: the app's version."""

    made_at: datetime
    schema: int
    app: str = ""
    counts: Counts = field(default_factory=Counts)
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What is in a whole and unchanged backup, and what putting it in would do.

    `here`: what this device holds. `added`: what is only in the backup. `newer_here` and `newer_there`: records that
    both hold and that differ; both versions are kept. `lost`: what replacing would take away from here.
    """

    made_at: datetime
    backup: Counts
    here: Counts
    added: Counts
    newer_here: Counts
    newer_there: Counts
    lost: Counts
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What putting a backup in did. `kept`: second versions that stand beside the newer ones from now on.

    `set_aside`: those of them that only the table of kept copies holds. `copy`: the file that holds what was here
    before a replacement, else "". `missing_photos`: pictures that the backup names and did not have. `lock_gone`: no
    code is set any more, since the key was lost.
    """

    mode: Mode
    added: Counts
    updated: Counts
    kept: Counts
    set_aside: int = 0
    copy: str = ""
    missing_photos: int = 0
    lock_gone: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A backup that was written: its path, when (UTC), what is in it, its bytes, and whether a password locks it."""

    path: str
    made_at: datetime
    counts: Counts
    size: int
    protected: bool = False
    missing_photos: int = 0


@dataclass(frozen=True, slots=True)
class BackupPlaces:
    """Where automatic backups lie: noted beside the data too, since settings that cannot be read tell nothing.

    `mark`: what this device's files are called by. `folders`: all that were ever chosen. `daily`: they are switched on.
    """

    mark: str = ""
    folders: tuple[str, ...] = ()
    daily: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A backup that can be put in, and when it was made (UTC). `protected`: it asks for a password."""

    path: str
    made_at: datetime
    protected: bool = False


def is_local(name: str) -> bool:
    """Whether a setting belongs to the device alone."""
    return name in _LOCAL or name.startswith(_LOCAL_STARTS)


def is_local_record(table: str, record: Record) -> bool:
    """Whether a record stays on its device."""
    return table == SETTINGS and is_local(str(record.get("id")))


def shareable(rows: Rows) -> Rows:
    """The records that a backup holds."""
    return {
        table: [record for record in records if not is_local_record(table, record)] for table, records in rows.items()
    }


def counts_of(rows: Rows) -> Counts:
    """How much of what the patient knows of is in the data."""
    return counted({table: len(records) for table, records in rows.items()})


def counted(numbers: Mapping[str, int]) -> Counts:
    """Numbers by table as counts."""
    return Counts(
        numbers.get(SESSIONS, 0), numbers.get(OBSERVATIONS, 0), numbers.get(PHOTOS, 0), numbers.get(OVERRIDES, 0)
    )
