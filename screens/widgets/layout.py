"""Boxes that arrange others at once: Column, Row, Flow, Spread, Grid2.

Their measures (spacing, padding) are plain numbers in dp.
"""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, OptionProperty

from screens.widgets.block import fit_to, width_wanted
from screens.widgets.container import Container, fit_rows, place_rows
from screens.widgets.theme import theme
from screens.widgets.wordfit import least_width


class Column(Container):
    """One below the other. `align` places children that are narrower than the column."""

    REFIT: tuple[str, ...] = ("padding", "spacing", "align")
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
    the children stand one below the other instead; they always do where they would not fit otherwise, and those
    that may stack do before a word is broken. "tight" ones stack for that alone.
    """

    REFIT: tuple[str, ...] = ("padding", "spacing", "align", "stack")
    align = OptionProperty("center", options=("center", "top", "bottom", "stretch"))
    stack = OptionProperty("never", options=("never", "tight", "large", "huge"))
    stacked = False

    # The least share of the width that is left for the children that do not hug.
    FLUID_SHARE = 0.3

    def _stacks(self, children: list[Any], width: float) -> bool:
        if {"never": False, "tight": False, "large": theme.large, "huge": theme.huge}[self.stack]:
            return True
        fixed = sum(width_wanted(c) for c in children if c.size_hint_x is None) + dp(self.spacing) * (len(children) - 1)
        fluid = [c for c in children if c.size_hint_x is not None]
        if len(children) < 2 or fixed > width * (1 - self.FLUID_SHARE if fluid else 1) + 1:
            return len(children) > 1
        return self.stack != "never" and self._breaks_a_word(fluid, width - fixed)

    @staticmethod
    def _breaks_a_word(fluid: list[Any], room: float) -> bool:
        parts = sum(c.size_hint_x for c in fluid)
        rooms = ((c, room * c.size_hint_x / parts) for c in fluid)
        return any(least_width(c, own) > own + 1 for c, own in rooms)

    def least_width(self, room: float) -> float:
        """Where `room` is narrower than this, a word is broken."""
        left, _, right, _ = (dp(side) for side in self.padding)
        fixed = sum(width_wanted(c) for c in self.children if c.size_hint_x is None)
        fixed += dp(self.spacing) * max(len(self.children) - 1, 0) + left + right
        return fixed + sum(least_width(c, room - fixed) for c in self.children if c.size_hint_x is not None)

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
    """Side by side at their own widths, going on in a new line where the room ends. `align` places short lines.

    Lines are `line_dp` apart, or as far as the children where that is less than 0.
    """

    REFIT: tuple[str, ...] = ("padding", "spacing", "align", "line_dp")
    line_dp = NumericProperty(-1)
    align = OptionProperty("left", options=("left", "center"))

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
        between = self._between()
        return sum(max(c.height for c in line) + between for line in self._lines) - (between if self._lines else 0)

    def _between(self) -> float:
        return float(dp(self.line_dp if self.line_dp >= 0 else self.spacing))

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
            if self.align == "center":
                x = self.x + (self.width - sum(c.width for c in line) - gap * (len(line) - 1)) / 2
            for child in line:
                child.pos = (x, y - tall + (tall - child.height) / 2)
                x += child.width + gap
            y -= tall + self._between()


class Spread(Container):
    """Fills the width: each child gets what it wants and an equal part of the rest.

    Where that is too little room they stand in two equal columns, or one. All together take no more than `most_dp`
    where that is not 0, so that a button on a wide card does not become a bar.
    """

    REFIT: tuple[str, ...] = ("padding", "spacing", "most_dp")
    most_dp = NumericProperty(0)

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        width = min(width, dp(self.most_dp)) if self.most_dp else width
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
        return fit_rows(children, widths, self._across, gap)

    def natural_width(self) -> float:
        return sum(width_wanted(c) for c in self.children) + dp(self.spacing) * max(len(self.children) - 1, 0)

    def place(self) -> None:
        place_rows(self, self.__dict__.get("_across", 1))


class Grid2(Container):
    """Equal columns (two, or `columns`) with equal heights in a row; one column when the text is large."""

    REFIT: tuple[str, ...] = ("padding", "spacing", "columns")
    columns = NumericProperty(2)

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        self._across = 1 if theme.large else int(self.columns)
        each = (width - gap * (self._across - 1)) / self._across
        return fit_rows(children, [each] * len(children), self._across, gap)

    def place(self) -> None:
        place_rows(self, self.__dict__.get("_across", 2))
