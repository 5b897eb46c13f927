"""What to look for in the weeks and months after a session, and on which days the app asks."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from aftercare.core.observation import SignCode
from aftercare.core.protocol import Source
from aftercare.core.review import Review


@dataclass(frozen=True, slots=True)
class LateDay:
    """A day on which the app asks, counted from the session's date, and the evidence for that day."""

    after: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LateSign:
    """A sign it asks for, as a button says it. `areas`: where it can show; empty: everywhere."""

    id: str
    sign: SignCode
    name: str
    areas: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LateWatch:
    """The whole late watch; its days are in order."""

    review: Review
    days: tuple[LateDay, ...]
    signs: tuple[LateSign, ...]

    @property
    def day_numbers(self) -> tuple[int, ...]:
        return tuple(day.after for day in self.days)

    def of_area(self, area: str | None) -> tuple[LateSign, ...]:
        """What it asks for after a session of an area; with an unknown one, what it asks everybody."""
        return tuple(sign for sign in self.signs if not sign.areas or area in sign.areas)

    def asked(self, session_day: date, today: date) -> date | None:
        """The latest date up to `today` on which it asked about a session of a date; None before the first."""
        passed = (today - session_day).days
        due = [after for after in self.day_numbers if after <= passed]
        return session_day + timedelta(due[-1]) if due else None

    def next(self, session_day: date, today: date) -> date | None:
        """The next date after `today` on which it asks; None after the last."""
        passed = (today - session_day).days
        return next((session_day + timedelta(after) for after in self.day_numbers if after > passed), None)
