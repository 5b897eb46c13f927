"""CountTable: kinds of things with two numbers each, under two heads."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.layout import Column
from screens.widgets.theme import theme
from screens.widgets.wordfit import widest_word

LEAST, GAP = 46, 12


class _Line(Block):
    """One row; where it is narrow or the text huge, the numbers stand below with their heads."""

    head = BooleanProperty(False)

    def __init__(self, table: CountTable, icon: str, words: tuple[str, str, str], **kwargs: Any) -> None:
        self._table, self._icon, self._words = table, icon, words
        super().__init__(**kwargs)

    def build(self) -> None:
        self._rule = Fill(self, None if self.head else "line")
        self._glyph = Glyphs(self, "primary")
        self._title = Glyphs(self, "ink")
        self._numbers = [Glyphs(self, "ink2" if self.head or at else "ink") for at in range(2)]

    def natural(self) -> list[float]:
        """The widths of the two columns."""
        for at, glyphs in enumerate(self._numbers):
            glyphs.set(self._words[at + 1], self._style(at), None)
        return [glyphs.width for glyphs in self._numbers]

    def breaks_a_word(self, room: float) -> bool:
        """Whether the kind does not fit beside the numbers."""
        return widest_word(self._words[0], "label", room - self._left()) > room - self._left() + 1

    def _left(self) -> float:
        return float(dp(24 + GAP)) if self._icon else 0.0

    def _style(self, at: int) -> str:
        return "small" if self.head else "body" if at else "label_strong"

    def fit(self, width: float) -> float:
        wide = self._table.columns_wide
        stacked = self._table.stacked(width)
        self._glyph.icon(self._icon, dp(24)) if self._icon else None
        left = self._left()
        # No rule where nothing stands above it.
        self._rule.token = None if self.head or (stacked and self._table.is_first(self)) else "line"
        if stacked:
            heads = self._table.heads
            for at, glyphs in enumerate(self._numbers):
                said = "" if self.head else f"{heads[at]}: {self._words[at + 1]}"
                glyphs.set(said, "small", width - left)
            self._title.set(self._words[0], "label", width - left)
            self._rows = True
            tall = self._title.height + sum(glyphs.height for glyphs in self._numbers)
            return 1.0 if self.head else float(tall + dp(20))
        self._rows = False
        self.natural()
        self._title.set(self._words[0], "label", max(width - left - sum(wide) - 2 * dp(GAP), 1))
        return float(max(dp(34 if self.head else LEAST), self._title.height + dp(16)))

    def place(self) -> None:
        if not hasattr(self, "_rows"):
            return
        self._rule.place(self.x, self.y + self.height - dp(1), self.width, dp(1))
        left = self.x + self._left()
        if self._rows:
            top = self.y + self.height - dp(10)
            if self._icon:
                line = theme.leading("label")
                self._glyph.center(self.x, top - line, dp(24), line)
            for glyphs in (self._title, *self._numbers):
                top -= glyphs.height
                glyphs.place(left, top)
            return
        if self._icon:
            self._glyph.center(self.x, self.y, dp(24), self.height)
        self._title.place(left, (self.y + self.height / 2) - self._title.height / 2)
        right = self.x + self.width
        for glyphs, wide in zip(reversed(self._numbers), reversed(self._table.columns_wide), strict=True):
            glyphs.place(right - glyphs.width, (self.y + self.height / 2) - glyphs.height / 2)
            right -= wide + dp(GAP)


class CountTable(Column):
    """`name`: what is counted; `heads`: the words over the columns; `rows`: (icon, title, first, second, spoken)."""

    def __init__(self, heads: tuple[str, str], rows: Sequence[tuple[str, str, str, str, str]], **kwargs: Any) -> None:
        self.heads = heads
        self.columns_wide = [0.0, 0.0]
        self._lines: list[_Line] = []
        super().__init__(**kwargs)
        lines = [_Line(self, "", ("", *heads), head=True)]
        for icon, title, first, second, spoken in rows:
            line = _Line(self, icon, (title, first, second))
            line.role, line.name = "listitem", spoken
            lines.append(line)
        self._lines = lines
        for line in lines:
            self.add_widget(line)
        self.role = "list"

    def stacked(self, width: float) -> bool:
        """Whether the numbers stand below their kinds."""
        wide = sum(self.columns_wide)
        if theme.huge or wide > width * 0.6:
            return True
        return any(line.breaks_a_word(width - wide - 2 * dp(GAP)) for line in self._lines)

    def is_first(self, line: _Line) -> bool:
        """Whether this is the first row below the heads."""
        return self._lines[1:2] == [line]

    def arrange(self, children: list[Any], width: float) -> float:
        naturals = [line.natural() for line in self._lines]
        self.columns_wide = [max(found[at] for found in naturals) if naturals else 0.0 for at in range(2)]
        return super().arrange(children, width)
