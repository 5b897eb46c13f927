"""The waiting program of a desktop without systemd: deliver, sleep until something is due, deliver again."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Protocol

# A clock that was set and a laptop that slept go unnoticed for this long at most.
LONGEST_NAP = timedelta(minutes=5)
# What could not be handed over is tried again after this.
RETRY = timedelta(minutes=2)


class Turn(AbstractContextManager[bool], Protocol):
    """The right to be the one agent of a data folder; entering tells whether we have it."""

    def wait(self, seconds: float) -> bool:
        """Sleep so long, or until something changed. True: end now."""
        ...


def nap(now: datetime, next_due: datetime | None) -> timedelta:
    """How long to sleep. What is due although it was just delivered waits for another try."""
    if next_due is None:
        return LONGEST_NAP
    if next_due <= now:
        return RETRY
    return min(LONGEST_NAP, next_due - now)


def keep_delivering(
    turn: Turn,
    now: Callable[[], datetime],
    deliver: Callable[[], None],
    next_due: Callable[[], datetime | None],
    withdrawn: Callable[[], bool] = lambda: False,
) -> None:
    """Until the turn is over, or the patient does not want it any more. No call may raise."""
    while not withdrawn():
        deliver()
        if turn.wait(nap(now(), next_due()).total_seconds()):
            return
