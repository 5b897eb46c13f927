"""AreaCard: a drawn person with the name of the area below; a row with a smaller drawing in large text."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.areaart import STEPS, AreaArt
from screens.widgets.draw import Edge, Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.theme import theme

ROUND = 24


class AreaCard(Pressable):
    """One of the areas to choose. An `area` without a drawing of its own shows its name alone."""

    REFIT = ("title", "on")
    area = StringProperty("")
    title = StringProperty("")
    on = BooleanProperty(False)

    def __init__(self, area: str, title: str, **kwargs: Any) -> None:
        kwargs.setdefault("role", "radio")
        kwargs.setdefault("radius", ROUND)
        super().__init__(area=area, title=title, **kwargs)

    def build(self) -> None:
        self._ground = Fill(self, "card", dp(ROUND))
        self._foot = Fill(self, None, [0.01, 0.01, dp(ROUND), dp(ROUND)])
        self.art = AreaArt(self.area) if self.area in STEPS else None
        if self.art is not None:
            self.art.decorative = True
            self.add_widget(self.art)
        after = self.canvas.after
        self._check, self._words = Glyphs(self, None, canvas=after), Glyphs(self, "ink", canvas=after)
        self._edge = Edge(self, None, dp(2.5), dp(ROUND), canvas=after)

    def fit(self, width: float) -> float:
        self.name, self.checked = self.title, self.on
        self._ground.token = "primarySoft" if self.on else "card"
        self._foot.token = "primary" if self.on and not theme.large else None
        self._edge.token = "primary" if self.on else None
        self._words.token = "onPrimary" if self.on and not theme.large else "ink"
        self._check.token = ("primary" if theme.large else "onPrimary") if self.on else None
        self._check.icon("check-bold", theme.scaled(18))
        side = dp(72) if theme.large else min(dp(104), width - dp(8))
        if self.art is not None:
            self.art.size = (side, side)
        room = width - (side + dp(44) if theme.large else dp(12))
        mark = self._check.width + dp(6)
        self._words.set(self.title, "label_strong")
        self._beside = theme.large or self._words.width + mark <= room
        if self._words.width > room - (mark if self._beside else 0):
            self._words.set(self.title, "label_strong", room - (mark if self._beside else 0), self._align())
        if theme.large:
            return max(float(dp(84)), self._words.height + dp(20))
        self._low = max(float(dp(44)), self._words.height + dp(14))
        return float(dp(14)) + side + float(dp(-2)) + self._low

    def _align(self) -> str:
        return "left" if theme.large else "center"

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        self._edge.place(self.x, self.y, self.width, self.height)
        if theme.large:
            self._place_row()
            return
        low = self.__dict__.get("_low", dp(44))
        self._foot.place(self.x, self.y, self.width, low)
        if self.art is not None:
            self.art.pos = (self.x + self.width / 2 - self.art.width / 2, self.y + low)
        # Where the tick has no room beside the words, it stands over the drawing.
        aside = self._check.width + dp(6) if self.on and self._beside else 0
        x = self.x + self.width / 2 - (aside + self._words.width) / 2
        self._words.center(x + aside, self.y, self._words.width, low)
        if self._beside:
            self._check.center(x, self.y, self._check.width, low)
        else:
            self._check.token = "primary" if self.on else None
            edge, top = self.x + self.width - dp(8), self.y + self.height - dp(8)
            self._check.place(edge - self._check.width, top - self._check.height)

    def _place_row(self) -> None:
        x = self.x + dp(16)
        self._foot.place(self.x, self.y, 0, 0)
        if self.art is not None:
            self.art.pos = (x, self.y + (self.height - self.art.height) / 2)
            x += self.art.width + dp(14)
        self._words.center(x, self.y, self._words.width, self.height)
        self._check.center(self.x + self.width - self._check.width - dp(14), self.y, self._check.width, self.height)
