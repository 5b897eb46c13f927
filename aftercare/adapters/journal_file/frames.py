"""Frames: the checksummed pieces of which a journal file is a plain sequence.

A frame is a header of 36 bytes and a payload. The header says how long the payload is and carries a checksum of it and
one of itself, so that a reader finds its way again behind damage. All frames of a file share its generation, eight
random bytes, and count up from 0, so that a missing one is noticed.
"""
from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple
from zlib import crc32

# 0xff stands in no UTF-8 text, so no payload of plain text looks like a header.
MAGIC = b"\xffJF\xfe"
# magic, kind, flags, reserved, rows, generation, number, length, checksum of the payload; then that of all these.
_FIELDS = Struct(">4sBBHI8sIII")
_CHECK = Struct(">I")
HEADER = _FIELDS.size + _CHECK.size
GENERATION = 8

HEAD, ROWS, END, CHANGE, NOTE = range(5)
_SEALED = 1


class Frame(NamedTuple):
    """`payload` is as it stands in the file. `intact`: its checksum is right. `rows`: how many records it tells of.

    One of a snapshot may end behind the end of the file; then its payload is what is left of it.
    """

    start: int
    end: int
    kind: int
    sealed: bool
    rows: int
    generation: bytes
    number: int
    payload: bytes
    intact: bool


class Gap(NamedTuple):
    """Bytes that are no frame. `torn`: the beginning of one that was never finished, at the end of the file."""

    start: int
    end: int
    torn: bool


def pack(kind: int, generation: bytes, number: int, payload: bytes, rows: int = 0, sealed: bool = False) -> bytes:
    """A frame as it stands in the file."""
    flags = _SEALED if sealed else 0
    fields = _FIELDS.pack(MAGIC, kind, flags, 0, rows, generation, number, len(payload), crc32(payload))
    return fields + _CHECK.pack(crc32(fields)) + payload


def about(kind: int, generation: bytes, number: int) -> bytes:
    """What ties a sealed payload to its place, so that none can be moved to another."""
    return b"%d/%s/%d" % (kind, generation.hex().encode(), number)


def generation_of(data: bytes) -> bytes | None:
    """The generation of the frame with which these bytes begin."""
    fields = _header(data, 0)
    return fields[5] if fields else None


def scan(data: bytes) -> Iterator[Frame | Gap]:
    """Every frame of a file in turn, and what lies between them. Raises nothing, whatever the bytes are."""
    at, size = 0, len(data)
    while at < size:
        fields = _header(data, at)
        if fields is None:
            resumed = _next_header(data, at + 1)
            if resumed < 0:
                yield Gap(at, size, torn=size - at < HEADER or not data[at:].strip(b"\0"))
                return
            yield Gap(at, resumed, torn=False)
            at = resumed
            continue
        _magic, kind, flags, _reserved, rows, generation, number, length, check = fields
        end = at + HEADER + length
        payload = data[at + HEADER : end]
        intact = crc32(payload) == check
        # A snapshot is whole before it gets its name: one that ends early was cut afterwards, and that is damage.
        torn = end > size and kind != ROWS
        # A file system may have lengthened the file and then lost the power before the bytes themselves came.
        if torn or (end == size and not intact and not payload[-8:].strip(b"\0")):
            yield Gap(at, size, torn=True)
            return
        yield Frame(at, min(end, size), kind, bool(flags & _SEALED), rows, generation, number, payload, intact)
        at = end


def _header(data: bytes, at: int) -> tuple[bytes, int, int, int, int, bytes, int, int, int] | None:
    if data[at : at + 4] != MAGIC or len(data) - at < HEADER:
        return None
    fields = data[at : at + _FIELDS.size]
    if crc32(fields) != _CHECK.unpack_from(data, at + _FIELDS.size)[0]:
        return None
    return _FIELDS.unpack(fields)


def _next_header(data: bytes, at: int) -> int:
    while (at := data.find(MAGIC, at)) >= 0:
        if _header(data, at) is not None:
            return at
        at += 1
    return -1
