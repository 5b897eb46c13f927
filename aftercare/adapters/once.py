"""A method that works out its answer when it is first asked, and keeps it."""
from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

C = TypeVar("C")
T = TypeVar("T")


def once(read: Callable[[C], T]) -> Callable[[C], T]:
    """The answer stays with its object. What raises is tried again at the next call."""
    name = f"_{read.__name__}_once"

    @wraps(read)
    def kept(self: C) -> T:
        held = vars(self)
        if name not in held:
            held[name] = read(self)
        return cast(T, held[name])

    return kept
