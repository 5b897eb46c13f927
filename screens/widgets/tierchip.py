"""TierChip: how a symptom stands, as icon and word on the ground of its tone."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.surfaces import TONES
from screens.widgets.theme import theme
from screens.widgets.typeset import typeset

LEFT, RIGHT, GAP, AROUND = 10, 14, 8, 5


class TierChip(Block):
    """As wide as its words, which wrap where there is no room."""

    REFIT: tuple[str, ...] = ("icon", "word")
    icon = StringProperty("circle")
    word = StringProperty("")
    tone = StringProperty("ok")

    def __init__(self, icon: str, word: str, tone: str, **kwargs: Any) -> None:
        super().__init__(icon=icon, word=word, tone=tone, name=word, role="text", hug=True, **kwargs)

    def build(self) -> None:
        back, front = TONES[self.tone]
        self._ground = Fill(self, back, dp(16))
        self._glyph, self._words = Glyphs(self, front), Glyphs(self, front)

    def natural_width(self) -> float:
        # Measured apart: what is drawn may be wrapped, and stays so where the width does not change.
        self._glyph.icon(self.icon, theme.scaled(18))
        wide = typeset(self.word, "small_strong").texture.width if self.word else 0
        return float(dp(LEFT + GAP + RIGHT) + self._glyph.width + wide)

    def fit(self, width: float) -> float:
        self._glyph.icon(self.icon, theme.scaled(18))
        room = width - dp(LEFT + GAP + RIGHT) - self._glyph.width
        self._words.set(self.word, "small_strong")
        if self._words.width > room + 1:
            self._words.set(self.word, "small_strong", room)
        return max(float(dp(32)), self._words.height + dp(2 * AROUND))

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        self._glyph.center(self.x + dp(LEFT), self.y, self._glyph.width, self.height)
        self._words.center(
            self.x + dp(LEFT + GAP) + self._glyph.width, self.y, self._words.width, self.height
        )
