"""What Today answers with: AnswerTile and FilterPill."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty

from screens.widgets.status import CountPill, look
from screens.widgets.theme import theme
from screens.widgets.tiles import Tile


class AnswerTile(Tile):
    """A tile that says its `spoken` label, and lies down in large text: icon at the left, words beside it."""

    spoken = StringProperty("")

    def on_spoken(self, *_: Any) -> None:
        self.name = self.spoken

    def fit(self, width: float) -> float:
        height = super().fit(width)
        if theme.large:
            room = width - dp(16 + 44 + 14 + 16)
            _, _, word = look(self.state)
            self._title.set(self.title, "tile", room)
            self._word.set(self.word or word, "small_strong", room - self._sign.width - dp(6))
            self._line.set(self.line, "small", room)
            height = max(float(dp(44)), self._title.height + self._word.height + self._line.height + dp(4))
            height += dp(14 + 12 + 5 + 14)
        self.name = self.spoken or self.name
        return height

    def place(self) -> None:
        if not theme.large:
            super().place()
            return
        box, top = dp(44), self.y + self.height - dp(14)
        x = self.x + dp(16)
        self._card.place(self.x, self.y, self.width, self.height)
        self._box.place(x, top - box, box, box)
        self._icon.center(x, top - box, box, box)
        x += box + dp(14)
        y = top - self._title.height
        self._title.place(x, y)
        y -= self._word.height + dp(2)
        self._word.place(x + self._sign.width + dp(6), y)
        first = theme.scaled(20)
        self._sign.center(x, y + self._word.height - first, self._sign.width, first)
        self._line.place(x, y - dp(2) - self._line.height)
        self._place_gauge()


class FilterPill(CountPill):
    """A count pill that says its `spoken` label: what pressing it shows."""

    spoken = StringProperty("")

    def on_spoken(self, *_: Any) -> None:
        self.name = self.spoken

    def _measure(self, width: float | None = None) -> None:
        super()._measure(width)
        self.name = self.spoken or self.name
