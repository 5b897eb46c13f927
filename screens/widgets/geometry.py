"""Pure geometry of the drawings: angles, contours and clipping. Pixels, y upwards, no Kivy.

Angles are screen angles in degrees: 0 points right, and they grow clockwise, as in the design.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, cos, degrees, pi, radians, sin

Point = tuple[float, float]

RING_START = 145.0
RING_SWEEP = 250.0
MOST_SEGMENTS = 20


def on_circle(cx: float, cy: float, radius: float, angle: float) -> Point:
    """The point of a circle at a screen angle."""
    turn = radians(angle)
    return cx + radius * cos(turn), cy - radius * sin(turn)


def steps_for(radius: float, sweep: float) -> int:
    """How many straight pieces look round: less than a tenth of a pixel off the true curve."""
    if radius <= 0.5:
        return 4
    return max(2, ceil(radians(abs(sweep)) / (0.9 / radius**0.5)))


def arc(cx: float, cy: float, radius: float, start: float, end: float) -> list[Point]:
    """Points along an arc, both ends included."""
    steps = steps_for(radius, end - start)
    return [on_circle(cx, cy, radius, start + (end - start) * i / steps) for i in range(steps + 1)]


def ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Point]:
    """Contour of an ellipse, the last point not repeated, counter-clockwise."""
    steps = max(12, ceil(2 * pi / (0.9 / max(rx, ry, 1.0) ** 0.5)))
    return [(cx + rx * cos(2 * pi * i / steps), cy + ry * sin(2 * pi * i / steps)) for i in range(steps)]


def rounded_box(x: float, y: float, width: float, height: float, bottom: float, top: float) -> list[Point]:
    """Contour of a box whose lower and upper corners are rounded by their own radii, counter-clockwise."""
    points: list[Point] = []
    corners = (
        (x + width - bottom, y + bottom, bottom, 90.0),
        (x + width - top, y + height - top, top, 0.0),
        (x + top, y + height - top, top, -90.0),
        (x + bottom, y + bottom, bottom, -180.0),
    )
    for cx, cy, radius, start in corners:
        points += arc(cx, cy, radius, start, start - 90) if radius > 0 else [(cx, cy)]
    return points


def clip_convex(subject: Sequence[Point], window: Sequence[Point]) -> list[Point]:
    """The part of a contour inside a convex window; both counter-clockwise. Empty when nothing is left."""
    found = list(subject)
    for index, (bx, by) in enumerate(window):
        ax, ay = window[index - 1]
        ex, ey = bx - ax, by - ay
        if abs(ex) + abs(ey) < 1e-9 or not found:
            continue
        kept: list[Point] = []
        px, py = found[-1]
        side_before = ex * (py - ay) - ey * (px - ax)
        for qx, qy in found:
            side = ex * (qy - ay) - ey * (qx - ax)
            if (side >= 0) != (side_before >= 0):
                t = side_before / (side_before - side)
                kept.append((px + (qx - px) * t, py + (qy - py) * t))
            if side >= 0:
                kept.append((qx, qy))
            px, py, side_before = qx, qy, side
        found = kept
    return found


def ring_slots(segments: int, ended: int, next_count: int, most: int = MOST_SEGMENTS) -> tuple[int, int, int]:
    """Segments, ended and next as drawn: above `most` they are grouped in proportion.

    A group is kept for whatever is not empty, and the ring is full only when every limit has ended.
    """
    segments = max(0, segments)
    ended = min(max(0, ended), segments)
    soon = min(max(0, next_count), segments - ended)
    if segments <= most:
        return segments, ended, soon
    later = segments - ended - soon
    parts = [ended, soon, later]
    shown = [max(1, round(part * most / segments)) if part else 0 for part in parts]
    largest = shown.index(max(shown))
    shown[largest] += most - sum(shown)
    return most, shown[0], shown[1]


def ring_angles(
    segments: int,
    radius: float,
    stroke: float,
    gap: float,
    start: float = RING_START,
    sweep: float = RING_SWEEP,
) -> list[tuple[float, float]]:
    """Start and end of each segment's centre line, so that the round ends leave `gap` pixels between two."""
    if segments <= 0 or radius <= 0:
        return []
    slot = sweep / segments
    trim = degrees(gap / radius) / 2 + degrees(stroke / 2 / radius)
    trim = min(trim, slot / 2)
    return [(start + slot * i + trim, start + slot * (i + 1) - trim) for i in range(segments)]


def fit_stroke(segments: int, radius: float, stroke: float, gap: float, sweep: float = RING_SWEEP) -> float:
    """The stroke, made thinner where a slot is too short for two round ends and a gap."""
    if segments <= 0 or radius <= 0:
        return stroke
    return max(1.0, min(stroke, radians(sweep / segments) * radius - gap))


def x_at(fraction: float, width: float) -> float:
    """Pixels from the left for a fraction of a range, kept inside the drawing."""
    return min(1.0, max(0.0, fraction)) * width
