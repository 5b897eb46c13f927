"""A disk that fails when it is told to."""
from __future__ import annotations

import errno
from pathlib import Path

from aftercare.adapters.journal_file.disk import Seen, SystemDisk


class FaultyDisk(SystemDisk):
    """Lets `calls` calls that change something through, and fails at the next one; then works again.

    `taken`: of the write that fails, this part reaches the disk all the same. `crash`: it fails for good, as when the
    program is killed there.
    """

    def __init__(self, error: int = errno.EIO, taken: float = 0.0, crash: bool = False) -> None:
        self.calls = 10**9
        self.error, self.taken, self.crash = error, taken, crash
        self.failed: list[str] = []
        self.bytes = 0

    def _fails(self, call: str) -> bool:
        if self.crash and self.failed:
            return True
        self.calls -= 1
        if self.calls == -1:
            self.failed.append(call)
            return True
        return False

    def _check(self, call: str) -> None:
        if self._fails(call):
            raise OSError(self.error, "The disk fails")

    def create(self, path: Path) -> int:
        self._check("create")
        return super().create(path)

    def edit(self, path: Path) -> int:
        self._check("edit")
        return super().edit(path)

    def cut(self, descriptor: int, size: int) -> None:
        self._check("cut")
        super().cut(descriptor, size)

    def write(self, descriptor: int, content: bytes) -> int:
        if self._fails("write"):
            super().write(descriptor, content[: int(self.taken * len(content))])
            raise OSError(self.error, "The disk fails")
        self.bytes += len(content)
        return super().write(descriptor, content)

    def sync(self, descriptor: int) -> None:
        self._check("sync")
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._check("replace")
        super().replace(source, target)

    def keep_aside(self, path: Path, aside: Path) -> None:
        self._check("keep_aside")
        super().keep_aside(path, aside)

    def look(self, path: Path) -> Seen | None:
        return super().look(path)


class SlowDisk(SystemDisk):
    """Takes a few bytes at a time, as a system may."""

    def write(self, descriptor: int, content: bytes) -> int:
        return super().write(descriptor, content[:7])
