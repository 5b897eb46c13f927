"""The wrong codes in a small file, and the clocks by which a wait is measured."""
from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aftercare.adapters.vault.small_file import remove_file, replace_file
from aftercare.core.data_errors import UnsavedData
from aftercare.core.instants import from_utc_text
from aftercare.core.lock_policy import FREE_TRIES, Reading, Tries

TRIES_NAME = "lock.tries"


class FolderTries:
    """TriesFile. What the disk does not take is remembered as long as the app runs."""

    def __init__(self, home: Path) -> None:
        self._path = home / TRIES_NAME
        self._unsaved: Tries | None = None

    def read(self) -> Tries:
        """A file that cannot be read stands for codes that were wrong: the next wrong one brings a wait."""
        if self._unsaved is not None:
            return self._unsaved
        try:
            said = json.loads(self._path.read_text("ascii"))
            now = from_utc_text(said["now"])
            wait = timedelta(seconds=float(said["wait"]))
            seen = Reading(now, float(said["ticks"]), str(said["run"]))
            return Tries(max(0, int(said["wrong"])), max(timedelta(), min(wait, timedelta(days=1))), seen)
        except FileNotFoundError:
            return Tries()
        except (OSError, ArithmeticError, AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return Tries(FREE_TRIES - 1)

    def write(self, tries: Tries) -> None:
        self._unsaved = tries
        with suppress(UnsavedData):
            if tries.seen is None:
                remove_file(self._path)
            else:
                seen = tries.seen
                said = {
                    "wrong": tries.wrong,
                    "wait": tries.wait.total_seconds(),
                    "now": seen.now.isoformat(),
                    "ticks": seen.ticks,
                    "run": seen.run,
                }
                replace_file(self._path, json.dumps(said).encode("ascii"))
            self._unsaved = None


class SystemReadings:
    """Readings of this system's clocks; one object is one run."""

    def __init__(self) -> None:
        self._run = os.urandom(8).hex()

    def __call__(self) -> Reading:
        return Reading(datetime.now(UTC), time.monotonic(), self._run)
