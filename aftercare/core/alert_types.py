"""What an alert is."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

ALLOWED_FOR = timedelta(hours=24)


class AlertKind(StrEnum):
    """What alerts are about."""

    PREPARE = "prepare"
    SESSION = "session"
    AFTERCARE_START = "aftercare-start"
    ALLOWED = "allowed"
    CHECK_IN = "check-in"
    LATE_WATCH = "late-watch"
    NEXT_SESSION = "next-session"
    LOOK_AGAIN = "look-again"


# The patient asked for these one by one: no switch turns them off, and no day has too many of them.
OWN = (AlertKind.LOOK_AGAIN,)


class Late(StrEnum):
    """What becomes of an alert that could not be shown in time and has not expired."""

    SHOW = "show"
    COLLAPSE = "collapse"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Alert:
    """One dated notification. `fire_at` and `expire_at` are UTC; from `expire_at` on it is dropped.

    `private_text` is the full wording, `public_text` the discreet one for a lock screen; it holds no health word.
    `subject` is the activity's name where alerts of the same moment are told in one sentence, `verb` joins it;
    `gentle`: it is limited rather than left. `wall` is the device's wall time ("2026-11-25T09:00") of an alert that
    keeps that hour wherever the patient is; `fire_at` is then its instant in the zone it was derived for. `at_night`:
    quiet hours do not hold it back.
    """

    key: str
    kind: AlertKind
    fire_at: datetime
    expire_at: datetime
    late: Late
    private_text: str
    public_text: str
    session_id: str
    subject: str = ""
    gentle: bool = False
    verb: str = "is"
    wall: str = ""
    at_night: bool = False

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Soonest first; of the same instant always in the same order."""
        return self.fire_at, self.kind, self.key
