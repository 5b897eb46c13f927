"""The bars of a limit: shape as well as colour says what holds, in the timeline and on a sheet alike."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kivy.metrics import dp

from screens.widgets.geometry import Point
from screens.widgets.meshes import MeshData, disc, filled, pill, stroke

# shape -> colour token, strength
INKS = {
    "before": ("outline", 0.55),
    "avoid": ("notyetBar", 1.0),
    "limit": ("careBar", 1.0),
    "ended": ("okBar", 1.0),
    "ask": ("askBar", 1.0),
    "stop": ("notyetBar", 1.0),
    "time": ("primary", 1.0),
    "range": ("band", 1.0),
}
DOT, DOT_STEP = 2.6, 10.75


@lru_cache(maxsize=8)
def _dot(radius: float) -> MeshData:
    return disc(0.0, 0.0, radius)


def dots(left: float, right: float, y: float, radius: float, step: float) -> MeshData:
    """A row of dots between two x, all inside."""
    one = _dot(radius)
    count = max(0, int((right - left - 2 * radius) // step) + 1)
    size = len(one.vertices) // 4
    xs, ys = one.vertices[0::4], [y + v for v in one.vertices[1::4]]
    vertices: list[float] = []
    indices: list[int] = []
    for k in range(count):
        part = one.vertices.copy()
        middle = left + radius + k * step
        part[0::4] = [middle + v for v in xs]
        part[1::4] = ys
        vertices += part
        indices += [size * k + i for i in one.indices]
    return MeshData(vertices, indices)


def bar(drawing: Any, shape: str, left: float, right: float, y: float, thick: float, thin: float) -> None:
    """Draw one bar between two x in pixels, its middle at y; a hair of ground stays between two bars."""
    token, alpha = INKS[shape]
    if right - left < 0.5:
        return
    if shape == "ask":
        data = dots(left, right, y, dp(DOT), dp(DOT_STEP))
    else:
        height = {"limit": thin, "before": thick * 0.72, "time": thick * 0.57, "range": thick * 0.57}.get(
            shape, thick
        )
        data = pill(left, max(left + min(height, right - left), right - dp(1)), y, min(height, right - left))
    if data.indices:
        drawing.fill(token, data, alpha)


def arrow(drawing: Any, shape: str, x: float, y: float, size: float) -> None:
    """A head that points right from x: the bar goes on beyond the edge."""
    head: list[Point] = [(x, y - size), (x + size, y), (x, y + size)]
    drawing.fill(INKS[shape][0], filled(head), INKS[shape][1])


def upright(x: float, low: float, high: float, width: float) -> MeshData:
    """A standing line with round ends."""
    return stroke(((x, low + width / 2), (x, high - width / 2)), width)


def box(x: float, y: float, width: float, height: float) -> MeshData:
    """A plain rectangle."""
    return filled([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
