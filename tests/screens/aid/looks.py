"""What can be wrong with how a screen fits: words cut, controls too small, things over each other."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from screens.widgets.a11y import OPERABLE
from screens.widgets.container import Container
from screens.widgets.draw import Glyphs


def misfits(root: Any) -> list[str]:
    """One line for each fault below `root`; empty is what every size of window and text has to give."""
    from kivy.metrics import dp

    return [
        *(f"words leave {_named(w)}" for w in _walk(root) if any(not _inside(w, g) for g in _words(w))),
        *(f"{_named(w)} leaves its parent" for w in _walk(root) if _leaves(w)),
        *(
            f"{_named(w)} is {w.width / dp(1):.0f} by {w.height / dp(1):.0f} dp"
            for w in _walk(root)
            if getattr(w, "role", "") in OPERABLE and min(w.width, w.height) < dp(48) - 1
        ),
        *(f"{_named(a)} lies over {_named(b)}" for w in _walk(root) for a, b in _overlaps(w)),
    ]


def broken_words(root: Any) -> list[str]:
    """What stands at the end or the start of a line and is no whole word of its text, but for paths and addresses."""
    found = []
    for widget in _walk(root):
        for glyphs in _words(widget):
            label = glyphs._label
            whole = set(str(label.text).replace("\n", " ").split(" "))
            lines = ["".join(word.text for word in line.words) for line in getattr(label, "_cached_lines", ())]
            parts = {part for line in lines for part in line.strip(" ").split(" ") if part}
            broken = parts - whole if len(lines) > 1 and "[font" not in label.text else set()
            found += [part for part in broken if not any("/" in word and part in word for word in whole)]
    return found


def _walk(widget: Any) -> Iterator[Any]:
    yield widget
    for child in widget.children:
        yield from _walk(child)


def _words(widget: Any) -> list[Any]:
    return [p for p in getattr(widget, "paints", ()) if isinstance(p, Glyphs) and p.width and p.token]


def _inside(widget: Any, glyphs: Any) -> bool:
    x, y = glyphs.shape.pos
    wide, tall = glyphs.shape.size
    return bool(
        x >= widget.x - 1.5
        and x + wide <= widget.x + widget.width + 1.5
        # The leading of a line may reach past the box; the letters themselves do not.
        and y >= widget.y - tall * 0.25 - 1.5
        and y + tall <= widget.y + widget.height + tall * 0.25 + 1.5
    )


def _leaves(widget: Any) -> bool:
    parent = widget.parent
    if not isinstance(parent, Container):
        return False
    return bool(widget.x < parent.x - 1.5 or widget.x + widget.width > parent.x + parent.width + 1.5)


def _overlaps(widget: Any) -> Iterator[tuple[Any, Any]]:
    children = [c for c in widget.children if isinstance(widget, Container) and c.width > 1 and c.height > 1]
    for number, one in enumerate(children):
        for other in children[number + 1 :]:
            if (
                one.x < other.x + other.width - 1.5
                and other.x < one.x + one.width - 1.5
                and one.y < other.y + other.height - 1.5
                and other.y < one.y + one.height - 1.5
            ):
                yield one, other


def _named(widget: Any) -> str:
    return f"{type(widget).__name__} {getattr(widget, 'name', '') or getattr(widget, 'text', '')!r}"
