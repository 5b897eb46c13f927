"""What the check-in shows, as finished strings: nothing is decided after this."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from aftercare.presenters.photos_state import PhotoRow


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers: its key, its word, and how a screen reader says it."""

    key: str
    word: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with one answer; `chosen` is its key, empty while there is none."""

    title: str
    options: tuple[Option, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class SymptomCard:
    """How strong a symptom is. `usual` and `skin` (how it shows on brown or black skin) may be empty.

    `trend` compares with the last check-in; None where there is nothing to compare.
    """

    symptom: str
    icon: str
    name: str
    usual: str
    skin: str
    strength: Question
    trend: Question | None


@dataclass(frozen=True, slots=True)
class Chip:
    """Something else that can be there. `field` is "sign", or "symptom" for one that is not expected."""

    field: str
    code: str
    word: str
    on: bool


@dataclass(frozen=True, slots=True)
class RedCard:
    """The way to emergency help, before any question."""

    title: str
    text: str
    action: str


@dataclass(frozen=True, slots=True)
class TemperatureState:
    """`value` reads "Not measured" until it is. `unit` is "C" or "F". `clear` is empty while nothing is measured.

    `switch` are the words that lead to `other_unit`.
    """

    title: str
    value: str
    word: str
    tone: str
    less: str
    more: str
    clear: str
    unit: str
    switch: str
    other_unit: str


@dataclass(frozen=True, slots=True)
class WhenQuestion:
    """Of when the check-in speaks. The day and the time can be chosen while `choosing`."""

    question: Question
    choosing: bool
    day: date
    today: date
    first: date
    first_weekday: int
    time_title: str
    time: str
    earlier: str
    later: str
    fault: str


@dataclass(frozen=True, slots=True)
class CheckInState:
    """The whole screen. `fault` is what is missing, once the result was asked for. `note` is what was typed.

    `skin_notes` are a sign and how it shows on brown or black skin. `all_none` fills in None for the rest of `asked`;
    `all_none_on`: all of them say none.
    """

    title: str
    close: str
    heading: str
    lead: str
    resumed: str
    again: str
    red: RedCard
    all_none_lead: str
    all_none: str
    all_none_on: bool
    asked: tuple[str, ...]
    cards: tuple[SymptomCard, ...]
    more_title: str
    chips: tuple[Chip, ...]
    extra: tuple[SymptomCard, ...]
    skin_notes: tuple[tuple[str, str], ...]
    temperature: TemperatureState
    when: WhenQuestion
    note_title: str
    note_hint: str
    note: str
    action: str
    saved: str
    fault: str
    photos: PhotoRow | None = None
