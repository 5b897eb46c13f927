"""Clinical knowledge as values: what a protocol restricts, what it expects, and which article says so."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aftercare.core.review import FIRST_DATE, NOBODY, Review


class Phase(StrEnum):
    """Where a rule lies: before the session, after it, or on the clinic-local calendar date of the session."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"


class Strength(StrEnum):
    """What a rule asks for: leave it, take care, or ask the clinic because no source gives hours."""

    AVOID = "avoid"
    LIMIT = "limit"
    ASK = "ask"

    @property
    def rank(self) -> int:
        """Higher is stricter; the strictest of several rules decides."""
        return _RANK[self]


_RANK = {Strength.ASK: 0, Strength.LIMIT: 1, Strength.AVOID: 2}


@dataclass(frozen=True, slots=True)
class ElapsedHours:
    """Hours of healing time: counted from the session's end (after) or back from its start (before).

    `max` decides; `min` to `max` is the range over the articles.
    """

    min: float
    max: float


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """The whole calendar date of the session's start, in the clinic's zone."""


@dataclass(frozen=True, slots=True)
class UntilResolved:
    """At least `min_hours`, and until the patient logs that a symptom has gone; after `cap_hours` the app asks."""

    symptom: str
    min_hours: float
    cap_hours: float


@dataclass(frozen=True, slots=True)
class AskClinic:
    """No source gives hours, so none are shown."""


RuleEnd = ElapsedHours | CalendarDay | UntilResolved | AskClinic


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A line of a source article."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one line of one article says about a rule: for which procedure, and which hours if it names any."""

    source: Source
    about: str
    hours: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class RestrictionRule:
    """One activity, one phase, one end.

    `extended`: no article names it for this procedure and the value is taken from `extended_from`.
    `undated`: an article names it for this procedure but gives no hours. `stated_hours`: it gives these, and the
    longer value is taken from `extended_from`.
    """

    id: str
    activity: str
    phase: Phase
    end: RuleEnd
    strength: Strength
    rationale: str
    claims: tuple[Claim, ...]
    extended: bool = False
    extended_from: str = ""
    undated: bool = False
    stated_hours: tuple[float, float] | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(claim.source for claim in self.claims)


@dataclass(frozen=True, slots=True)
class ExpectedEffect:
    """A symptom that is expected after a session: hours from the session's end until it usually and latest ends.

    `technique` empty: with every technique. An effect with `usual_hours` (0, 0) is not expected at all, and
    `latest_hours` then says how long it need not alarm. `same_day`: it should be gone by the next date at the clinic.
    """

    symptom: str
    onset_hours: float
    usual_hours: tuple[float, float]
    latest_hours: float
    sources: tuple[Source, ...]
    technique: str = ""
    same_day: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A technique, device or product that the patient can pick: id and the words for it."""

    id: str
    name: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class CareProtocol:
    """Versioned clinical knowledge for one procedure (FHIR PlanDefinition). `minutes`: the usual session length.

    `date`: when this version was written. `reviewed_by`: the clinician who signed it, or "none yet".
    """

    id: str
    version: int
    name: str
    treatment: str
    hint: str
    icon: str
    minutes: int
    areas: tuple[str, ...]
    techniques: tuple[Choice, ...]
    products: tuple[Choice, ...]
    rules: tuple[RestrictionRule, ...]
    effects: tuple[ExpectedEffect, ...]
    date: date = FIRST_DATE
    reviewed_by: str = NOBODY

    @property
    def review(self) -> Review:
        """Whether a clinician has signed this version."""
        return Review(self.version, self.date, self.reviewed_by)

    def effects_for(self, technique: str | None) -> tuple[ExpectedEffect, ...]:
        """The effects expected with a technique; one that is not known keeps only what every technique shares."""
        return tuple(effect for effect in self.effects if effect.technique in ("", technique))
