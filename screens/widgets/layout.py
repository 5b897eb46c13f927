"""Boxes that arrange others at once: Column, Row, Flow, Spread, Grid2. Their measures (spacing, padding) are plain numbers in dp."""
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
    the children stand one below the other instead; they always do where they would not fit otherwise.
    """

    REFIT = ("padding", "spacing", "align", "stack")
    align = OptionProperty("center", options=("center", "top", "bottom", "stretch"))
    stack = OptionProperty("never", options=("never", "large", "huge"))
    stacked = False

    # The least share of the width that is left for the children that do not hug.
    FLUID_SHARE = 0.3

    def _stacks(self, children: list[Any], width: float) -> bool:
        if self.stack == "large" and theme.large or self.stack == "huge" and theme.huge:
            return True
        fixed = sum(width_wanted(c) for c in children if c.size_hint_x is None) + dp(self.spacing) * (len(children) - 1)
        fluid = any(c.size_hint_x is not None for c in children)
        return len(children) > 1 and fixed > width * (1 - self.FLUID_SHARE if fluid else 1) + 1

    def arrange(self, children: list[Any], width: float) -> float:
        gaps = dp(self.spacing) * max(len(children) - 1, 0)
        self.stacked = self._stacks(children, width)
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


class Spread(Container):
    """Fills the width: each child gets what it wants and an equal part of the rest.

    Where that is too little room they stand in two equal columns, or one.
    """

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        wanted = [width_wanted(child) for child in children]
        count = max(len(children), 1)
        spare = width - sum(wanted) - gap * (count - 1)
        half = (width - gap) / 2
        if spare >= 0:
            widths, self._across = [w + spare / count for w in wanted], count
        elif max(wanted, default=0) <= half:
            widths, self._across = [half] * count, 2
        else:
            widths, self._across = [width] * count, 1
        return _rows(children, widths, self._across, gap)

    def natural_width(self) -> float:
        return sum(width_wanted(c) for c in self.children) + dp(self.spacing) * max(len(self.children) - 1, 0)

    def place(self) -> None:
        _place_rows(self, self.__dict__.get("_across", 1))


class Grid2(Container):
    """Equal columns (two, or `columns`) with equal heights in a row; one column when the text is large."""

    REFIT = ("padding", "spacing", "columns")
    columns = NumericProperty(2)

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        self._across = 1 if theme.large else int(self.columns)
        each = (width - gap * (self._across - 1)) / self._across
        return _rows(children, [each] * len(children), self._across, gap)

    def place(self) -> None:
        _place_rows(self, self.__dict__.get("_across", 2))


def _rows(children: list[Any], widths: list[float], across: int, gap: float) -> float:
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


def _place_rows(box: Container, across: int) -> None:
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
