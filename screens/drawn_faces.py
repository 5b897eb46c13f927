"""Drawn faces that stand for a patient's own photos in the pictures of the screens: few shapes, three skin tones."""
from __future__ import annotations

import io
from collections.abc import Sequence

from aftercare.core.photo import Line, Point
from aftercare.core.photo_outline import face_outline

WIDE, TALL = 900, 1200
Colour = tuple[int, int, int]
GROUND: Colour = (169, 217, 205)
# Skin, nose, brow, lips, spots, shade of the treated cheek.
TONES: tuple[tuple[Colour, ...], ...] = (
    ((233, 190, 160), (196, 146, 116), (92, 62, 44), (196, 110, 104), (178, 76, 66), (220, 160, 134)),
    ((196, 140, 98), (138, 90, 56), (74, 46, 32), (164, 94, 76), (160, 84, 60), (176, 116, 84)),
    ((124, 80, 56), (78, 46, 30), (36, 22, 16), (106, 58, 52), (74, 30, 46), (106, 62, 54)),
)
_SPOTS = (
    (0.50, 0.52), (0.60, 0.49), (0.70, 0.52), (0.47, 0.60), (0.58, 0.59), (0.68, 0.61), (0.53, 0.67), (0.63, 0.69),
)  # fmt: skip


def face(tone: int, healed: float) -> bytes:
    """A PNG of a left cheek in one of three tones, 0 to 2; `healed` 0 is the day of the session, 1 is over."""
    from PIL import Image, ImageDraw

    skin, nose, brow, lips, spot, shade = TONES[tone]
    image = Image.new("RGB", (WIDE, TALL), GROUND)
    draw = ImageDraw.Draw(image)
    jaw = _scaled(((0.88, -0.02), (0.98, 0.12), *_jaw()))
    draw.polygon([(0, 0), *jaw, (0.0, TALL)], fill=skin)
    if healed < 1:
        reach = 0.17 * (1 - healed * 0.6)
        draw.ellipse(_box((0.6, 0.59), reach, reach * 0.9), fill=_mixed(shade, skin, healed))
    for at in _SPOTS[: round(len(_SPOTS) * (1 - healed))]:
        draw.ellipse(_box(at, 0.024, 0.018), fill=spot)
    if 0 < healed < 1:
        draw.ellipse(_box((0.73, 0.69), 0.07, 0.035), fill=_mixed((104, 78, 104), skin, 0.35 + healed * 0.4))
    eye, bridge, mouth = face_outline("left")[:3]
    draw.line(_scaled(eye, down=0.06), fill=brow, width=38, joint="curve")
    draw.line(_scaled([(x, 0.36 + (0.20 - y) * 0.9) for x, y in eye]), fill=brow, width=26, joint="curve")
    draw.line(_scaled(bridge), fill=nose, width=30, joint="curve")
    draw.polygon(_scaled(mouth, down=-0.02), fill=lips)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def _jaw() -> Line:
    return (*face_outline("left")[3], (0.62, 1.02), (0.0, 1.02))


def _scaled(points: Sequence[Point], down: float = 0.0) -> list[tuple[float, float]]:
    return [(x * WIDE, (y + down) * TALL) for x, y in points]


def _box(middle: Point, wide: float, tall: float) -> tuple[float, float, float, float]:
    x, y = middle[0] * WIDE, middle[1] * TALL
    return x - wide * WIDE, y - tall * TALL * WIDE / TALL * 1.2, x + wide * WIDE, y + tall * TALL * WIDE / TALL * 1.2


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
