"""The lists of Today below the answers: what to stop, what is normal, and what to look for late."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StopRow:
    """One activity before a session.

    `chip` is a look of the kit: "before_stop", "ask", "with_care", "not_yet" or "ok".
    """

    activity: str
    icon: str
    tone: str
    chip: str
    word: str
    name: str
    line: str
    spoken: str


@dataclass(frozen=True, slots=True)
class StopList:
    """What to stop before a session."""

    heading: str
    subtitle: str
    count: str
    rows: tuple[StopRow, ...]


@dataclass(frozen=True, slots=True)
class SignRow:
    """One expected symptom. `tone` is "sand", or "care" once it should be gone."""

    symptom: str
    icon: str
    name: str
    line: str
    tone: str


@dataclass(frozen=True, slots=True)
class Signs:
    """What is normal on this day."""

    heading: str
    rows: tuple[SignRow, ...]


@dataclass(frozen=True, slots=True)
class LateCard:
    """The question of the late watch. `signs` are (code, words); `lead` and `text` say what a late sign is worth."""

    title: str
    subtitle: str
    question: str
    signs: tuple[tuple[str, str], ...]
    none: str
    lead: str
    text: str
