"""Where a face lies in a picture from each side: what the first picture is held against. Drawn, not measured."""
from __future__ import annotations

from math import cos, pi, sin

from aftercare.core.photo import Line, Point, View


def _arc(middle: Point, wide: float, tall: float, start: float, end: float, steps: int = 24) -> Line:
    """A part of an ellipse; degrees count clockwise from the right, since y grows downward."""
    turns = (start + (end - start) * step / steps for step in range(steps + 1))
    return tuple(
        (round(middle[0] + wide * cos(turn * pi / 180), 4), round(middle[1] + tall * sin(turn * pi / 180), 4))
        for turn in turns
    )


_FRONT: tuple[Line, ...] = (
    _arc((0.5, 0.48), 0.33, 0.40, 0, 360, 60),
    _arc((0.37, 0.39), 0.08, 0.03, 180, 360, 10),
    _arc((0.63, 0.39), 0.08, 0.03, 180, 360, 10),
    ((0.5, 0.42), (0.485, 0.5), (0.465, 0.57), (0.5, 0.59), (0.535, 0.57)),
    _arc((0.5, 0.68), 0.10, 0.035, 0, 180, 12),
)
# The left cheek: the nose points to the left edge.
_LEFT: tuple[Line, ...] = (
    _arc((0.60, 0.20), 0.15, 0.05, 200, 340, 12),
    ((0.32, 0.22), (0.27, 0.34), (0.21, 0.46), (0.15, 0.55), (0.18, 0.59), (0.29, 0.60)),
    _arc((0.27, 0.75), 0.18, 0.05, 0, 180, 14),
    ((0.98, 0.30), (0.985, 0.45), (0.97, 0.58), (0.93, 0.70), (0.86, 0.81), (0.76, 0.91), (0.65, 0.98)),
)


def _mirrored(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(tuple((round(1 - x, 4), y) for x, y in line) for line in lines)


_OUTLINES = {View.LEFT: _LEFT, View.FRONT: _FRONT, View.RIGHT: _mirrored(_LEFT)}


def face_outline(view: str) -> tuple[Line, ...]:
    """The lines of a face from a side; none for a side that is not known."""
    return _OUTLINES[View(view)] if view in list(View) else ()
