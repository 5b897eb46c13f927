"""A plan that a clinic writes for its patient: times of its own for activities around one session."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from aftercare.core.protocol import Phase

# The form of plan files that this version reads.
PLAN_VERSION = 1


@dataclass(frozen=True, slots=True)
class Hours:
    """Wait so many hours of healing time: after the session's end, or before its start."""

    hours: float


@dataclass(frozen=True, slots=True)
class FromMoment:
    """OK from this clock time on, in the clinic's zone; only after a session."""

    wall: datetime


@dataclass(frozen=True, slots=True)
class Fine:
    """The clinic sets no limit."""


ClinicTime = Hours | FromMoment | Fine


@dataclass(frozen=True, slots=True)
class PlanItem:
    """What the clinic says of one activity on one side of the session.

    `activity` may be one that this version does not know: it is kept as it is. `note`: the clinic's own words, shown
    as such and never translated.
    """

    activity: str
    time: ClinicTime
    phase: Phase = Phase.AFTER
    note: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """What a session or a plan is about; None as `technique` or `area`: not named, so it fits every one."""

    protocol: str
    technique: str | None = None
    area: str | None = None

    def fits(self, other: Procedure) -> bool:
        """Whether both may be the same: what either of them leaves open does not part them."""
        pairs = ((self.technique, other.technique), (self.area, other.area))
        return self.protocol == other.protocol and all(None in pair or pair[0] == pair[1] for pair in pairs)


@dataclass(frozen=True, slots=True)
class ClinicPlan:
    """The plan as the clinic wrote it. It holds through `valid_until`, a date in the clinic's zone.

    `start`, `zone` and `minutes` describe the session it was made for, where the clinic named it: the clinic's clock
    time, its IANA zone and how long it took. Without them it is for the session nearest to `issued`.
    """

    clinic: str
    issued: date
    valid_until: date
    procedure: Procedure
    items: tuple[PlanItem, ...]
    phone: str = ""
    start: datetime | None = None
    zone: str = ""
    minutes: int | None = None
    version: int = PLAN_VERSION


@dataclass(frozen=True, slots=True)
class SignedPlan:
    """A plan whose signature fits `key`, the clinic's public one (32 bytes).

    That proves that whoever holds the other half of the key wrote exactly this; not that it is the patient's clinic.
    """

    plan: ClinicPlan
    key: bytes

    @property
    def fingerprint(self) -> str:
        """A short name of the key, to compare by eye: "3f2a 91c0 77de 0b14"."""
        digits = hashlib.sha256(self.key).hexdigest()
        return " ".join(digits[at : at + 4] for at in range(0, 16, 4))
