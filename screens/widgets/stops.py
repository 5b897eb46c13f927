"""The days before a session: StopLine, one activity in a list, and Tag, a few words on sand."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.status import look
from screens.widgets.surfaces import TONES
from screens.widgets.theme import theme


class Tag(Block):
    """A few words on a sand ground, as wide as they are."""

    REFIT = ("text",)
    text = StringProperty("")

    def __init__(self, text: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("hug", True)
        kwargs.setdefault("role", "text")
        super().__init__(text=text, **kwargs)

    def build(self) -> None:
        self._fill, self._words = Fill(self, "sand", dp(14)), Glyphs(self, "ink2")

    def natural_width(self) -> float:
        self._words.set(self.text, "small_strong")
        return self._words.width + float(dp(20))

    def fit(self, width: float) -> float:
        self.name = self.text
        self._words.set(self.text, "small_strong")
        if self._words.width > width - dp(20) + 1:
            self._words.set(self.text, "small_strong", width - dp(20))
        return self._words.height + float(dp(8))

    def place(self) -> None:
        self._fill.place(self.x, self.y, self.width, self.height)
        self._words.place(self.x + dp(10), self.y + dp(4))


class StopLine(Pressable):
    """One activity before a session: icon, name, a chip with its state, and what to do in the line below.

    `chip` is a state of the kit, `tone` the tone of the icon. Where name and chip have no room beside each other the
    chip stands under the name.
    """

    REFIT = ("icon", "title", "line", "chip", "word")
    icon = StringProperty("circle")
    tone = StringProperty("sand")
    title = StringProperty("")
    line = StringProperty("")
    chip = StringProperty("ok")
    word = StringProperty("")
    spoken = StringProperty("")
    ruled = BooleanProperty(False)

    def build(self) -> None:
        back, front = TONES[self.tone]
        self._rule = Fill(self, "line" if self.ruled else None)
        self._box, self._glyph = Fill(self, back, dp(15)), Glyphs(self, front)
        token = look(self.chip)[0]
        self._ground = Fill(self, f"{token}Soft", dp(14))
        self._sign, self._word = Glyphs(self, token), Glyphs(self, token)
        self._title, self._line = Glyphs(self, "ink"), Glyphs(self, "ink2")
        self.name = self.spoken

    def on_spoken(self, *_: Any) -> None:
        self.name = self.spoken

    def on_ruled(self, *_: Any) -> None:
        if self._ready:
            self._rule.token = "line" if self.ruled else None

    def on_tone(self, *_: Any) -> None:
        if self._ready:
            self._box.token, self._glyph.token = TONES[self.tone]

    def fit(self, width: float) -> float:
        token, sign, _ = look(self.chip)
        self._ground.token, self._sign.token, self._word.token = f"{token}Soft", token, token
        self._glyph.icon(self.icon, dp(24))
        self._sign.icon(sign, theme.scaled(17))
        room = width - dp(44 + 14)
        self._word.set(self.word, "small_strong")
        self._title.set(self.title, "label_strong")
        self._under = self._title.width + dp(8) + self._chip_width() > room
        if self._under:
            self._title.set(self.title, "label_strong", room)
            if self._chip_width() > room:
                self._word.set(self.word, "small_strong", room - self._sign.width - dp(24))
        self._line.set(self.line, "small", room)
        upper = self._title.height + dp(4) + self._chip_height() if self._under else max(
            self._title.height, self._chip_height()
        )
        return max(float(dp(72)), upper + dp(2) + self._line.height + dp(20))

    def _chip_width(self) -> float:
        return self._sign.width + self._word.width + float(dp(8 + 6 + 10))

    def _chip_height(self) -> float:
        return self._word.height + float(dp(8))

    def place(self) -> None:
        middle, box = self.y + self.height / 2, dp(44)
        self._rule.place(self.x, round(self.y + self.height), self.width, max(1, round(dp(1))) if self.ruled else 0)
        self._box.place(self.x, middle - box / 2, box, box)
        self._glyph.center(self.x, middle - box / 2, box, box)
        x, tall = self.x + box + dp(14), self._chip_height()
        wide = self._chip_width()
        if self.__dict__.get("_under"):
            words = self._title.height + dp(4) + tall + dp(2) + self._line.height
            y = middle + words / 2 - self._title.height
            self._title.place(x, y)
            y -= dp(4) + tall
            self._place_chip(x, y, wide, tall)
        else:
            upper = max(self._title.height, tall)
            words = upper + dp(2) + self._line.height
            y = middle + words / 2 - upper
            self._title.place(x, y + (upper - self._title.height) / 2)
            self._place_chip(self.x + self.width - wide, y + (upper - tall) / 2, wide, tall)
        self._line.place(x, y - dp(2) - self._line.height)

    def _place_chip(self, x: float, y: float, wide: float, tall: float) -> None:
        self._ground.place(x, y, wide, tall)
        self._sign.center(x + dp(8), y, self._sign.width, tall)
        self._word.place(x + dp(14) + self._sign.width, y + dp(4))

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x - dp(10), self.y + dp(2), self.width + dp(20), self.height - dp(4)
