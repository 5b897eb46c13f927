"""The drawn people of the area step: face, body and scalp, in three skin tones and both themes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, OptionProperty

from screens.widgets.drawing import Drawing
from screens.widgets.geometry import Point, ellipse, rounded_box
from screens.widgets.meshes import MeshData, disc, filled, joined, stroke
from screens.widgets.svgpath import flatten

DRAWN_AT = 104.0
SKIN = {1: "#EFC6A3", 2: "#C48C62", 3: "#7D5138"}
TONES = {"face": 2, "body": 3, "scalp": 1}
HAIR = {"face": "dawnHill", "body": "mint", "scalp": "dawnHill"}

# A step is (what, colour, width or nothing, strength, data); data of "dots" and "oval" are plain numbers.
Step = tuple[str, str, float, float, str]
SHOULDERS = "M18 104 q2 -22 26 -24 h16 q24 2 26 24z"
PARTING = (-23, -13, 13, 23)
STEPS: dict[str, list[Step]] = {
    "face": [
        ("fill", "hero", 0, 1, SHOULDERS),
        ("fill", "skin", 0, 1, "M43 62 h18 v22 q-9 8 -18 0z"),
        ("fill", "hair", 0, 1, "M24 50 C20 4 84 4 80 50 q0 10 -5 14 L70 40 H34 L29 64 q-5 -4 -5 -14z"),
        ("oval", "skin", 0, 1, "52 49 23 28"),
        ("fill", "hair", 0, 1, "M29 46 q0 -27 23 -27 q23 0 23 27 q-3 -12 -12 -16 q-16 8 -34 16z"),
        ("line", "hero", 2.4, 1, "M39 50 q4 3 8 0 M57 50 q4 3 8 0 M47 66 q5 4 10 0"),
        ("dots", "card", 1.9, 1, "35 57 40 60 37 65 69 57 64 60 67 65"),
    ],
    "body": [
        ("oval", "skin", 0, 1, "52 18 12 12"),
        ("fill", "hair", 0, 1, "M39 17 q0 -15 13 -15 q13 0 13 15 q-4 -6 -9 -7 q-9 1 -17 7z"),
        ("box", "skin", 5, 1, "46 26 12 16"),
        ("fill", "skin", 0, 1, "M22 104 C18 80 16 62 21 51 Q26 42 44 38 q8 5 16 0 Q78 42 83 51 C88 62 86 80 82 104z"),
        (
            "fill", "hair", 0, 1,
            "M36 40 L44 38 q8 12 16 0 L68 40 Q66 58 72 68 Q66 84 70 104 H34 Q38 84 32 68 Q38 58 36 40z",
        ),
        ("line", "hero", 2, 0.55, "M33 103 Q36 84 31 66 M71 103 Q68 84 73 66"),
        ("dots", "card", 1.9, 1, "25 62 29 68 25 74 79 62 75 68 79 74"),
    ],
    "scalp": [
        ("fill", "hero", 0, 1, "M18 104 q2 -20 26 -22 h16 q24 2 26 22z"),
        ("box", "skin", 6, 1, "43 66 18 22"),
        ("oval", "skin", 0, 1, "22 56 6 6"),
        ("oval", "skin", 0, 1, "82 56 6 6"),
        ("fill", "hair", 0, 1, "M24 50 C22 4 82 4 80 50 Q80 76 68 80 Q52 86 36 80 Q24 76 24 50z"),
        (
            "line", "mint", 2, 0.75,
            " ".join(
                f"M52 15 C{52 + d * 0.7:.2f} 22 {52 + d} 46 {52 + d * 0.86:.2f} {76 - abs(d) * 0.2:.2f}"
                for d in PARTING
            ),
        ),
        ("line", "skin", 7, 1, "M52 17 V50"),
        ("dots", "card", 1.9, 1, "52 20 52 29 52 38 52 47"),
    ],
}  # fmt: skip


def _mesh(what: str, width: float, data: str, scale: float) -> MeshData:
    if what in ("fill", "line"):
        paths = [[(x * scale, (DRAWN_AT - y) * scale) for x, y in path] for path in flatten(data, scale)]
        if what == "fill":
            return joined(filled(path, convex=False) for path in paths)
        return joined(stroke(path, width * scale) for path in paths)
    numbers = [float(word) for word in data.split()]
    if what == "dots":
        spots = zip(numbers[0::2], numbers[1::2], strict=True)
        return joined(disc(x * scale, (DRAWN_AT - y) * scale, width * scale) for x, y in spots)
    x, y, a, b = numbers
    if what == "oval":
        return filled(ellipse(x * scale, (DRAWN_AT - y) * scale, a * scale, b * scale))
    contour: list[Point] = rounded_box(
        x * scale, (DRAWN_AT - y - b) * scale, a * scale, b * scale, width * scale, width * scale
    )
    return filled(contour)


@lru_cache(maxsize=12)
def picture(area: str, scale: float) -> tuple[tuple[str, float, MeshData], ...]:
    """Colour, strength and mesh of each part, from back to front, `scale` pixels to a unit of the design."""
    return tuple((ink, alpha, _mesh(what, width, data, scale)) for what, ink, width, alpha, data in STEPS[area])


class AreaArt(Drawing):
    """A person with the treated `area` marked by dots; `tone` 1 to 3, or 0 for the tone of the design."""

    area = OptionProperty("face", options=list(STEPS))
    tone = NumericProperty(0)
    redraws_on = ("area", "tone")

    def __init__(self, area: str = "face", tone: int = 0, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint", (None, None))
        kwargs.setdefault("size", (dp(DRAWN_AT), dp(DRAWN_AT)))
        super().__init__(area=area, tone=tone, **kwargs)

    def draw(self) -> None:
        inks = {"skin": SKIN[int(self.tone) or TONES[self.area]], "hair": HAIR[self.area]}
        for ink, alpha, data in picture(self.area, min(self.width, self.height) / DRAWN_AT):
            self.fill(inks.get(ink, ink), data, alpha)
