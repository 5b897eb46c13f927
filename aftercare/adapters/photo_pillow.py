"""Pictures through Pillow: only its JPEG, PNG and WebP readers are ever asked, and only pixels come out.

A picture is drawn anew on an empty one, so that nothing else of its file can follow: no place, no date, no maker, no
comment, no small copy, no colour profile.
"""
from __future__ import annotations

import io
from typing import TYPE_CHECKING

from aftercare.adapters import photo_header
from aftercare.adapters.photo_source_file import content_of
from aftercare.core import photo_errors
from aftercare.core.photo_errors import (
    LONGEST_SIDE,
    MOST_JPEG_PIXELS,
    MOST_KEPT_BYTES,
    MOST_OTHER_PIXELS,
    THUMBNAIL_SIDE,
    PhotoGone,
    PhotoRefused,
)
from aftercare.core.photo_port import Encoded, Pixels, Source

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose
    from PIL.ImageFile import ImageFile

_QUALITIES = (88, 78, 66, 54)
_THUMBNAIL_QUALITY = 80
_ORIENTATION = 0x0112
# Progressive JPEGs have about ten scans. Each costs a pass over all pixels, so thousands would keep the device busy.
_SCAN, _MOST_SCANS = b"\xff\xda", 60


class PillowCodec:
    """PhotoCodec. Pillow is imported with the first picture, not with the app."""

    def encode(self, source: Source) -> Encoded:
        """Raises PhotoRefused, and nothing else, whatever the bytes are."""
        content = content_of(source)
        try:
            upright = _upright(_opened(content))
            picture, size = _bounded(upright)
            upright.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
            return Encoded(picture, _jpeg(upright, _THUMBNAIL_QUALITY), *size)
        except PhotoRefused:
            raise
        except Exception as error:  # a decoder on damaged bytes fails in any way it likes
            raise photo_errors.damaged() from error

    def pixels(self, jpeg: bytes) -> Pixels:
        """Raises PhotoGone where the bytes are no JPEG of a size that we keep."""
        try:
            if photo_header.kind_of(jpeg) != photo_header.JPEG:
                raise PhotoGone
            image = _opened(jpeg)
            image.load()
            if max(image.size) > LONGEST_SIDE:
                raise PhotoGone
            return Pixels(*image.size, image.convert("RGB").tobytes())
        except PhotoGone:
            raise
        except Exception as error:
            raise PhotoGone from error


def _opened(content: bytes) -> ImageFile:
    """The picture, its head read and its size found bearable, not decoded yet."""
    # Not Image.open, which tries one reader after the other and takes a phone's JPEG with a small copy for a film.
    from PIL import JpegImagePlugin, PngImagePlugin, WebPImagePlugin

    stream = io.BytesIO(content)
    kind = photo_header.kind_of(content)
    if kind == photo_header.JPEG:
        image: ImageFile = JpegImagePlugin.JpegImageFile(stream)
        _bearable(image.size, MOST_JPEG_PIXELS)
        if content.count(_SCAN) > _MOST_SCANS:
            raise photo_errors.damaged()
        # Decodes at 1/2, 1/4 or 1/8 where that is still as large as what we keep.
        scale = max(1.0, max(image.size) / LONGEST_SIDE)
        image.draft(image.mode, (int(image.width / scale), int(image.height / scale)))
        return image
    if kind == photo_header.PNG:
        image = PngImagePlugin.PngImageFile(stream)
    elif WebPImagePlugin.SUPPORTED:
        _bearable(photo_header.webp_size(content), MOST_OTHER_PIXELS)
        image = WebPImagePlugin.WebPImageFile(stream)
    else:
        raise photo_errors.not_a_picture()
    _bearable(image.size, MOST_OTHER_PIXELS)
    if getattr(image, "is_animated", False):
        raise photo_errors.moving()
    return image


def _bearable(size: tuple[int, int], most: int) -> None:
    if size[0] * size[1] > most:
        raise photo_errors.too_many_pixels(most)


def _upright(image: ImageFile) -> Image:
    """The pixels alone, at the size that is kept, turned as the camera was held, on white where there were none."""
    from PIL import Image

    image.load()
    turn = _turn(image)
    small = _eight_bits(image)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    clean = Image.new("RGB", small.size, "white")
    clean.paste(small, mask=small.getchannel("A") if small.mode == "RGBA" else None)
    return clean if turn is None else clean.transpose(turn)


def _eight_bits(image: Image) -> Image:
    if image.mode.startswith(("I", "F")):
        # 16 bits of grey; a plain conversion would cut them off at white.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L").convert("RGB")
    wanted = "RGBA" if image.has_transparency_data else "RGB"
    # convert() would copy the whole picture once more.
    return image if image.mode == wanted else image.convert(wanted)


def _turn(image: Image) -> Transpose | None:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        return turns.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # damaged words about a picture are no reason to refuse its pixels
        return None


def _bounded(image: Image) -> tuple[bytes, tuple[int, int]]:
    """A JPEG of no more than MOST_KEPT_BYTES, and its size: first less fine, then smaller."""
    while True:
        for quality in _QUALITIES:
            content = _jpeg(image, quality)
            if len(content) <= MOST_KEPT_BYTES:
                return content, image.size
        image = image.resize((max(1, image.width * 3 // 4), max(1, image.height * 3 // 4)))


def _jpeg(image: Image, quality: int) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()
