"""DoneBar: how much of something is done."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill

THICK = 8


class DoneBar(Block):
    """`fraction` (0 to 1) of the width is filled; give it a `name` that says it in words."""

    fraction = NumericProperty(0.0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(role="progress", **kwargs)

    def build(self) -> None:
        self._ground, self._fill = Fill(self, "line", dp(THICK / 2)), Fill(self, "primary", dp(THICK / 2))

    def on_fraction(self, *_: Any) -> None:
        if self._ready:
            self.place()

    def fit(self, width: float) -> float:
        return float(dp(THICK))

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        done = self.width * min(max(self.fraction, 0.0), 1.0)
        self._fill.token = "primary" if done else None
        self._fill.place(self.x, self.y, max(done, self.height) if done else 0, self.height)
