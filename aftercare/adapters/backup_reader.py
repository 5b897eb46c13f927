"""Reads the archive of a backup from unknown hands: whatever is in it, a BackupRefused is all that comes out."""
from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO

from aftercare.adapters.backup_parts import MANIFEST, ROWS, check_end, check_parts, holds_too_much, photo_of
from aftercare.adapters.backup_writer import FORMAT, VERSION
from aftercare.adapters.plain_json import refuse_constant, refuse_foreign_values
from aftercare.core.backup import Counts, Manifest
from aftercare.core.backup_errors import BackupRefused, Fault
from aftercare.core.data_errors import DataError, NotStorable
from aftercare.core.instants import from_utc_text, in_range
from aftercare.core.rows import SETTINGS, Rows, by_key

# What the archive's own reader raises over damaged bytes.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, ValueError, TypeError, KeyError, AttributeError, OverflowError,
    NotImplementedError, RuntimeError, MemoryError, IndexError, OSError,
)  # fmt: skip


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever damaged bytes lead to becomes the one sentence about it."""
    try:
        yield
    except DataError:
        raise
    except _DAMAGED as error:
        raise BackupRefused(Fault.DAMAGED) from error


class Archive:
    """OpenBackup over a file that can be sought in. Raises BackupRefused, also when it is made."""

    def __init__(self, file: BinaryIO, protected: bool = False) -> None:
        with refusing():
            size = check_end(file)
            self._zip = zipfile.ZipFile(file)
            listed = self._zip.infolist()
            check_parts(listed, size)
            self._infos = {part.filename: part for part in listed}
            self._said = _manifest(_parsed(self._bytes(MANIFEST)))
            self._sums: Mapping[str, Any] = self._said["parts"]
            if set(self._sums) != set(self._infos) - {MANIFEST}:
                raise BackupRefused(Fault.DAMAGED)
            made_at = from_utc_text(self._said["made_at"])
            in_range(made_at.replace(tzinfo=None), "made_at")
            self.manifest = Manifest(
                made_at, self._said["schema"], str(self._said.get("app", ""))[:40],
                _counts(self._said.get("counts")), protected,
            )  # fmt: skip
        self.photos = frozenset(name for part in self._infos if (name := photo_of(part)) is not None)
        self._rows: Rows | None = None

    @property
    def rows(self) -> Rows:
        if self._rows is None:
            with refusing():
                self._rows = _rows(_parsed(self._checked(ROWS)))
        return self._rows

    def photo(self, name: str) -> bytes:
        with refusing():
            return self._checked(f"photos/{name}")

    def verify(self) -> None:
        _ = self.rows
        for name in sorted(self.photos):
            self.photo(name)

    def _checked(self, part: str) -> bytes:
        content, said = self._bytes(part), self._sums[part]
        if said["bytes"] != len(content) or said["sha256"] != hashlib.sha256(content).hexdigest():
            raise BackupRefused(Fault.DAMAGED)
        return content

    def _bytes(self, part: str) -> bytes:
        # The size that a part claims was checked; reading stops there, whatever else is packed.
        info = self._infos[part]
        with self._zip.open(info) as file:
            content = file.read(info.file_size + 1)
        if len(content) != info.file_size:
            raise BackupRefused(Fault.DAMAGED)
        return content


def _parsed(content: bytes) -> Any:
    if holds_too_much(content):
        raise BackupRefused(Fault.TOO_LARGE)
    value = json.loads(content.decode("utf-8"), parse_constant=refuse_constant)
    refuse_deep(value)
    return value


def refuse_deep(value: Any) -> None:
    """Raises BackupRefused for what no data file holds."""
    try:
        refuse_foreign_values(value)
        json.dumps(value).encode("ascii")
    except (NotStorable, RecursionError) as error:
        raise BackupRefused(Fault.DAMAGED) from error


def _manifest(said: Any) -> Mapping[str, Any]:
    if said["format"] != FORMAT:
        raise BackupRefused(Fault.FOREIGN)
    if not isinstance(said["version"], int) or not isinstance(said["schema"], int) or said["schema"] < 1:
        raise BackupRefused(Fault.DAMAGED)
    if said["version"] > VERSION:
        raise BackupRefused(Fault.NEWER)
    if not isinstance(said["parts"], dict):
        raise BackupRefused(Fault.DAMAGED)
    found: Mapping[str, Any] = said
    return found


def _counts(said: Any) -> Counts:
    numbers = [said.get(name, 0) for name in "abcd"] if isinstance(said, dict) else [0, 0, 0, 0]
    return Counts(*(number if isinstance(number, int) else 0 for number in numbers))


def _rows(tables: Any) -> Rows:
    if not isinstance(tables, dict):
        raise BackupRefused(Fault.DAMAGED)
    for name, records in tables.items():
        if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
            raise BackupRefused(Fault.DAMAGED)
        if len(by_key(records)) < len(records):
            raise BackupRefused(Fault.DAMAGED)
        if name == SETTINGS and not all(_is_setting(record) for record in records):
            raise BackupRefused(Fault.DAMAGED)
    found: Rows = tables
    return found


def _is_setting(record: Mapping[str, Any]) -> bool:
    return isinstance(record.get("id"), str) and isinstance(record.get("value"), str)
