"""What articles say of courses: hints beside the plan that the clinic makes, never a plan themselves."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.protocol import Source
from aftercare.core.review import Review


@dataclass(frozen=True, slots=True)
class CourseStage:
    """A run of sessions.

    `sessions`: fewest and most; the most is None where no article names one, the whole where none gives a number.
    `interval_days`: shortest and longest number of days from one session to the next, None where none is given.
    """

    sessions: tuple[int, int | None] | None
    interval_days: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class CourseHint:
    """One course as an article describes it. `area`, `product`: empty means any. `text` says all of it in words.

    `maintenance_months`: months after which it is repeated, None where no number is given.
    """

    id: str
    name: str
    protocol: str
    stages: tuple[CourseStage, ...]
    text: str
    sources: tuple[Source, ...]
    area: str = ""
    product: str = ""
    maintenance_months: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class SessionLength:
    """How long a session of a protocol takes. `minutes`: fewest and most."""

    protocol: str
    minutes: tuple[int, int]
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class EffectTime:
    """How long an effect may last. `protocols`: empty means all."""

    text: str
    sources: tuple[Source, ...]
    protocols: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Courses:
    """Everything about courses. `note` says that the clinic decides and stands beside every hint."""

    review: Review
    note: str
    hints: tuple[CourseHint, ...]
    lengths: tuple[SessionLength, ...]
    lasts: tuple[EffectTime, ...]

    def hints_for(self, protocol: str, area: str | None = None, product: str | None = None) -> tuple[CourseHint, ...]:
        """The hints for a session, the more special ones first."""
        fitting = [
            hint
            for hint in self.hints
            if hint.protocol == protocol and hint.area in ("", area) and hint.product in ("", product)
        ]
        return tuple(sorted(fitting, key=lambda hint: (not hint.product, not hint.area)))
