"""A process that is killed after so many operations of the file system: whatever comes after that never happens."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.fakes.disk_calls import EDIT, intercepted


class Killed(BaseException):
    """Not to be caught by anything but the test: a real kill runs no cleanup."""


class Life:
    """How many operations were done; the next one after `most` kills, and so does every one after it.

    With `torn`, a write that would be the last one gets half of its bytes to the disk.
    """

    def __init__(self, most: int, torn: bool = False) -> None:
        self.most, self.torn, self.done = most, torn, 0

    def spend(self, name: str, really: Callable[..., Any], args: tuple[Any, ...]) -> None:
        if name == EDIT:
            # Changes nothing yet.
            return
        if self.done >= self.most:
            if name == "write" and self.torn and self.done == self.most:
                self.done += 1
                really(args[0], bytes(args[1])[: len(args[1]) // 2])
            raise Killed
        self.done += 1


@contextmanager
def living(life: Life) -> Iterator[Life]:
    """Run a block in which only so many changes reach the disk."""
    with intercepted(life.spend):
        yield life
