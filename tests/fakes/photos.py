"""Pictures for tests: files as cameras, programs and attackers make them."""
from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, PngImagePlugin

RED, BLUE = (200, 30, 30), (30, 30, 200)
COMMENT = b"taken at my clinic"


def jpeg(size: tuple[int, int] = (400, 300), colour: tuple[int, int, int] = RED, **extra: Any) -> bytes:
    """A JPEG of one colour."""
    return saved(Image.new("RGB", size, colour), "JPEG", **extra)


def two_coloured(size: tuple[int, int] = (400, 300)) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (0, size[1] // 2, *size))
    return image


def telling_jpeg() -> bytes:
    """A JPEG that tells where, when and with what it was taken, in EXIF, XMP, IPTC, a profile and a comment."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0132] = "SpyCam", "2026:06:08 17:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>home address</x:xmpmeta>"
    content = jpeg(exif=exif.tobytes(), comment=COMMENT, icc_profile=b"secret profile" * 20, xmp=xmp)
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c\x1c\x02\x78\0\x07caption"
    return content[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + content[2:] + b"after the end"


def turned_jpeg(orientation: int) -> bytes:
    """Red above and blue below, once it is turned as its EXIF asks."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    back = {1: None, 3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    turn = back[orientation]
    upright = two_coloured()
    return saved(upright if turn is None else upright.transpose(turn), "JPEG", exif=exif.tobytes())


def telling_png() -> bytes:
    """A PNG with texts in it, one of them compressed."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "taken at my clinic")
    texts.add_itxt("Location", "home address", zip=True)
    return saved(Image.new("RGBA", (300, 200), (*RED, 128)), "PNG", pnginfo=texts)


def claiming_png(width: int = 50_000, height: int = 50_000) -> bytes:
    """A few bytes that claim to be an enormous picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(64))) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def claiming_webp() -> bytes:
    """A WebP whose head claims 16,384 by 16,384 pixels."""
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + b"\xff\x3f\x00\xff\x3f\x00"
    return b"RIFF" + struct.pack("<I", len(body)) + body


def saved(image: Image.Image, form: str, **extra: Any) -> bytes:
    """The bytes of a file of a form."""
    stream = io.BytesIO()
    image.save(stream, form, **extra)
    return stream.getvalue()


def opened(content: bytes) -> Image.Image:
    """A file as Pillow sees it."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
