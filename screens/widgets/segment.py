"""Segment: one part of a Segmented."""
from __future__ import annotations

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.draw import Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.theme import theme


class Segment(Pressable):
    """White with a check when it is on."""

    REFIT: tuple[str, ...] = ("text", "on")
    text = StringProperty("")
    on = BooleanProperty(False)

    def build(self) -> None:
        self._shade = Fill(self, None, dp(13), alpha=0.10)
        self._fill = Fill(self, None, dp(13))
        self._check = Glyphs(self, None)
        self._words = Glyphs(self, "ink2")

    def fit(self, width: float) -> float:
        self.name, self.checked = self.text, self.on
        style = "label_strong" if self.on else "label"
        self._fill.token = "segOn" if self.on else None
        self._shade.token = "ink" if self.on else None
        self._check.token = "ink" if self.on else None
        self._words.token = "ink" if self.on else "ink2"
        self._check.icon("check-bold", theme.scaled(18))
        room = width - dp(16)
        self._words.set(self.text, style)
        # Where check and words do not fit side by side the white ground alone marks the choice.
        self._marked = self.on and self._words.width + self._check.width + dp(8) <= room
        if self._words.width > room + 1:
            self._words.set(self.text, style, room, "center")
        return max(float(dp(48)), self._words.height + dp(12))

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        self._fill.place(*box)
        self._shade.place(self.x, self.y - dp(1.5), self.width, self.height)
        marked = self.__dict__.get("_marked", False)
        aside = self._check.width + dp(8) if marked else 0
        x = self.x + (self.width - aside - self._words.width) / 2
        if not marked:
            self._check.token = None
        self._check.center(x, self.y, self._check.width, self.height)
        self._words.center(x + aside, self.y, self._words.width, self.height)
