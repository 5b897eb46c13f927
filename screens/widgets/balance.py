"""Where lines end: those of a title are of like length, and no paragraph leaves a short word alone on its last one."""
from __future__ import annotations

import re

from screens.widgets.theme import theme
from screens.widgets.wordfit import widest_word

# The styles of titles and names; running text fills its lines, unless it stands in the middle.
BALANCED = ("display", "title", "heading", "subhead", "tile")
# What words beside each other may measure more than each by itself, in pixels.
SLACK = 2
HARD = "\u00a0"
# The space between a short number and a word.
NUMBER = re.compile(r"(?<=(?<![\w.,:])\d) (?=[^\W\d])|(?<=(?<![\w.,:])\d\d) (?=[^\W\d])")
# A last line is short below the first of these parts of the room; two words that are held together take no more than
# the second.
ALONE, TOGETHER = 0.35, 0.6


def balanced_width(text: str, style: str, room: float, halign: str = "left") -> float:
    """The least width in pixels at which `text` needs no more lines than in `room`; `room` where that is one line."""
    words = text.split(" ")
    if not (style in BALANCED or halign == "center") or "\n" in text or len(words) < 3:
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


def held_together(text: str, style: str, room: float, last_line: str, numbers: bool = False) -> str:
    """`text` with hard spaces, so that no line begins with a dot between two parts, and no short word stands alone.

    `last_line` is what stands on the last line now. With `numbers`, a number is held to what it counts.
    """
    text = text.replace(" · ", f"{HARD}· ")
    if numbers:
        text = NUMBER.sub(HARD, text)
    before, space, last = text.rpartition(" ")
    if not space or last_line.strip() != last or widest_word(last, style, 0) > ALONE * room:
        return text
    pair = f"{before.rpartition(' ')[2]} {last}".replace(" ", HARD)
    return f"{before}{HARD}{last}" if widest_word(pair, style, 0) <= TOGETHER * room else text
