"""SVG path data as polylines: the part of the language the drawn people use. Pure, no Kivy; y stays downwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil, hypot

from screens.widgets.geometry import Point

_WORDS = re.compile(r"[MmLlHhVvQqCcZz]|-?(?:\d*\.\d+|\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "Z": 0}


def curve(points: list[Point], scale: float) -> list[Point]:
    """Points along a Bezier curve of any degree, without its start, so many that it looks round at this scale."""
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
    steps = max(4, min(32, ceil(1.5 * (length * scale) ** 0.5)))
    found: list[Point] = []
    for i in range(1, steps + 1):
        t = i / steps
        level = points
        while len(level) > 1:
            level = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(level)]
        found.append(level[0])
    return found


def _calls(data: str) -> Iterator[tuple[str, list[float]]]:
    words = _WORDS.findall(data)
    at, command = 0, "M"
    while at < len(words):
        if words[at].isalpha():
            command, at = words[at], at + 1
        takes = _TAKES[command.upper()]
        yield command, [float(w) for w in words[at : at + takes]]
        at += takes
        if command in "Mm":
            command = "L" if command == "M" else "l"


def flatten(data: str, scale: float = 1.0) -> list[list[Point]]:
    """Each sub-path as its points; `scale` is pixels a unit. A closed sub-path does not repeat its first point."""
    paths: list[list[Point]] = []
    x = y = 0.0
    for command, numbers in _calls(data):
        kind = command.upper()
        if kind == "Z":
            x, y = paths[-1][0]
            continue
        # Relative numbers alternate between x and y, but for the single number of H and V.
        shift_x, shift_y = (x, y) if command.islower() else (0.0, 0.0)
        if kind == "H":
            points = [(numbers[0] + shift_x, y)]
        elif kind == "V":
            points = [(x, numbers[0] + shift_y)]
        else:
            pairs = zip(numbers[0::2], numbers[1::2], strict=True)
            points = [(a + shift_x, b + shift_y) for a, b in pairs]
        if kind == "M":
            paths.append([points[0]])
        elif kind in "QC":
            paths[-1] += curve([(x, y), *points], scale)
        else:
            paths[-1] += points
        x, y = points[-1]
    return paths
