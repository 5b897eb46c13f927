"""Boxes that arrange others at once: Column, Row, Flow, Grid2. Their measures (spacing, padding) are plain numbers in dp."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, OptionProperty, VariableListProperty

from screens.widgets.block import Block, fit_to, width_wanted
from screens.widgets.theme import theme


class Container(Block):
    """Arranges its children in the order they were added. `padding` is left, top, right, bottom."""

    REFIT = ("padding", "spacing")
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

    def fix(self, child: Any, width: float) -> None:
        """Give a child the width it wants, at most `width`."""
        if child.size_hint_x is None:
            fit_to(child, min(width_wanted(child), width))
        else:
            fit_to(child, width * child.size_hint_x)


class Column(Container):
    """One below the other. `align` places children that are narrower than the column."""

    REFIT = ("padding", "spacing", "align")
    align = OptionProperty("left", options=("left", "center", "right"))

    def arrange(self, children: list[Any], width: float) -> float:
        for child in children:
            self.fix(child, width)
        return sum(c.height for c in children) + dp(self.spacing) * max(len(children) - 1, 0)

    def natural_width(self) -> float:
        left, _, right, _ = self.padding
        return max((width_wanted(c) for c in self.children), default=0) + dp(left) + dp(right)

    def place(self) -> None:
        left, top, right, _ = (dp(side) for side in self.padding)
        gap = dp(self.spacing)
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[self.align]
        room = self.width - left - right
        y = self.y + self.height - top
        for child in reversed(self.children):
            y -= child.height
            child.pos = (self.x + left + (room - child.width) * share, y)
            y -= gap


class Row(Container):
    """Side by side: children that hug keep their width, the others share the rest by `size_hint_x`.

    `align` is vertical; "stretch" makes all as high as the highest. `stack` says from which text size on
    the children stand one below the other instead.
    """

    REFIT = ("padding", "spacing", "align", "stack")
    align = OptionProperty("center", options=("center", "top", "bottom", "stretch"))
    stack = OptionProperty("never", options=("never", "large", "huge"))

    @property
    def stacked(self) -> bool:
        """Whether the children stand one below the other now."""
        return bool(self.stack == "large" and theme.large or self.stack == "huge" and theme.huge)

    def arrange(self, children: list[Any], width: float) -> float:
        gaps = dp(self.spacing) * max(len(children) - 1, 0)
        if self.stacked:
            for child in children:
                self.fix(child, width)
            return sum(c.height for c in children) + gaps
        fluid = [c for c in children if c.size_hint_x is not None]
        rest = width - gaps
        for child in children:
            if child.size_hint_x is None:
                self.fix(child, max(rest, 1))
                rest -= child.width
        parts = sum(c.size_hint_x for c in fluid)
        for child in fluid:
            fit_to(child, max(rest * child.size_hint_x / parts, 1))
        tallest = max((c.height for c in children), default=0)
        if self.align == "stretch":
            for child in children:
                child.height = tallest
        return tallest

    def natural_width(self) -> float:
        left, _, right, _ = self.padding
        gaps = self.spacing * max(len(self.children) - 1, 0)
        return sum(width_wanted(c) for c in self.children) + dp(left + right + gaps)

    def place(self) -> None:
        left, top, _, bottom = (dp(side) for side in self.padding)
        gap = dp(self.spacing)
        x, y = self.x + left, self.y + self.height - top
        room = self.height - top - bottom
        lift = {"center": 0.5, "top": 1.0, "bottom": 0.0, "stretch": 0.0}[self.align]
        for child in reversed(self.children):
            if self.stacked:
                y -= child.height
                child.pos = (x, y)
                y -= gap
            else:
                child.pos = (x, self.y + bottom + (room - child.height) * lift)
                x += child.width + gap


class Flow(Container):
    """Side by side at their own widths, going on in a new line where the room ends."""

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        self._lines: list[list[Any]] = []
        used = 0.0
        for child in children:
            self.fix(child, width)
            if not self._lines or used + gap + child.width > width + 0.5:
                self._lines.append([])
                used = -gap
            self._lines[-1].append(child)
            used += gap + child.width
        return sum(max(c.height for c in line) + gap for line in self._lines) - (gap if self._lines else 0)

    def natural_width(self) -> float:
        left, _, right, _ = self.padding
        gaps = self.spacing * max(len(self.children) - 1, 0)
        return sum(width_wanted(c) for c in self.children) + dp(left + right + gaps)

    def place(self) -> None:
        gap = dp(self.spacing)
        y = self.y + self.height - dp(self.padding[1])
        for line in self.__dict__.get("_lines", ()):
            tall = max(c.height for c in line)
            x = self.x + dp(self.padding[0])
            for child in line:
                child.pos = (x, y - tall + (tall - child.height) / 2)
                x += child.width + gap
            y -= tall + gap


class Grid2(Container):
    """Two equal columns with equal heights in a row; one column when the text is large."""

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        self._across = 1 if theme.large else 2
        each = (width - gap * (self._across - 1)) / self._across
        total = 0.0
        for start in range(0, len(children), self._across):
            line = children[start : start + self._across]
            for child in line:
                fit_to(child, each)
            # A tile of ours knows the height it needs, whatever it was stretched to before.
            tall = max(c.fit(each) if isinstance(c, Block) else c.height for c in line)
            for child in line:
                child.height = tall
            total += tall + gap
        return total - (gap if children else 0)

    def place(self) -> None:
        gap = dp(self.spacing)
        children = list(reversed(self.children))
        y = self.y + self.height - dp(self.padding[1])
        across = self.__dict__.get("_across", 2)
        for start in range(0, len(children), across):
            line = children[start : start + across]
            x = self.x + dp(self.padding[0])
            tall = max(c.height for c in line)
            for child in line:
                child.pos = (x, y - tall)
                x += child.width + gap
            y -= tall + gap
