"""What the first bytes of a file say of the picture in it, before any decoder is asked."""
from __future__ import annotations

from aftercare.core import photo_errors

JPEG, PNG, WEBP = "JPEG", "PNG", "WEBP"
_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_HEAD_BYTES = 30


def kind_of(content: bytes) -> str:
    """JPEG, PNG or WEBP. Raises PhotoRefused for anything else, whatever the file is called."""
    if content[:3] == b"\xff\xd8\xff":
        return JPEG
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        return PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        raise photo_errors.heic()
    if content[:6] in (b"GIF87a", b"GIF89a"):
        raise photo_errors.gif()
    raise photo_errors.not_a_picture()


def webp_size(content: bytes) -> tuple[int, int]:
    """Width and height of a WebP, whose decoder reserves all its memory when it is made. Raises PhotoRefused."""
    if len(content) < _HEAD_BYTES:
        raise photo_errors.damaged()
    chunk = content[12:16]
    if chunk == b"VP8X":
        return _number(content[24:27]) + 1, _number(content[27:30]) + 1
    if chunk == b"VP8L":
        bits = _number(content[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        return _number(content[26:28]) & 0x3FFF, _number(content[28:30]) & 0x3FFF
    raise photo_errors.damaged()


def _number(content: bytes) -> int:
    return int.from_bytes(content, "little")
