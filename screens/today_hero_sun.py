"""The sun of Today where it is not that of a phone: above a card that lies on its foot, and small for large text."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.geometry import Point
from screens.widgets.scenes import PrepareScene


class CardSun(PrepareScene):
    """The sun above a card that lies on its foot; `lift` is the height that the card takes away, in pixels."""

    lift = NumericProperty(0)

    def on_lift(self, *_: Any) -> None:
        self.redraw()

    def arc_middle(self) -> tuple[float, float, float]:
        radius = max(dp(60), min(dp(158), self.width / 2 - dp(37), self.height - self.lift - dp(122)))
        return self.width / 2, dp(64) + self.lift, radius

    def hills(self, tokens: Sequence[str], ground: Sequence[Point], rows: Sequence[Sequence[float]]) -> None:
        lift = self.lift / dp(1)
        super().hills(tokens, ground, [(x, below - lift, rx, ry) for x, below, rx, ry in rows])


class LowSun(CardSun):
    """The sun's arc, small and at the right, for large text: the words stand above it."""

    def arc_middle(self) -> tuple[float, float, float]:
        radius = min(dp(78), self.width / 2 - dp(40))
        return self.width - radius - dp(42), dp(64) + self.lift, radius
