"""Labels on one line that never overlap: nudged, or left out by priority. Pure, no Kivy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# From the most needed to the first that may go.
PRIORITY = {"now": 0, "clinic": 1, "end": 2, "session": 3, "day": 4}


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a label would stand: the x it belongs to, its width, and which part of it (0 to 1) is at x."""

    x: float
    width: float
    anchor: float = 0.5
    priority: int = 4


def place(wishes: Sequence[Wish], room: float, gap: float, nudge: float = 0.5) -> list[float | None]:
    """Left edge of each label inside 0 to `room`, or None where it is left out.

    Labels are placed by priority, then in the order given. One moves at most `nudge` of its width off its
    place (more only to stay inside the room), keeps `gap` to its neighbours, and never jumps over another
    one.
    """
    found: list[float | None] = [None] * len(wishes)
    order = sorted(range(len(wishes)), key=lambda i: (wishes[i].priority, i))
    taken: list[tuple[float, float, float]] = []
    for index in order:
        wish = wishes[index]
        if wish.width > room:
            continue
        ideal = min(max(0.0, wish.x - wish.width * wish.anchor), room - wish.width)
        low, high = 0.0, room - wish.width
        for left, right, x in taken:
            if (x, left) <= (wish.x, ideal):
                low = max(low, right + gap)
            else:
                high = min(high, left - gap - wish.width)
        if low > high:
            continue
        left = min(max(ideal, low), high)
        if abs(left - ideal) <= wish.width * nudge:
            found[index] = left
            taken.append((left, left + wish.width, wish.x))
    return found
