"""How wide and tall the words in the ring of Today would be, measured without touching what is drawn."""
from __future__ import annotations

from screens.widgets.text import Text
from screens.widgets.typeset import typeset


def size_of(text: Text, style: str, width: float | None = None) -> tuple[float, float]:
    """Width and height of a text in pixels."""
    size = typeset(text.text, style, width).texture.size if text.text else (0, 0)
    return float(size[0]), float(size[1])


def balanced(text: Text, style: str, room: float) -> float:
    """The width at which a text that has to wrap falls into lines of like length."""
    wide, tall = size_of(text, style)[0], size_of(text, style, room)[1]
    if wide <= room:
        return room
    widths = (min(room, wide * share) for share in (0.53, 0.6, 0.68, 0.76, 0.84))
    return next((width for width in widths if size_of(text, style, width)[1] <= tall), room)
