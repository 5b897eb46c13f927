"""The data file and the sealer: records are sealed frame by frame, and the file changes its form as a whole."""
from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from aftercare.adapters.journal_file import aside, frames, reading, writing
from aftercare.adapters.journal_file.disk import Disk, SystemDisk
from aftercare.adapters.journal_file.seal import BrokenSeal
from aftercare.adapters.vault.stream import looks_streamed
from aftercare.core.data_errors import NewerData, UnreadableData, UnsavedData
from aftercare.core.sealer_port import SealBroken, Sealer


class JournalSeal:
    """Seal of a journal file: what the sealer makes of its records. Raises Locked while it is locked."""

    def __init__(self, sealer: Sealer, hides: bool | None = None) -> None:
        self._sealer, self._hides = sealer, hides

    @property
    def hides(self) -> bool:
        return self._sealer.hides if self._hides is None else self._hides

    def seal(self, payload: bytes, about: bytes) -> bytes:
        return self._sealer.seal(payload, b"journal " + about)

    def open(self, stored: bytes, about: bytes) -> bytes:
        try:
            return self._sealer.open(stored, b"journal " + about)
        except SealBroken as error:
            raise BrokenSeal from error


class JournalPart:
    """Part: a data file, and damaged ones that were kept aside while it was sealed.

    What damage took is gone in the new form too, but a damaged plain file is kept aside first, as it is.
    """

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        self._path, self._disk = path, disk or SystemDisk()

    def reseal(self, sealer: Sealer) -> None:
        self._convert(self._path, sealer)
        if not sealer.hides:
            for kept in aside.kept_of(self._path):
                # One that no key opens stays as it is: it must not keep the rest from becoming plain.
                with suppress(UnreadableData):
                    self._convert(kept, sealer)

    def _convert(self, path: Path, sealer: Sealer) -> None:
        try:
            if self._disk.look(path) is None:
                return
            data = self._disk.read(path)[1]
            if looks_streamed(data) or _has_form(data, sealer.hides):
                return
            # While reading, both forms are expected.
            content = reading.content_of(path, data, JournalSeal(sealer, hides=True))
            if content.newer:
                raise NewerData(str(path))
            if content.damaged and sealer.hides:
                self._disk.keep_aside(path, aside.name_of(path, content.generation.hex()))
            writing.remove_leftovers(self._disk, path)
            writing.replace(self._disk, path, content.tables, content.to_tell, JournalSeal(sealer))
        except OSError as error:
            raise UnsavedData(str(path), error.strerror or type(error).__name__) from error


def _has_form(data: bytes, sealed: bool) -> bool:
    """Whether every frame but the head, which is always plain, is sealed, or none is."""
    if frames.MAGIC not in data:
        return not sealed
    found = [piece for piece in frames.scan(data) if isinstance(piece, frames.Frame) and piece.kind != frames.HEAD]
    return all(frame.sealed == sealed for frame in found)
