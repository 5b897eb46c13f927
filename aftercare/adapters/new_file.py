"""A new file in the place of an old one: written beside it, on the disk before it gets its name."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from aftercare.adapters.folder_sync import replace, sync_file

# Windows changes line ends unless told; elsewhere there is no such flag.
PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
PRIVATE_FILE = 0o600


class NewFile:
    """A file that is being written; `size` bytes so far. Writing raises OSError."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.size = 0

    def write(self, content: bytes) -> int:
        """Write to the last byte, in as many turns as the system takes."""
        left = memoryview(content)
        while left:
            left = left[os.write(self._descriptor, left) :]
        self.size += len(content)
        return len(content)

    def writelines(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self.write(piece)


@contextmanager
def in_place_of(path: Path) -> Iterator[NewFile]:
    """A file, closed to other users, that takes the place of the one at `path` when the block ends.

    After an error in the block or an OSError the old one stands, and nothing new is left. The name is sure to be on
    the disk only after `sync_folder`.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | PLAIN, PRIVATE_FILE)
        try:
            yield NewFile(descriptor)
            sync_file(descriptor)
        finally:
            # Before it is renamed: Windows renames no file that somebody has open.
            os.close(descriptor)
        replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
