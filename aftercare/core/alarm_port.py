"""What the app needs from a system that wakes it, or speaks for it, while it is closed.

Unlike a `Notifier`, which shows a message now, a scheduler holds what comes later. All instants are aware UTC.
No wall time is written into a text: an instant in it is a mark (`instant_mark`), which whoever shows the text
replaces by the time in the zone of that moment (`with_times`).
"""
from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from aftercare.core.alert import Late
from aftercare.core.notify_port import Availability

_LARGEST_ID = 0x7FFF_FFFF
_MARK = re.compile(r"\{time:(-?\d{1,12})\}")


def alarm_id(key: str) -> int:
    """A whole number from 1 to 2**31 - 1 that is the same for a key on every device and in every version."""
    digest = hashlib.sha256(key.encode("utf-8")).digest()
    return int.from_bytes(digest[:4], "big") % _LARGEST_ID + 1


def instant_mark(moment: datetime) -> str:
    """The mark that stands for an instant in a text: "{time:1795597200}", seconds since 1970 in UTC."""
    return f"{{time:{int(moment.timestamp())}}}"


def with_times(text: str, said: Callable[[datetime], str]) -> str:
    """The text with every mark replaced by what `said` makes of its instant (UTC)."""
    return _MARK.sub(lambda found: said(datetime.fromtimestamp(int(found[1]), UTC)), text)


@dataclass(frozen=True, slots=True)
class PlannedAlarm:
    """One notification that the system shows, or wakes us to show, at `fire_at`.

    `id` is `alarm_id(key)`: showing the same key again replaces it. From `expire_at` on it is not shown any more;
    until then `late` says what becomes of it when the device was off. The private texts are for an unlocked
    device; where the patient wants them discreet, they equal the public ones. `wall` is the device's wall time
    ("2026-11-25T09:00") of an alarm that stays at that hour wherever the patient travels; `fire_at` is then its
    instant in the zone of planning. It is empty for every alarm that is about elapsed time.
    """

    id: int
    key: str
    kind: str
    fire_at: datetime
    expire_at: datetime
    late: Late
    title_private: str
    text_private: str
    title_public: str
    text_public: str
    wall: str = ""


@dataclass(frozen=True, slots=True)
class AlarmStatus:
    """What the system holds: whether our part is in place, how many alarms wait, when the next one comes (UTC).

    `note` is one sentence for the patient about what is out of order, or "".
    """

    installed: bool
    armed: int = 0
    next: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change. Not `ok`: `reason` says why in one sentence; trying again is safe."""

    ok: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """An alarm that the system dealt with by itself, for the journal. `state` is "shown" or "dropped"."""

    key: str
    fire_at: datetime
    state: str
    at: datetime


class AlarmScheduler(Protocol):
    """Keeps alarms while the app is closed. No call raises; each may take seconds, so none belongs in a frame."""

    @property
    def name(self) -> str:
        """What the settings call this way of waking, a technical name."""
        ...

    def available(self) -> Availability:
        """Whether this way works here and now; if not, why, and what the patient can do."""
        ...

    def install(self) -> Outcome:
        """Put our part into the system; done again, it repairs it. Needs the patient's consent."""
        ...

    def remove(self) -> Outcome:
        """Take out everything that was ever installed or armed."""
        ...

    def status(self) -> AlarmStatus:
        """What the system holds now."""
        ...

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        """Let these replace all that was armed, soonest first, as many as the system allows."""
        ...


class SpeakingScheduler(AlarmScheduler, Protocol):
    """A scheduler whose system shows the alarms itself, without starting us: the phones.

    When the app comes to the front: put `settled` into the journal, `forget` it, then `arm` what is pending.
    """

    def settled(self) -> tuple[Settled, ...]:
        """What was done since it was last forgotten. Once in the journal, it is forgotten here."""
        ...

    def forget(self, taken: Sequence[Settled]) -> Outcome:
        """Let go of what the journal holds now. What came meanwhile stays."""
        ...

    def close(self, keys: Sequence[str]) -> Outcome:
        """Take notifications of withdrawn alarms off the display."""
        ...
