"""NoteBox: a labelled box of several lines to type into."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from screens.widgets.entry import LINE, Entry
from screens.widgets.theme import theme

LINES = 3


class NoteBox(Entry):
    """An Entry three lines high; Enter begins a new line."""

    def build(self) -> None:
        super().build()
        self.line.multiline = True
        self.line.do_wrap = True

    def fit(self, width: float) -> float:
        above = super().fit(width) - self._tall
        self._tall = max(float(dp(96)), LINES * theme.size("body") * LINE + dp(28))
        return above + self._tall

    def place(self) -> None:
        super().place()
        self.line.padding = [dp(16), dp(14), dp(16), dp(14)]

    def _returned(self, *_: Any) -> None:
        """Enter stays in the box."""
