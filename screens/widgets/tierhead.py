"""TierHead: the tinted head of a result, with its sign in a circle and two large quiet rings behind."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty

from screens.widgets.bands import Band
from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.theme import theme

ROUND = 28
RINGS = ((150, 0.35), (92, 0.45))


class TierSign(Block):
    """A glyph on a filled circle of 56 dp; drawing only."""

    REFIT = ("icon",)
    icon = StringProperty("circle")
    tone = StringProperty("ok")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("hug", True)
        super().__init__(**kwargs)

    def build(self) -> None:
        self._circle = Fill(self, self.tone, dp(28))
        self._glyph = Glyphs(self, f"{self.tone}Soft")

    def on_tone(self, *_: Any) -> None:
        if self._ready:
            self._circle.token, self._glyph.token = self.tone, f"{self.tone}Soft"

    def natural_width(self) -> float:
        return float(dp(56))

    def fit(self, width: float) -> float:
        self._glyph.icon(self.icon, dp(30))
        return float(dp(56))

    def place(self) -> None:
        size = dp(56)
        y = self.y + (self.height - size) / 2
        self._circle.place(self.x, y, size, size)
        self._glyph.center(self.x, y, size, size)


class TierHead(Band):
    """A band that is round below; `color` is its tint. The rings stay inside it."""

    def build(self) -> None:
        super().build()
        self._rings = [Fill(self, "card", dp(radius), alpha=alpha) for radius, alpha in RINGS]

    def place(self) -> None:
        super().place()
        # Round below, and to the edge above.
        self._ground.token = None
        self._round.token = self.color
        self._round.shape.radius = [0, 0, dp(ROUND), dp(ROUND)]
        self._round.place(self.x, self.y, self.width, self.height + 1)
        for ring, (radius, alpha) in zip(self._rings, RINGS, strict=True):
            ring.fade(alpha if not theme.dark else alpha / 6)
            size = dp(radius * 2)
            ring.place(self.x + self.width - size * 0.62, self.y + self.height - size * 0.78, size, size)
