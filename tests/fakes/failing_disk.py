"""A disk of which one call fails, and the process goes on."""
from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.fakes.disk_calls import CREATE, intercepted

# What a full disk refuses; it still renames, cuts and deletes.
_TAKES_ROOM = ("write", "fsync", "link", "mkdir", CREATE)


class Fault:
    """The call number `at` fails with `error`; `for_good`: every later one that takes room, too.

    `taken`: of a write that fails, this part reaches the disk all the same. `only`: calls of this name alone count.
    """

    def __init__(
        self, at: int, error: int = errno.ENOSPC, for_good: bool = False, taken: float = 0.0, only: str = ""
    ) -> None:
        self.at, self.error, self.for_good, self.taken, self.only = at, error, for_good, taken, only
        self.done = 0
        self.failed: list[str] = []

    def strike(self, name: str, really: Callable[..., Any], args: tuple[Any, ...]) -> None:
        if self.only not in ("", name):
            return
        self.done += 1
        if self.done - 1 == self.at or (self.failed and self.for_good and _takes_room(name, args)):
            self.failed.append(name)
            if name == "write" and self.taken:
                really(args[0], bytes(args[1])[: int(self.taken * len(args[1]))])
            raise OSError(self.error, "The disk fails")


def _takes_room(name: str, args: tuple[Any, ...]) -> bool:
    return name in _TAKES_ROOM and not (name == "mkdir" and os.path.isdir(args[0]))


@contextmanager
def failing(fault: Fault) -> Iterator[Fault]:
    """Run a block on such a disk."""
    with intercepted(fault.strike):
        yield fault
