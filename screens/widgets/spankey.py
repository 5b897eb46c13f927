"""SpanKey: what a shade of the recovery chart means."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs

SWATCH, GAP = 18, 8


class SpanKey(Block):
    """A swatch and its words; `faint` is the lighter shade."""

    REFIT: tuple[str, ...] = ("text",)
    text = StringProperty("")
    faint = BooleanProperty(False)

    def __init__(self, text: str, **kwargs: Any) -> None:
        super().__init__(text=text, name=text, role="text", hug=True, **kwargs)

    def build(self) -> None:
        self._swatch = Fill(self, "band", alpha=0.45 if self.faint else 1.0)
        self._words = Glyphs(self, "ink2")

    def natural_width(self) -> float:
        self._words.set(self.text, "small")
        return dp(SWATCH + GAP) + self._words.width

    def fit(self, width: float) -> float:
        room = width - dp(SWATCH + GAP)
        self._words.set(self.text, "small")
        if self._words.width > room + 1:
            self._words.set(self.text, "small", room)
        return max(float(dp(SWATCH)), self._words.height)

    def place(self) -> None:
        middle = self.y + self.height / 2
        self._swatch.place(self.x, middle - dp(SWATCH / 2), dp(SWATCH), dp(SWATCH))
        self._words.center(self.x + dp(SWATCH + GAP), self.y, self._words.width, self.height)
