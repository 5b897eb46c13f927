"""Backups as files: each is there as a whole, closed to other users, or not at all."""
from __future__ import annotations

import contextlib
import io
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from aftercare.adapters.backup_parts import MOST_FILE_BYTES
from aftercare.adapters.backup_password import MARK, new_head, read_head, sealer_for
from aftercare.adapters.backup_places import read_places, write_places
from aftercare.adapters.backup_reader import Archive
from aftercare.adapters.backup_sealed import SealedReader
from aftercare.adapters.backup_writer import Packing, Pieces
from aftercare.adapters.folder_sync import sync_folder
from aftercare.adapters.new_file import in_place_of
from aftercare.adapters.outside_file import open_outside
from aftercare.adapters.photo_files import is_full
from aftercare.adapters.store import DATA_FILE
from aftercare.adapters.vault.stream import STREAM_MARK, seal_stream
from aftercare.adapters.vault.stretching import Cost
from aftercare.core.backup import SUFFIX, BackupPlaces
from aftercare.core.backup_due import oldest_first
from aftercare.core.backup_errors import BackupNotSaved, BackupRefused, Fault
from aftercare.core.rows import Rows
from aftercare.core.sealer_port import PlainSealer, SealBroken, Sealer

# Beside the data file and named after it, so that whatever seals that file seals its copies too.
COPY_START = f"{DATA_FILE}.before-"
KEEP_COPIES = 3
_ARCHIVE = b"PK"


class FolderBackups:
    """BackupFiles. `sealer` hides what lies in the data folder; `cost` None: measured for each password."""

    def __init__(self, home: Path, sealer: Sealer | None = None, cost: Cost | None = None) -> None:
        self._home = home
        self._sealer, self._cost = sealer or PlainSealer(), cost

    def write(
        self, path: str, made_at: datetime, rows: Rows, photos: Iterable[str], read: Callable[[str], bytes],
        password: str = "",
    ) -> tuple[int, int]:  # fmt: skip
        target = Path(path)
        if self._is_ours(target):
            raise BackupNotSaved
        packing = Packing(made_at, rows, photos, read)
        if password:
            head, sealer = new_head(password, self._cost)
            size = _written(target, packing, sealer, place_of_password(head), head)
        else:
            size = _written(target, packing, None, b"")
        return size, packing.missing

    def write_copy(
        self, made_at: datetime, rows: Rows, photos: Iterable[str], read: Callable[[str], bytes]
    ) -> str:
        path = self._home / f"{COPY_START}{made_at:%Y%m%dT%H%M%S%fZ}{SUFFIX}"
        write_archive(path, made_at, rows, self._sealer, photos, read)
        copies = (each.name for each in self._home.glob(f"{COPY_START}[0-9]*{SUFFIX}"))
        for old in oldest_first(copies, path.name)[:-KEEP_COPIES]:
            self.remove(str(self._home / old))
        return str(path)

    @contextmanager
    def open(self, path: str, password: str = "") -> Iterator[Archive]:
        try:
            file = open_outside(path)
        except OSError as error:
            raise BackupRefused(Fault.MISSING) from error
        with file:
            try:
                archive = self.opened(file, Path(path), password)
            except OSError as error:
                raise BackupRefused(Fault.MISSING) from error
            yield archive

    def names(self, folder: str) -> list[str]:
        try:
            return sorted(entry.name for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False))
        except (OSError, ValueError) as error:
            raise BackupNotSaved from error

    def copies(self) -> list[str]:
        with contextlib.suppress(OSError):
            return sorted(str(path) for path in self._home.glob(f"{COPY_START}*{SUFFIX}") if path.is_file())
        return []

    def note_places(self, places: BackupPlaces) -> None:
        write_places(self._home, self._sealer, places)

    def noted_places(self) -> BackupPlaces:
        return read_places(self._home, self._sealer)

    def join(self, folder: str, name: str) -> str:
        return str(Path(folder) / name)

    def remove(self, path: str) -> bool:
        with contextlib.suppress(OSError):
            Path(path).unlink(missing_ok=True)
        return not os.path.lexists(path)

    def _is_ours(self, target: Path) -> bool:
        """Whether a file would lie among the data: over it, lost together with it, and hidden by no code."""
        try:
            home = self._home.resolve()
            return home in (target.resolve(), *target.resolve().parents)
        except (OSError, ValueError, RuntimeError):
            return False

    def opened(self, file: BinaryIO, path: Path, password: str = "") -> Archive:
        """What is in a file; `path` names it. Raises BackupRefused and OSError."""
        start = file.read(max(len(MARK), len(STREAM_MARK)))
        if start.startswith(MARK):
            if not password:
                raise BackupRefused(Fault.NO_PASSWORD)
            head, cost, salt = read_head(file)
            sealer, place = sealer_for(password, cost, salt), place_of_password(head)
            return _unsealed(file, len(head), sealer, place, Fault.WRONG_PASSWORD)
        if start.startswith(STREAM_MARK):
            if not self._sealer.hides:
                raise BackupRefused(Fault.LOCKED)
            return _unsealed(file, 0, self._sealer, place_of_copy(path), Fault.LOCKED)
        if not start.startswith(_ARCHIVE):
            raise BackupRefused(Fault.INCOMPLETE if not start else Fault.FOREIGN)
        return Archive(file)


def write_archive(
    path: Path, made_at: datetime, rows: Rows, sealer: Sealer, photos: Iterable[str] = (),
    read: Callable[[str], bytes] | None = None,
) -> None:  # fmt: skip
    """A copy for this data folder alone, hidden by its sealer. Without `read`, no picture is in it.

    Raises BackupNotSaved.
    """
    packing = Packing(made_at, rows, photos if read else (), read or bytes.fromhex)
    _written(path, packing, sealer if sealer.hides else None, place_of_copy(path))


def place_of_password(head: bytes) -> bytes:
    """What a file with a password is bound to."""
    return b"backup " + head


def place_of_copy(path: Path) -> bytes:
    """What a sealed safety copy is bound to, as every whole file of the data folder."""
    return b"file " + path.name.encode("utf-8", "surrogateescape")


def _unsealed(file: BinaryIO, start: int, sealer: Sealer, place: bytes, wrong: Fault) -> Archive:
    """The archive inside. Where not even the first bytes open, the password is wrong; anything later is damage."""
    try:
        reader = SealedReader(file, start, sealer, place)
    except SealBroken as error:
        raise BackupRefused(Fault.INCOMPLETE) from error
    try:
        reader.read(1)
    except SealBroken as error:
        raise BackupRefused(wrong) from error
    reader.seek(0)
    return Archive(cast(BinaryIO, io.BufferedReader(reader)), protected=True)


def _written(path: Path, packing: Packing, sealer: Sealer | None, place: bytes, head: bytes = b"") -> int:
    try:
        with in_place_of(path) as target:
            target.write(head)
            if sealer is not None:
                source = cast(BinaryIO, io.BufferedReader(Pieces(packing.pieces())))
                seal_stream(source, target, sealer, place)
            else:
                target.writelines(packing.pieces())
            if target.size > MOST_FILE_BYTES:
                raise BackupNotSaved
        sync_folder(path.parent)
    except (OSError, ValueError, zipfile.LargeZipFile) as error:
        raise BackupNotSaved(is_full(error)) from error
    return target.size
