"""The app mark: the return ring as a sunrise over two hills, drawn at any size."""

from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from screens.widgets.drawing import Drawing
from screens.widgets.geometry import arc, clip_convex, ellipse, ring_angles, rounded_box
from screens.widgets.meshes import disc, filled, joined, stroke

# The mark keeps its own colours in both themes.
GROUND, MINT, PEACH, DIM, HILL = "#0E4A4F", "#A9D9CD", "#F7BC93", "#3B8083", "#1F6C70"
DRAWN_AT = 512.0


class Logo(Drawing):
    """The mark in a rounded square as large as the widget."""

    def __init__(self, size_dp: float = 36, **kwargs: Any) -> None:
        kwargs.setdefault("name", "Aftercare")
        kwargs.setdefault("size_hint", (None, None))
        kwargs.setdefault("size", (dp(size_dp), dp(size_dp)))
        super().__init__(**kwargs)

    def draw(self) -> None:
        side = min(self.width, self.height)
        k = side / DRAWN_AT
        left, foot = (self.width - side) / 2, (self.height - side) / 2
        ground = [(x + left, y + foot) for x, y in rounded_box(0, 0, side, side, side * 0.24, side * 0.24)]
        x, y, radius, width = left + 256 * k, foot + (512 - 292) * k, 172 * k, 50 * k
        self.fill(GROUND, filled(ground))
        angles = ring_angles(5, radius, width, 24 * k, 174, 192)
        pieces = [stroke(arc(x, y, radius, a, b), width) for a, b in angles]
        for token, part in ((MINT, pieces[:3]), (PEACH, pieces[3:4]), (DIM, pieces[4:])):
            self.fill(token, joined(part))
        self.fill(PEACH, disc(x, y, 96 * k))
        for token, cx, cy in ((HILL, 130, 534), (MINT, 420, 580)):
            hill = ellipse(left + cx * k, foot + (512 - cy) * k, 340 * k, 196 * k)
            self.fill(token, filled(clip_convex(hill, ground)))
