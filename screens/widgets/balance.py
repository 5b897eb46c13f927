"""Titles of more than one line whose lines are of like length, so that no word is left alone on the last one."""
from __future__ import annotations

from screens.widgets.theme import theme
from screens.widgets.wordfit import widest_word

# The styles of titles and names; running text fills its lines.
BALANCED = ("display", "title", "heading", "subhead", "tile")
# What words beside each other may measure more than each by itself, in pixels.
SLACK = 2


def balanced_width(text: str, style: str, room: float) -> float:
    """The least width in pixels at which `text` needs no more lines than in `room`; `room` where that is one line."""
    words = text.split(" ")
    if style not in BALANCED or "\n" in text or len(words) < 3:
        return room
    widths = [widest_word(word, style, 0) for word in words]
    space = theme.size(style) * 0.3
    lines = _lines(widths, space, room)
    low, high = max([room / 2, *widths]), room
    if lines < 2 or low >= room:
        return room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if _lines(widths, space, middle) <= lines else (middle, high)
    return min(room, high + SLACK)


def _lines(widths: list[float], space: float, room: float) -> int:
    lines, used = 1, 0.0
    for width in widths:
        if used and used + space + width > room:
            lines, used = lines + 1, 0.0
        used += width + (space if used else 0)
    return lines
