"""The self-check before a session: what to tell the clinic first. It never decides whether a session takes place."""
from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aftercare.core.protocol import Source
from aftercare.core.review import Review


class Outcome(StrEnum):
    """What a "yes" leads to, the strictest first. None of them is a permission, and none is a ban by the app."""

    WAIT = "wait"
    POSTPONE = "postpone"
    ASK_DOCTOR = "ask_doctor"
    TELL = "tell"

    @property
    def rank(self) -> int:
        """3 for wait down to 0 for tell."""
        return len(Outcome) - 1 - list(Outcome).index(self)


@dataclass(frozen=True, slots=True)
class CheckCondition:
    """One condition that a question covers. `id` is its subject; `say` is what to tell the clinic about it."""

    id: str
    name: str
    say: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """One question, answered yes or no, for every protocol alike.

    `lead` says what to do after a "yes", `say` what to tell the clinic if no single condition is picked.
    `window_days`: only for the period; days before its start and days after its start in which the clinic wants to
    know of it.
    """

    id: str
    title: str
    hint: str
    outcome: Outcome
    lead: str
    say: str
    conditions: tuple[CheckCondition, ...]
    window_days: tuple[int, int] | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every line behind one of its conditions, once each."""
        return tuple(dict.fromkeys(source for each in self.conditions for source in each.sources))


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The whole self-check, in the order in which it is asked."""

    review: Review
    questions: tuple[CheckQuestion, ...]
