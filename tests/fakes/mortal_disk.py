"""A process that is killed after so many operations of the file system: whatever comes after that never happens."""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_CHANGING = ("write", "fsync", "replace", "rename", "unlink", "remove", "link", "ftruncate", "mkdir")


class Killed(BaseException):
    """Not to be caught by anything but the test: a real kill runs no cleanup."""


class Life:
    """How many operations were done; the next one after `most` kills, and so does every one after it.

    With `torn`, a write that would be the last one gets half of its bytes to the disk.
    """

    def __init__(self, most: int, torn: bool = False) -> None:
        self.most, self.torn, self.done = most, torn, 0

    def spend(self) -> None:
        if self.done >= self.most:
            raise Killed
        self.done += 1


@contextmanager
def living(life: Life) -> Iterator[Life]:
    """Run a block in which only so many changes reach the disk."""
    before = {name: getattr(os, name) for name in (*_CHANGING, "open")}

    def counted(name: str) -> Any:
        def change(*args: Any, **named: Any) -> Any:
            if name == "write" and life.torn and life.done == life.most:
                life.done += 1
                before["write"](args[0], bytes(args[1])[: len(args[1]) // 2])
                raise Killed
            life.spend()
            return before[name](*args, **named)

        return change

    def opened(path: Any, flags: int, *args: Any, **named: Any) -> int:
        if flags & os.O_EXCL:
            life.spend()
        descriptor: int = before["open"](path, flags, *args, **named)
        return descriptor

    try:
        for name in _CHANGING:
            setattr(os, name, counted(name))
        os.open = opened  # type: ignore[assignment]
        yield life
    finally:
        for name, call in before.items():
            setattr(os, name, call)
