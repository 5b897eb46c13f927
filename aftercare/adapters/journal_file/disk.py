"""The few calls of the file system that a journal file needs, behind a port, so that each can be made to fail."""
from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import NamedTuple, Protocol

from aftercare.adapters.folder_sync import replace, sync_file, sync_folder
from aftercare.adapters.new_file import PLAIN, PRIVATE_FILE

PRIVATE_FOLDER = 0o700


class Seen(NamedTuple):
    """What tells one state of a file from another: each snapshot is a new file, each change makes it longer."""

    inode: int
    size: int
    changed: int


class Disk(Protocol):
    """Every call may raise OSError."""

    def look(self, path: Path) -> Seen | None: ...
    def read(self, path: Path, start: int = 0) -> tuple[Seen, bytes]: ...
    def read_more(self, path: Path, start: int, head: int) -> tuple[Seen, bytes, bytes]: ...
    def make_folder(self, folder: Path) -> None: ...
    def create(self, path: Path) -> int: ...
    def edit(self, path: Path) -> int: ...
    def measure(self, descriptor: int) -> Seen: ...
    def cut(self, descriptor: int, size: int) -> None: ...
    def write(self, descriptor: int, content: bytes) -> int: ...
    def sync(self, descriptor: int) -> None: ...
    def close(self, descriptor: int) -> None: ...
    def replace(self, source: Path, target: Path) -> None: ...
    def keep_aside(self, path: Path, aside: Path) -> None: ...
    def remove(self, path: Path) -> None: ...
    def sync_folder(self, folder: Path) -> None: ...


class SystemDisk:
    """Disk: the files of this machine. A new one is closed to other users."""

    def look(self, path: Path) -> Seen | None:
        try:
            return _seen(os.stat(path))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def read(self, path: Path, start: int = 0) -> tuple[Seen, bytes]:
        """The file as it is now and its bytes from `start` on; what is added meanwhile is left for the next time."""
        with open(path, "rb") as file:
            seen = self.measure(file.fileno())
            file.seek(start)
            return seen, file.read(max(0, seen.size - start))

    def read_more(self, path: Path, start: int, head: int) -> tuple[Seen, bytes, bytes]:
        """As `read`, with the first `head` bytes before the others: they tell whether it is still the same file."""
        with open(path, "rb") as file:
            seen = self.measure(file.fileno())
            begins = file.read(head)
            file.seek(start)
            return seen, begins, file.read(max(0, seen.size - start))

    def make_folder(self, folder: Path) -> None:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)

    def create(self, path: Path) -> int:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | PLAIN, PRIVATE_FILE)

    def edit(self, path: Path) -> int:
        """Opened for writing at its end."""
        descriptor = os.open(path, os.O_WRONLY | PLAIN)
        os.lseek(descriptor, 0, os.SEEK_END)
        return descriptor

    def measure(self, descriptor: int) -> Seen:
        return _seen(os.fstat(descriptor))

    def cut(self, descriptor: int, size: int) -> None:
        """Shorten to `size` bytes and go on from there."""
        os.ftruncate(descriptor, size)
        os.lseek(descriptor, size, os.SEEK_SET)

    def write(self, descriptor: int, content: bytes) -> int:
        """How many bytes the system took; it may be fewer."""
        return os.write(descriptor, content)

    def sync(self, descriptor: int) -> None:
        sync_file(descriptor)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        replace(source, target)

    def keep_aside(self, path: Path, aside: Path) -> None:
        """A second name for the file, so that replacing it loses nothing; a copy where there are no such names."""
        if os.path.lexists(aside):
            return
        with contextlib.suppress(OSError, NotImplementedError, AttributeError):
            os.link(path, aside)
            return
        temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
        descriptor = self.create(temporary)
        try:
            write_all(self, descriptor, self.read(path)[1])
            self.sync(descriptor)
        finally:
            self.close(descriptor)
        self.replace(temporary, aside)

    def remove(self, path: Path) -> None:
        os.unlink(path)

    def sync_folder(self, folder: Path) -> None:
        sync_folder(folder)


def _seen(found: os.stat_result) -> Seen:
    return Seen(found.st_ino, found.st_size, found.st_mtime_ns)


def write_all(disk: Disk, descriptor: int, content: bytes) -> None:
    """Write to the last byte, in as many turns as the system takes."""
    left = content
    while left:
        taken = disk.write(descriptor, left)
        if taken <= 0:
            raise OSError(5, "The disk took nothing")
        left = left[taken:]
