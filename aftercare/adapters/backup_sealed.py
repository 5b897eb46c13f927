"""A file that was sealed chunk by chunk, to be read at any place: no plain byte of it needs a file of its own."""
from __future__ import annotations

import io
from typing import BinaryIO

from aftercare.adapters.vault.cipher import OVERHEAD
from aftercare.adapters.vault.stream import CHUNK_BYTES, STREAM_MARK, place_of_chunk
from aftercare.core.sealer_port import SealBroken, Sealer

_HEAD = len(STREAM_MARK) + 16
_SEALED = 4 + CHUNK_BYTES + OVERHEAD


class SealedReader(io.RawIOBase):
    """What `seal_stream` wrote from `start` on to the end of a file. Reading raises SealBroken, Locked or OSError."""

    def __init__(self, file: BinaryIO, start: int, sealer: Sealer, place: bytes) -> None:
        super().__init__()
        self._file, self._sealer, self._for = file, sealer, place
        end = file.seek(0, 2)
        file.seek(start)
        head = file.read(_HEAD)
        body = end - start - _HEAD
        self._start = start + _HEAD
        self._chunks, rest = divmod(body, _SEALED)
        last = rest - 4 - OVERHEAD
        if not head.startswith(STREAM_MARK) or len(head) < _HEAD or (rest and last < 0) or not body:
            raise SealBroken
        self._id = head[len(STREAM_MARK) :]
        self._size = self._chunks * CHUNK_BYTES + (last if rest else 0)
        self._chunks += 1 if rest else 0
        self._at = 0
        # What was cut off is told from a wrong password by the length that the last chunk says it has.
        file.seek(self._start + (self._chunks - 1) * _SEALED)
        if int.from_bytes(file.read(4), "big") != (rest or _SEALED) - 4:
            raise SealBroken
        self._open: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = max(0, offset + (0, self._at, self._size)[whence])
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._at >= self._size:
            return 0
        number, within = divmod(self._at, CHUNK_BYTES)
        piece = self._chunk(number)[within : within + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def _chunk(self, number: int) -> bytes:
        if self._open[0] != number:
            self._file.seek(self._start + number * _SEALED)
            length = int.from_bytes(self._file.read(4), "big")
            sealed = self._file.read(length) if OVERHEAD <= length <= CHUNK_BYTES + OVERHEAD else b""
            last = number == self._chunks - 1
            self._open = (number, self._sealer.open(sealed, place_of_chunk(self._for, self._id, number, last)))
        return self._open[1]
