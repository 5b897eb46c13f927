"""What the patient logs of their skin at a moment (FHIR Observation)."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

LEAST_CELSIUS, MOST_CELSIUS = 34.0, 42.0


class Severity(StrEnum):
    """How much of a symptom is there, the least first."""

    NONE = "none"
    MILD = "mild"
    MEDIUM = "medium"
    STRONG = "strong"

    @property
    def rank(self) -> int:
        """0 for none to 3 for strong."""
        return list(Severity).index(self)


class Trend(StrEnum):
    """A symptom compared with the last time."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class SignCode(StrEnum):
    """The warning signs that this version knows. An observation keeps any other one as the text it was stored with."""

    HARD_TO_BREATHE = "hard-to-breathe"
    HARD_TO_SWALLOW = "hard-to-swallow"
    SWOLLEN_FACE = "swollen-face-lips-tongue-throat"
    COLLAPSE = "collapse"
    VISION_CHANGE = "vision-change"
    STROKE_SIGNS = "stroke-signs"
    CONFUSION = "confusion"
    BLUE_GREY_BLOTCHY = "blue-grey-blotchy"
    PALE_OR_MOTTLED = "pale-or-mottled-skin"
    COLD_SKIN = "cold-skin"
    SEVERE_PAIN = "severe-pain"
    GROWING_PAIN = "growing-pain"
    SPREADING_REDNESS = "spreading-redness"
    HEAT = "heat"
    PUS = "pus"
    HOT_AND_SHIVERY = "hot-and-shivery"
    BLISTERS = "blisters"
    HIVES = "hives"
    NEW_LUMP = "new-lump"
    HAIR_LOSS_PATCHES = "hair-loss-patches"


# In the order in which a check-in asks.
SYMPTOMS = ("redness", "swelling", "bruise", "papules", "marks", "tenderness", "itch", "pain")

_Code = TypeVar("_Code", Severity, Trend)


@dataclass(frozen=True, slots=True)
class SymptomReport:
    """One symptom as logged. None: not answered. A code of a newer version stays the text it was stored with."""

    symptom: str
    severity: str | None = None
    trend: str | None = None

    @property
    def known_severity(self) -> Severity | None:
        """The severity if it was answered and this version knows it."""
        return _known(Severity, self.severity)

    @property
    def known_trend(self) -> Trend | None:
        """The trend if it was answered and this version knows it."""
        return _known(Trend, self.trend)

    @property
    def answered(self) -> bool:
        """Whether anything was said of it."""
        return self.severity is not None or self.trend is not None

    @property
    def there(self) -> bool:
        """Whether it is there, or may be: anything was said but a plain "none"."""
        return self.answered and self.severity != Severity.NONE


@dataclass(frozen=True, slots=True)
class Observation:
    """One check-in.

    `at` is the UTC instant it speaks of ("yesterday evening"), `recorded_at` when it was entered, `date` the date on
    the device that it counts for. `session_id` None: no session was known. `signs` are SignCode texts, unknown ones
    included. `photos` are ids of stored pictures. `absent` are signs that were asked for and are not there.
    `copy_from`: this is an older version of another check-in, "backup" or "device", that a restore has kept.
    """

    id: str
    session_id: str | None
    at: datetime
    recorded_at: datetime
    date: date
    symptoms: tuple[SymptomReport, ...] = ()
    signs: tuple[str, ...] = ()
    temperature_c: float | None = None
    note: str = ""
    photos: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    copy_from: str = ""

    def report(self, symptom: str) -> SymptomReport | None:
        """What was logged of a symptom, or None."""
        return next((report for report in self.symptoms if report.symptom == symptom), None)

    @property
    def empty(self) -> bool:
        """Whether nothing at all was answered."""
        told = any(report.answered for report in self.symptoms)
        said = self.signs or self.absent or self.note or self.photos
        return not (told or said or self.temperature_c is not None)


def _known(kind: type[_Code], text: str | None) -> _Code | None:
    return kind(text) if text is not None and text in list(kind) else None
