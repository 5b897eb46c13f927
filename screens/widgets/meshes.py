"""Meshes whose edge fades over one pixel, so that they are smooth without multisampling. Pure, no Kivy.

A vertex is x, y, u, v; u runs from 0 (outside, clear) to 1 (inside, full) along a ramp texture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import cos, hypot, pi, sin

from screens.widgets.geometry import Point

FEATHER = 0.5


@dataclass(slots=True)
class MeshData:
    """Vertices and triangle indices, ready for a Mesh in the mode "triangles"."""

    vertices: list[float] = field(default_factory=list)
    indices: list[int] = field(default_factory=list)

    def add(self, other: MeshData) -> MeshData:
        """Append another mesh; returns itself."""
        base = len(self.vertices) // 4
        self.vertices += other.vertices
        self.indices += [base + i for i in other.indices]
        return self


def joined(parts: Iterable[MeshData]) -> MeshData:
    """One mesh of many, so that one colour costs one draw call."""
    whole = MeshData()
    for part in parts:
        whole.add(part)
    return whole


@lru_cache(maxsize=32)
def _cap(steps: int) -> tuple[Point, ...]:
    return tuple((cos(pi / 2 * i / steps), sin(pi / 2 * i / steps)) for i in range(steps))


def stroke(line: Sequence[Point], width: float) -> MeshData:
    """A line of a width in pixels with round ends; its bends must be gentle against its width."""
    half = width / 2
    inner, outer = max(0.0, half - FEATHER), half + FEATHER
    full = min(1.0, width)
    vertices: list[float] = []
    last = len(line) - 1

    def section(x: float, y: float, dx: float, dy: float, nx: float, ny: float) -> None:
        # (dx, dy) leads along the line, (nx, ny) to its left; both scaled by the cap.
        vertices.extend((
            x + (dx + nx) * outer, y + (dy + ny) * outer, 0.0, 0.5,
            x + (dx + nx) * inner, y + (dy + ny) * inner, full, 0.5,
            x + (dx - nx) * inner, y + (dy - ny) * inner, full, 0.5,
            x + (dx - nx) * outer, y + (dy - ny) * outer, 0.0, 0.5,
        ))  # fmt: skip

    cap = _cap(max(3, min(16, round(half**0.5 * 2.6))))
    for index, (x, y) in enumerate(line):
        ax, ay = line[max(0, index - 1)]
        bx, by = line[min(last, index + 1)]
        tx, ty = bx - ax, by - ay
        length = hypot(tx, ty)
        tx, ty = (tx / length, ty / length) if length > 1e-9 else (1.0, 0.0)
        if index == 0:
            for c, s in cap:
                section(x, y, -tx * c, -ty * c, -ty * s, tx * s)
        section(x, y, 0.0, 0.0, -ty, tx)
        if index == last:
            for c, s in reversed(cap):
                section(x, y, tx * c, ty * c, -ty * s, tx * s)
    indices: list[int] = []
    for base in range(0, len(vertices) // 4 - 4, 4):
        for a in (base, base + 1, base + 2):
            indices += (a, a + 1, a + 4, a + 1, a + 5, a + 4)
    return MeshData(vertices, indices)


def pill(x0: float, x1: float, y: float, height: float) -> MeshData:
    """A level bar with round ends between two x, its middle at y; never shorter than it is high."""
    half = height / 2
    a, b = x0 + half, max(x0 + half, x1 - half)
    return stroke(((a, y), (b, y)), height)


def disc(x: float, y: float, radius: float) -> MeshData:
    """A filled circle."""
    steps = max(12, round(radius**0.5 * 9))
    inner, outer = max(0.0, radius - FEATHER), radius + FEATHER
    vertices = [x, y, 1.0, 0.5]
    indices: list[int] = []
    for i in range(steps):
        c, s = cos(2 * pi * i / steps), sin(2 * pi * i / steps)
        vertices += (x + c * inner, y + s * inner, 1.0, 0.5, x + c * outer, y + s * outer, 0.0, 0.5)
        a, b = 1 + 2 * i, 1 + 2 * ((i + 1) % steps)
        indices += (0, a, b, a, a + 1, b, a + 1, b + 1, b)
    return MeshData(vertices, indices)


def _normals(contour: Sequence[Point]) -> list[Point]:
    """Outward direction at each point of a counter-clockwise contour, longer at sharp corners."""
    count = len(contour)
    edges: list[Point] = []
    for i in range(count):
        (ax, ay), (bx, by) = contour[i], contour[(i + 1) % count]
        length = hypot(bx - ax, by - ay) or 1.0
        edges.append(((by - ay) / length, (ax - bx) / length))
    found: list[Point] = []
    for i in range(count):
        (px, py), (qx, qy) = edges[i - 1], edges[i]
        scale = 1.0 / max(0.35, 1.0 + px * qx + py * qy)
        found.append(((px + qx) * scale, (py + qy) * scale))
    return found


def area_of(contour: Sequence[Point]) -> float:
    """Signed area in square pixels, positive when counter-clockwise."""
    return sum(contour[i - 1][0] * y - x * contour[i - 1][1] for i, (x, y) in enumerate(contour)) / 2


def tidy(contour: Sequence[Point], least: float = 0.02) -> list[Point]:
    """The contour counter-clockwise and without points that lie on one another."""
    kept: list[Point] = []
    for x, y in contour:
        if not kept or hypot(x - kept[-1][0], y - kept[-1][1]) > least:
            kept.append((x, y))
    while len(kept) > 1 and hypot(kept[0][0] - kept[-1][0], kept[0][1] - kept[-1][1]) <= least:
        kept.pop()
    return kept if area_of(kept) >= 0 else kept[::-1]


def filled(contour: Sequence[Point], convex: bool = True) -> MeshData:
    """A filled contour with a soft edge; a concave one is cut into ears first."""
    points = tidy(contour)
    count = len(points)
    if count < 3:
        return MeshData()
    vertices: list[float] = []
    for (x, y), (nx, ny) in zip(points, _normals(points), strict=True):
        dx, dy = nx * FEATHER, ny * FEATHER
        vertices += (x - dx, y - dy, 1.0, 0.5, x + dx, y + dy, 0.0, 0.5)
    if convex:
        indices = [i for k in range(1, count - 1) for i in (0, 2 * k, 2 * k + 2)]
    else:
        indices = [2 * i for i in ears(points)]
    for i in range(count):
        a, b = 2 * i, 2 * ((i + 1) % count)
        indices += (a, a + 1, b, a + 1, b + 1, b)
    return MeshData(vertices, indices)


def _inside(p: Point, a: Point, b: Point, c: Point) -> bool:
    def side(o: Point, d: Point) -> float:
        return (d[0] - o[0]) * (p[1] - o[1]) - (d[1] - o[1]) * (p[0] - o[0])

    return side(a, b) >= 0 and side(b, c) >= 0 and side(c, a) >= 0


def ears(points: Sequence[Point]) -> list[int]:
    """Triangles, as indices, of a simple counter-clockwise contour that may be concave."""
    left = list(range(len(points)))
    found: list[int] = []
    while len(left) > 3:
        for k in range(len(left)):
            i, j, m = left[k - 1], left[k], left[(k + 1) % len(left)]
            a, b, c = points[i], points[j], points[m]
            if (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) < 0:
                continue
            if any(_inside(points[o], a, b, c) for o in left if o not in (i, j, m)):
                continue
            found += (i, j, m)
            left.pop(k)
            break
        else:
            break
    return found + left if len(left) == 3 else found
