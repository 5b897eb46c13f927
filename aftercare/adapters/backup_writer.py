"""Writes the archive of a backup, piece by piece: memory holds one picture, and no plain byte needs a file."""
from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aftercare import VERSION as APP
from aftercare.adapters.backup_parts import MANIFEST, MOST_ROWS, PHOTO, ROWS, holds_too_much
from aftercare.core.backup import counts_of
from aftercare.core.instants import utc_text
from aftercare.core.migrations import version_of
from aftercare.core.photo_errors import PhotoGone
from aftercare.core.rows import META, Rows

FORMAT, VERSION = "aftercare backup", 1


@dataclass(slots=True)
class Packing:
    """A backup on its way; `missing` counts pictures that were gone when their turn came."""

    made_at: datetime
    rows: Rows
    photos: Iterable[str]
    read: Callable[[str], bytes]
    missing: int = 0
    parts: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def pieces(self) -> Iterator[bytes]:
        """The archive from its first byte to its last."""
        pipe = _Pipe()
        with zipfile.ZipFile(pipe, "w") as archive:
            rows = {table: list(records) for table, records in self.rows.items() if table != META}
            text = json.dumps(rows, separators=(",", ":")).encode("ascii")
            if len(text) > MOST_ROWS or holds_too_much(text):
                # What could not be opened again is no backup.
                raise ValueError(len(text))
            self._add(archive, ROWS, text, zipfile.ZIP_DEFLATED)
            yield pipe.taken()
            for name in sorted(self.photos):
                try:
                    content = self.read(name)
                except PhotoGone:
                    self.missing += 1
                    continue
                self._add(archive, PHOTO + name, content, zipfile.ZIP_STORED)
                yield pipe.taken()
            self._add(archive, MANIFEST, self._manifest(), zipfile.ZIP_DEFLATED)
        yield pipe.taken()

    def _manifest(self) -> bytes:
        counts = counts_of(self.rows)
        said = {
            "format": FORMAT,
            "version": VERSION,
            "schema": version_of(self.rows),
            "app": APP,
            "made_at": utc_text(self.made_at),
            "counts": {"a": counts.sessions, "b": counts.check_ins, "c": counts.photos, "d": counts.clinic_times},
            "parts": self.parts,
        }
        return json.dumps(said, separators=(",", ":")).encode("ascii")

    def _add(self, archive: zipfile.ZipFile, name: str, content: bytes, method: int) -> None:
        # The time of a part says when a picture was taken in; it is left out.
        part = zipfile.ZipInfo(name)
        part.compress_type = method
        part.external_attr = 0o100600 << 16
        self.parts[name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        archive.writestr(part, content)


class _Pipe(io.RawIOBase):
    """Keeps what was written until it is taken; nothing can be sought in it."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._held += content
        return len(content)

    def taken(self) -> bytes:
        held, self._held = bytes(self._held), bytearray()
        return held


class Pieces(io.RawIOBase):
    """Pieces as a file to be read from its beginning."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces, self._left = pieces, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = piece
        taken = self._left[: len(buffer)]
        buffer[: len(taken)] = taken
        self._left = self._left[len(taken) :]
        return len(taken)
