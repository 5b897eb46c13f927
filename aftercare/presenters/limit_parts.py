"""The parts of the sheet of one limit, as finished strings."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aftercare.core.protocol import Phase


@dataclass(frozen=True, slots=True)
class Track:
    """The line from the session to the end: see the kit's PhaseTrack for shapes and kinds. Fractions of its width."""

    phases: tuple[tuple[float, float, str], ...]
    now: float | None
    labels: tuple[tuple[float, str, str], ...]
    marks: tuple[float, ...] = ()
    clinic: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Hero:
    """The answer: a label, the large words, at the right a day and a time, then the track and a sentence.

    `ear` are the large words for the ear, where they are shortened for the eye.
    """

    label: str
    big: str
    aside_top: str = ""
    aside: str = ""
    track: Track | None = None
    line: str = ""
    ear: str = ""

    @property
    def spoken(self) -> str:
        """The answer for the ear."""
        return ", ".join(part for part in (f"{self.label} {self.ear or self.big}", self.aside_top, self.aside) if part)


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note of the sheet: icon and tone of the kit, words in semi-bold, text."""

    lead: str
    text: str
    icon: str = "info"
    tone: str = "ask"


@dataclass(frozen=True, slots=True)
class Differ:
    """What each source says where they do not agree: (name, fraction, label, deciding)."""

    title: str
    rows: tuple[tuple[str, float, str, bool], ...]
    now: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of one article and what it says."""

    title: str
    line: str
    says: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The row of the sources and what it unfolds."""

    title: str
    detail: str
    passages: tuple[Passage, ...]
    caution: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the clinic; `text` is what is copied. `folded`: it stands behind a row."""

    title: str
    detail: str
    text: str
    copy: str
    copied: str
    folded: bool


@dataclass(frozen=True, slots=True)
class ClinicWord:
    """What the clinic said, or may say: one row, and all that the editor behind it needs.

    `hours` is where the editor starts, `longest` the longest of the sources (None: they name no time). `base` is the
    instant (UTC) that the hours count from, backwards in phase "before". `override_id` is None until it said something.
    """

    title: str
    detail: str
    action: str
    session_id: str
    activity: str
    phase: Phase
    hours: float
    longest: float | None
    base: datetime
    now: datetime
    zone: str
    override_id: str | None
    heading: str
    scope: str
    fine: str
    fine_detail: str


@dataclass(frozen=True, slots=True)
class MedicineWords:
    """A medicine: prescribed first, then bought by oneself; `answers` to the question are (key, words, note)."""

    prescribed: tuple[str, str]
    own: tuple[str, str]
    question: str
    answers: tuple[tuple[str, str, NoteText], ...]


@dataclass(frozen=True, slots=True)
class LimitState:
    """Everything the sheet shows; empty strings, empty tuples and None are left out.

    `tone` is a state of the kit's statuses. `until_then` holds (tone, text). `told` says when an alert comes.
    """

    activity: str
    name: str
    icon: str
    tone: str
    status: str
    hero: Hero | None
    close: str
    notes: tuple[NoteText, ...] = ()
    medicine: MedicineWords | None = None
    differ: Differ | None = None
    until_title: str = ""
    until_then: tuple[tuple[str, str], ...] = ()
    restart_title: str = ""
    restart: tuple[str, ...] = ()
    restart_folded: bool = True
    why_title: str = ""
    why: str = ""
    question: Question | None = None
    clinic: ClinicWord | None = None
    sources: Sources | None = None
    told: str = ""
    told_detail: str = ""
    check_in: str = ""
    closing: NoteText | None = None
