"""Mark: the app's logo among rows and columns; drawing only."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from screens.widgets.block import Block
from screens.widgets.logo import Logo


class Mark(Block):
    """The logo, `size_dp` wide and high."""

    def __init__(self, size_dp: float = 40, **kwargs: Any) -> None:
        self._side = float(dp(size_dp))
        self._logo = Logo(size_dp, decorative=True)
        super().__init__(hug=True, **kwargs)
        self.add_widget(self._logo)

    def natural_width(self) -> float:
        return self._side

    def fit(self, width: float) -> float:
        return self._side

    def place(self) -> None:
        self._logo.pos = self.pos
