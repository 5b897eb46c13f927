"""The parts of a backup's archive, and what is refused before a byte of them is unpacked.

An archive holds `rows.json`, `photos/<name>` for each picture file and, last, `manifest.json` with the checksums of
the others. Nothing else may be in it. Names of parts say nothing about health.
"""
from __future__ import annotations

import stat
import struct
import zipfile
from typing import BinaryIO

from aftercare.adapters.photo_files import is_name
from aftercare.core.backup_errors import BackupRefused, Fault
from aftercare.core.photo_errors import MOST_KEPT_BYTES

MANIFEST, ROWS, PHOTO = "manifest.json", "rows.json", "photos/"
MOST_FILE_BYTES = 2**31 - 1
MOST_PARTS = 50_000
MOST_MANIFEST, MOST_ROWS, MOST_PHOTO = 16 * 1024 * 1024, 128 * 1024 * 1024, 2 * MOST_KEPT_BYTES
# Thirty years of check-ins are 1.5 million; each may take a hundred bytes or two of memory once it is read.
MOST_VALUES = 2_000_000
# Text of a diary shrinks to a tenth; what shrinks far more was made to fill the memory.
MOST_RATIO, RATIO_FROM = 200, 1024 * 1024
# Pictures are packed already: whatever packs them again, they shrink by little.
MOST_PHOTO_RATIO = 10
_END = struct.Struct("<4s4H2LH")
# What says that the list of parts is described elsewhere, for archives larger than any of ours.
_ZIP64_MARK, _ZIP64_BYTES = b"PK\x06\x07", 20
_END_MARK, _LONGEST_COMMENT = b"PK\x05\x06", 0xFFFF
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def photo_of(part: str) -> str | None:
    """The name of the picture file that a part holds; None for any other part."""
    name = part.removeprefix(PHOTO)
    return name if part.startswith(PHOTO) and is_name(name) else None


def holds_too_much(text: bytes) -> bool:
    """Whether a JSON text holds more values than any of ours: `{}` over and over packs well, and fills the memory."""
    return text.count(b",") + text.count(b"{") + text.count(b"[") > MOST_VALUES


def check_end(file: BinaryIO) -> int:
    """Refuse, before it is read, a list of parts that is cut off or larger than any of ours; how many bytes there are.

    Raises BackupRefused.
    """
    size = file.seek(0, 2)
    if size > MOST_FILE_BYTES:
        raise BackupRefused(Fault.TOO_LARGE)
    file.seek(max(0, size - _LONGEST_COMMENT - _END.size))
    tail = file.read()
    place = tail.rfind(_END_MARK)
    if place < 0 or len(tail) - place < _END.size:
        raise BackupRefused(Fault.INCOMPLETE)
    _mark, disk, start_disk, here, parts, length, offset, comment = _END.unpack_from(tail, place)
    locator = max(0, place - _ZIP64_BYTES)
    if parts > MOST_PARTS or length > 200 * MOST_PARTS or tail.startswith(_ZIP64_MARK, locator):
        raise BackupRefused(Fault.TOO_LARGE)
    whole = offset + length + _END.size == size and comment == 0
    if not whole or disk or start_disk or here != parts:
        raise BackupRefused(Fault.DAMAGED)
    file.seek(0)
    return size


def check_parts(parts: list[zipfile.ZipInfo], size: int) -> None:
    """Raises BackupRefused for a part that no backup of ours has. `size`: of the whole archive, in bytes."""
    if len(parts) > MOST_PARTS:
        raise BackupRefused(Fault.TOO_LARGE)
    # Parts that lie over each other: the same bytes, unpacked again and again.
    if sum(part.compress_size for part in parts) > size:
        raise BackupRefused(Fault.TOO_LARGE)
    names = [part.filename for part in parts]
    # Some systems take "P1" and "p1" for the same file.
    if len({name.casefold() for name in names}) < len(names):
        raise BackupRefused(Fault.UNSAFE)
    for part in parts:
        _check(part)
    if sum(part.file_size for part in parts) > MOST_FILE_BYTES:
        raise BackupRefused(Fault.TOO_LARGE)
    photos = [part for part in parts if photo_of(part.filename) is not None]
    unpacked, packed = sum(part.file_size for part in photos), sum(part.compress_size for part in photos)
    if unpacked > RATIO_FROM + MOST_PHOTO_RATIO * packed:
        raise BackupRefused(Fault.TOO_LARGE)
    if MANIFEST not in names or ROWS not in names:
        raise BackupRefused(Fault.FOREIGN)


def _check(part: zipfile.ZipInfo) -> None:
    known = part.filename in (MANIFEST, ROWS) or photo_of(part.filename) is not None
    kind = stat.S_IFMT(part.external_attr >> 16)
    encrypted = part.flag_bits & 0x1
    if not known or part.orig_filename != part.filename or kind not in (0, stat.S_IFREG) or encrypted:
        raise BackupRefused(Fault.UNSAFE)
    if part.compress_type not in _METHODS:
        raise BackupRefused(Fault.UNSAFE)
    most = {MANIFEST: MOST_MANIFEST, ROWS: MOST_ROWS}.get(part.filename, MOST_PHOTO)
    if part.file_size > most or part.compress_size > MOST_FILE_BYTES:
        raise BackupRefused(Fault.TOO_LARGE)
    if part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(1, part.compress_size):
        raise BackupRefused(Fault.TOO_LARGE)
