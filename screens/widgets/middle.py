"""Middle: a column in the middle of a height, and one that stays as high as it once was."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.layout import Column
from screens.widgets.theme import theme


class Middle(Column):
    """At least `room` pixels high, with the children in the middle of it, and no more than `most_dp` below its top."""

    REFIT: tuple[str, ...] = (*Column.REFIT, "room", "most_dp")
    room = NumericProperty(0)
    most_dp = NumericProperty(1000)

    def fit(self, width: float) -> float:
        self._own = float(super().fit(width))
        return max(self._own, self.room)

    def place(self) -> None:
        super().place()
        drop = min((self.height - self.__dict__.get("_own", self.height)) / 2, dp(self.most_dp))
        for child in self.children:
            child.y -= drop


class Steady(Column):
    """As high as its words ever were at this width and text size, so that nothing below moves under a finger."""

    _tallest = 0.0
    _at: tuple[float, float] = (0.0, 0.0)

    def arrange(self, children: list[Any], width: float) -> float:
        if self._at != (width, theme.text_scale):
            self._at, self._tallest = (width, theme.text_scale), 0.0
        self._tallest = max(self._tallest, super().arrange(children, width))
        return self._tallest
