"""How long a wrong code makes one wait, and when the app locks itself. Nothing is ever erased.

A wait counts down by two clocks: the wall clock, and the seconds of the running program, which nobody sets. A wall
clock that was set back starts the wait again where it was; it never shortens it.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

FREE_TRIES = 5
# The wait after the fifth wrong code, the sixth and so on; the last one stays.
WAITS = tuple(timedelta(seconds=seconds) for seconds in (30, 60, 300, 900, 3600))
NO_WAIT = timedelta()


@dataclass(frozen=True, slots=True)
class Reading:
    """The clocks at one look: `now` in UTC; `ticks`, seconds that only grow, comparable within one `run` alone."""

    now: datetime
    ticks: float = 0.0
    run: str = ""


@dataclass(frozen=True, slots=True)
class Tries:
    """`wrong` codes since the last right one; `wait` was what was left to wait when the clocks stood at `seen`."""

    wrong: int = 0
    wait: timedelta = NO_WAIT
    seen: Reading | None = None

    @property
    def left(self) -> int:
        """How many wrong codes bring no wait yet."""
        return max(0, FREE_TRIES - self.wrong)


def wait_after(wrong: int) -> timedelta:
    """The whole wait that this many wrong codes bring."""
    return WAITS[min(wrong - FREE_TRIES, len(WAITS) - 1)] if wrong >= FREE_TRIES else NO_WAIT


def one_more(tries: Tries, at: Reading) -> Tries:
    """One more wrong code. It is written before a code is tried, so that ending the app saves no wait."""
    wrong = tries.wrong + 1
    return Tries(wrong, max(wait_after(wrong), left_to_wait(tries, at)), at)


def left_to_wait(tries: Tries, at: Reading) -> timedelta:
    """How long no code is taken yet."""
    if tries.seen is None:
        return NO_WAIT
    passed = at.now - tries.seen.now
    if at.run == tries.seen.run:
        passed = min(passed, timedelta(seconds=at.ticks - tries.seen.ticks))
    return max(NO_WAIT, tries.wait - max(NO_WAIT, passed))


def looked_at(tries: Tries, at: Reading) -> Tries:
    """The same wait as counted from this look; to be stored when the clock was set back.

    Without it a clock that ran years ahead for a moment would make one wait for years.
    """
    return replace(tries, wait=left_to_wait(tries, at), seen=at)


def was_set_back(tries: Tries, at: Reading) -> bool:
    """Whether the wall clock stands before the last look."""
    return tries.seen is not None and at.now < tries.seen.now


LOCK_AFTER, LOCK_HIDDEN = "lock_after", "lock_hidden"
# Minutes; 0 means at once.
CHOICES = (0, 1, 5, 15)
USUAL_MINUTES = 1


@dataclass(frozen=True, slots=True)
class AutoLock:
    """Lock after so many `minutes` without a touch; and `when_hidden`: as soon as another app is in front."""

    minutes: int = USUAL_MINUTES
    when_hidden: bool = True


@dataclass(frozen=True, slots=True)
class Use:
    """The last touch, and since when the app is hidden, or None (UTC).

    `sent_away`: we opened the camera or a dialog ourselves, so the patient comes back in a moment.
    """

    touched: datetime
    hidden_since: datetime | None = None
    sent_away: bool = False


def read_auto_lock(settings: Mapping[str, str]) -> AutoLock:
    """The patient's choice; what cannot be read counts as the usual one."""
    minutes = settings.get(LOCK_AFTER, "")
    known = minutes.isdecimal() and int(minutes) in CHOICES
    return AutoLock(int(minutes) if known else USUAL_MINUTES, settings.get(LOCK_HIDDEN, "on") != "off")


def must_lock(choice: AutoLock, use: Use, now: datetime) -> bool:
    """Whether the app locks now (UTC). A clock that was set back locks too: nobody knows how long it was."""
    hidden = use.hidden_since
    if hidden is not None and not use.sent_away and (choice.when_hidden or choice.minutes == 0):
        return True
    since = use.touched if hidden is None else max(hidden, use.touched)
    # One is not locked out between two touches.
    return not NO_WAIT <= now - since < timedelta(minutes=max(choice.minutes, 1))
