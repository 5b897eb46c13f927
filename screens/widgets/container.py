"""The base of every box that arranges others, and rows of equal height."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, VariableListProperty

from screens.widgets.block import Block, fit_to, width_wanted
from screens.widgets.wordfit import least_width


class Container(Block):
    """Arranges its children in the order they were added. `padding` is left, top, right, bottom."""

    REFIT: tuple[str, ...] = ("padding", "spacing")
    arranges = True
    padding = VariableListProperty([0, 0, 0, 0])
    spacing = NumericProperty(0)

    def __init__(self, *children: Any, **kwargs: Any) -> None:
        self._arranging = False
        super().__init__(**kwargs)
        for child in children:
            self.add_widget(child)

    def add_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        super().add_widget(widget, *args, **kwargs)
        widget.fbind("height", self._child_changed)
        self.invalidate()

    def remove_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        widget.funbind("height", self._child_changed)
        super().remove_widget(widget, *args, **kwargs)
        self.invalidate()

    def _child_changed(self, *_: Any) -> None:
        if not self._arranging:
            self.invalidate()

    def fit(self, width: float) -> float:
        left, top, right, bottom = (dp(side) for side in self.padding)
        self._arranging = True
        try:
            return self.arrange(list(reversed(self.children)), width - left - right) + top + bottom
        finally:
            self._arranging = False

    def arrange(self, children: list[Any], width: float) -> float:
        """Give the children their widths and return the height they need together."""
        raise NotImplementedError

    def least_width(self, room: float) -> float:
        """Where `room` is narrower than this, a word is broken."""
        left, _, right, _ = (dp(side) for side in self.padding)
        return max((least_width(c, room - left - right) for c in self.children), default=0.0) + left + right

    def fix(self, child: Any, width: float) -> None:
        """Give a child the width it wants, at most `width`."""
        if child.size_hint_x is None:
            fit_to(child, min(width_wanted(child), width))
        else:
            fit_to(child, width * child.size_hint_x)


def fit_rows(children: list[Any], widths: list[float], across: int, gap: float) -> float:
    """Give the children these widths and, `across` in a row, equal heights; returns the height of all rows."""
    total = 0.0
    for start in range(0, len(children), across):
        line = list(zip(children[start : start + across], widths[start : start + across], strict=True))
        heights = []
        for child, width in line:
            fit_to(child, width)
            # One of ours knows the height it needs, whatever it was stretched to before.
            heights.append((child.fit(width) if isinstance(child, Block) else None) or child.height)
        for child, _ in line:
            child.height = max(heights)
        total += max(heights) + gap
    return total - (gap if children else 0)


def place_rows(box: Container, across: int) -> None:
    """Put the children of a box in rows of `across`."""
    gap = dp(box.spacing)
    children = list(reversed(box.children))
    y = box.y + box.height - dp(box.padding[1])
    for start in range(0, len(children), across):
        line = children[start : start + across]
        x = box.x + dp(box.padding[0])
        tall = max(c.height for c in line)
        for child in line:
            child.pos = (x, y - tall)
            x += child.width + gap
        y -= tall + gap
