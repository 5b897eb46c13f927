"""Who has looked at a piece of clinical content, and when it was written."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NOBODY = "none yet"
FIRST_DATE = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Review:
    """The state of one content file. `date`: when this version was written. `reviewed_by`: a clinician, or NOBODY."""

    version: int = 1
    date: date = FIRST_DATE
    reviewed_by: str = NOBODY

    @property
    def reviewed(self) -> bool:
        """Whether a clinician has signed this version."""
        return self.reviewed_by != NOBODY
