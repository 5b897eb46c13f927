"""How wide a text must at least be, so that none of its words is broken."""
from __future__ import annotations

from functools import lru_cache
from typing import Any

from kivy.core.text import Label

from screens.widgets.theme import TYPE, theme
from screens.widgets.typeset import FACES

# A heading whose words would break is set in the next smaller style.
SMALLER = {"display": "title", "title": "heading", "heading": "subhead", "subhead": "label_strong"}
# Type is not set smaller than this part of its size: an address or a name of a file is broken instead.
LEAST_PART = 0.62
# No word is wider than this many times its letters and the size of its type.
WIDEST_LETTER = 0.85


def widest_word(text: str, style: str, room: float) -> float:
    """The width in pixels of the widest word; 0 where they all surely fit `room`, which is far cheaper to know."""
    size = theme.size(style)
    # A line breaks at these alone, never at a space that holds two words together.
    words = text.replace("\n", " ").split(" ")
    long = [word for word in words if len(word) * size * WIDEST_LETTER > room]
    return max((_extent(word, FACES[TYPE[style][2]], size) for word in long), default=0.0)


def whole_words(text: str, style: str, room: float) -> str:
    """The style, or of a heading the first smaller one that breaks no word in `room` pixels."""
    while style in SMALLER and widest_word(text, style, room) > room:
        style = SMALLER[style]
    return style


def shrunk(text: str, style: str, room: float, lead: str = "") -> float:
    """The part of its size at which no word of a text is broken in `room` pixels.

    It is 1 where even the least size is too large.
    """
    widest = max(widest_word(text, style, room), widest_word(lead, "label_strong", room))
    if widest <= room:
        return 1.0
    # Type has whole pixels: a little less is sure to fit.
    part = int(room / widest * 98) / 100
    return part if part >= LEAST_PART else 1.0


def least_width(widget: Any, room: float) -> float:
    """The width in pixels below which a widget would break a word; 0 where it surely fits `room` or has no words."""
    known = getattr(widget, "least_width", None)
    return known(room) if known is not None else 0.0


@lru_cache(maxsize=1000)
def _extent(word: str, face: str, size: float) -> float:
    return float(Label(font_name=face, font_size=size).get_extents(word)[0])
