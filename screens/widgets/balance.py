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
# A weekday and its date, a preposition and its time, the parts of the name of a backup: (what stays) (its space).
PAIR = re.compile(
    r"(\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|пн|вт|ср|чт|пт|сб|вс),?|\b(?:day|SPF)|\bat(?= \d\d:)"
    r"|\bAftercare(?= \d{4}-)|\b\d{4}-\d\d-\d\d) (?=\d)",
    re.IGNORECASE,
)
# Russian never ends a line with one of these.
SHORT = re.compile(r"(?<![\w-])([всукоиая]|н[еа]|[дкпс]о|от|за|из|об) (?=\w)", re.IGNORECASE)
# A last line is short below the first of these parts of the room where it is one word, below the second where it is
# more; words that are held together take no more than the third.
ALONE, FEW, TOGETHER = 0.35, 0.2, 0.6


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


def held_together(text: str, style: str, room: float, last_line: str) -> list[str]:
    """`text` with hard spaces, best first: no line begins with a dot between two parts, and none ends badly.

    The best keeps a date, a number with what it counts and a short Russian word in one line; each has company for a
    short word on the last line. `last_line` is what stands there now.
    """
    text = _with_company(text, style, room, last_line).replace(" · ", f"{HARD}· ")
    numbers = NUMBER.sub(HARD, text)
    dates = PAIR.sub(rf"\1{HARD}", numbers)
    return list(dict.fromkeys((SHORT.sub(rf"\1{HARD}", dates), dates, numbers, text)))


def _with_company(text: str, style: str, room: float, last_line: str) -> str:
    words, last = text.split(" "), last_line.strip().split(" ")
    alone = len(last)
    if words[-alone:] != last or alone == len(words):
        return text
    if widest_word(HARD.join(last), style, 0) > (ALONE if alone == 1 else FEW) * room:
        return text
    held = ""
    for many in range(alone + 1, len(words)):
        tail = HARD.join(words[-many:])
        width = widest_word(tail, style, 0)
        if width > TOGETHER * room:
            break
        held = " ".join((*words[:-many], tail))
        if width > FEW * room:
            break
    return held or text
