"""The calls by which a process changes what is on the disk, each of which a test may have end otherwise."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# What `open` stands for, where it makes a file, or opens one to write in it.
CREATE, EDIT = "create", "edit"
CHANGING = ("write", "fsync", "replace", "rename", "unlink", "remove", "link", "ftruncate", "mkdir", "rmdir")

# Gets the name of a call and a way to carry it out with other arguments; raises what the call is to raise.
Before = Callable[[str, Callable[..., Any], tuple[Any, ...]], None]


@contextmanager
def intercepted(before: Before) -> Iterator[None]:
    """Ask `before` ahead of every such call in the block."""
    real: dict[str, Any] = {name: getattr(os, name) for name in (*CHANGING, "open")}

    def asked(name: str) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            before(name, real[name], args)
            return real[name](*args, **named)

        return call

    def opened(path: Any, flags: int, *args: Any, **named: Any) -> int:
        if flags & os.O_EXCL or flags & (os.O_WRONLY | os.O_RDWR) == os.O_WRONLY:
            before(CREATE if flags & os.O_EXCL else EDIT, real["open"], (path, flags, *args))
        return int(real["open"](path, flags, *args, **named))

    try:
        for name in CHANGING:
            setattr(os, name, asked(name))
        os.open = opened
        yield
    finally:
        for name, call in real.items():
            setattr(os, name, call)
