"""Grounds that reach from edge to edge while their content keeps to the column in the middle."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from screens.widgets.draw import Fill
from screens.widgets.layout import Column
from screens.widgets.page import GUTTER, WIDE_FROM, WIDE_GUTTER


class Band(Column):
    """A column on a ground of `color`; with gutters as on a page, and at most `measure_dp` wide inside.

    `paper` rounds its upper corners over a ground of that token, as a sheet lying on it. `card_when_wide` draws the
    ground as a rounded card from 600 dp on, no wider than the column. `upper` and `lower` are paddings in dp.
    """

    color = StringProperty("bg")
    paper = StringProperty("")
    card_when_wide = BooleanProperty(False)
    gutters = BooleanProperty(True)
    measure_dp = NumericProperty(640)
    upper = NumericProperty(0)
    lower = NumericProperty(0)

    @property
    def wide(self) -> bool:
        """Whether there is room for a card with air around it."""
        return bool(self.width >= dp(WIDE_FROM))

    def build(self) -> None:
        self._behind = Fill(self, self.paper or None)
        self._ground = Fill(self, self.color)
        self._round = Fill(self, self.color, dp(32))

    def _margin(self, width: float) -> float:
        gutter = 0 if not self.gutters else WIDE_GUTTER if width >= dp(WIDE_FROM) else GUTTER
        return gutter + max(0.0, (width / dp(1) - 2 * gutter - self.measure_dp) / 2)

    def fit(self, width: float) -> float:
        inner = 28 if self.card_when_wide and width >= dp(WIDE_FROM) else 0
        side = self._margin(width) + inner
        padding = [side, self.upper + inner / 2, side, self.lower + inner / 2]
        if list(self.padding) != padding:
            self.padding = padding
            self._dirty = False
        return super().fit(width)

    def on_color(self, *_: Any) -> None:
        if self._ready:
            self.place()

    def place(self) -> None:
        x, y, width, height = self.x, self.y, self.width, self.height
        carded = self.card_when_wide and self.wide
        sheet = bool(self.paper) and not self.wide
        fold = dp(32) if sheet else 0
        self._behind.token = self.paper if sheet else None
        # A pixel further, so that no seam shows where two bands meet.
        self._behind.place(x, y + height - fold, width, fold + 1)
        self._ground.token = "bg" if carded else self.color
        self._ground.place(x, y, width, height - fold + (0 if sheet else 1))
        self._round.token = self.color if carded or sheet else None
        side = dp(self._margin(width)) if carded else 0
        self._round.shape.radius = [dp(32)] * 4 if carded else [dp(32), dp(32), 0, 0]
        tall = height if carded else 2 * fold
        self._round.place(x + side, y + height - tall, width - 2 * side, tall)
        super().place()
