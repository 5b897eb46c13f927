"""Files of any length, sealed chunk by chunk, so that memory holds one chunk.

Each chunk is bound to its file, its place in it and whether it is the last one: chunks that were cut off, added,
exchanged or taken from another file are noticed. What was read before the fault must be thrown away by the caller.
"""
from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from aftercare.adapters.vault.cipher import OVERHEAD
from aftercare.core.sealer_port import SealBroken, Sealer

STREAM_MARK = b"\xacAS\x01"
CHUNK_BYTES = 64 * 1024
_ID_BYTES = 16
_LENGTH_BYTES = 4


class Target(Protocol):
    """What takes the bytes."""

    def write(self, content: bytes, /) -> object: ...


def looks_streamed(start: bytes) -> bool:
    """Whether a file that begins like this was sealed chunk by chunk."""
    return start.startswith(STREAM_MARK)


def seal_stream(source: BinaryIO, target: Target, sealer: Sealer, place: bytes) -> None:
    """Seal all that is left of the source. Raises Locked and OSError."""
    file_id = os.urandom(_ID_BYTES)
    target.write(STREAM_MARK + file_id)
    for number, (chunk, last) in enumerate(_chunks(source)):
        sealed = sealer.seal(chunk, place_of_chunk(place, file_id, number, last))
        target.write(len(sealed).to_bytes(_LENGTH_BYTES, "big") + sealed)


def open_stream(source: BinaryIO, target: Target, sealer: Sealer, place: bytes) -> None:
    """Write what was sealed to the target. Raises SealBroken, Locked and OSError; then the target is worth nothing."""
    head = source.read(len(STREAM_MARK) + _ID_BYTES)
    if not looks_streamed(head) or len(head) != len(STREAM_MARK) + _ID_BYTES:
        raise SealBroken
    file_id, number, sealed = head[len(STREAM_MARK) :], 0, _sealed_chunk(source)
    while sealed is not None:
        following = _sealed_chunk(source)
        target.write(sealer.open(sealed, place_of_chunk(place, file_id, number, last=following is None)))
        number, sealed = number + 1, following
    if not number:
        raise SealBroken


def place_of_chunk(place: bytes, file_id: bytes, number: int, last: bool) -> bytes:
    """What a chunk is bound to."""
    return b"chunk " + file_id + number.to_bytes(8, "big") + bytes([last]) + place


def _chunks(source: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """The chunks, and of each whether it is the last; an empty file has one."""
    chunk = source.read(CHUNK_BYTES)
    while True:
        following = source.read(CHUNK_BYTES) if chunk else b""
        yield chunk, not following
        if not following:
            return
        chunk = following


def _sealed_chunk(source: BinaryIO) -> bytes | None:
    """None at the end. Raises SealBroken where a length claims more than we ever write."""
    length = source.read(_LENGTH_BYTES)
    if not length:
        return None
    size = int.from_bytes(length, "big")
    if len(length) != _LENGTH_BYTES or not OVERHEAD <= size <= CHUNK_BYTES + OVERHEAD:
        raise SealBroken
    sealed = source.read(size)
    if len(sealed) != size:
        raise SealBroken
    return sealed
