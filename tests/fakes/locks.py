"""An app lock for tests: cheap to open, with clocks that one sets."""
from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aftercare.adapters.vault.keys import FolderKeys
from aftercare.adapters.vault.stretching import Cost
from aftercare.adapters.vault.tries import FolderTries
from aftercare.core.lock_policy import Reading
from aftercare.core.vault_port import LockPorts, Part
from aftercare.services.app_lock import AppLock

CODE, OTHER_CODE = "739164", "blue kettle on roof"
CHEAP = Cost(n=16, r=1, p=1)
START = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)


class SetClocks:
    """Readings that stand still until they are moved."""

    def __init__(self) -> None:
        self.at = Reading(START, 100.0, "run 1")

    def __call__(self) -> Reading:
        return self.at

    def pass_by(self, seconds: float) -> None:
        self.at = Reading(self.at.now + timedelta(seconds=seconds), self.at.ticks + seconds, self.at.run)


def cheap_keys(home: Path) -> FolderKeys:
    return FolderKeys(home, lambda: CHEAP)


def app_lock(home: Path, parts: Sequence[Part] = (), clocks: SetClocks | None = None) -> AppLock:
    """The lock of a folder as a start of the app finds it. The chance is always the same."""
    ports = LockPorts(
        cheap_keys(home), FolderTries(home), parts, nullcontext, clocks or SetClocks(),
        lambda count: bytes(range(count)),
    )  # fmt: skip
    return AppLock(ports)
