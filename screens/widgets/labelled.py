"""The common part of buttons, pills and links: an icon and words that wrap in the middle of a rounded shape."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty

from screens.widgets.draw import Edge, Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.theme import theme
from screens.widgets.typeset import typeset
from screens.widgets.wordfit import whole_words, widest_word

DISABLED = ("sand", "ink3", None)
DARK_GROUNDS = ("primary", "danger", "hero")


class Labelled(Pressable):
    """An icon and words in the middle of a rounded shape."""

    REFIT: tuple[str, ...] = ("text", "icon")
    text = StringProperty("")
    icon = StringProperty("")

    def __init__(self, text: str = "", **kwargs: Any) -> None:
        super().__init__(text=text, **kwargs)

    def look(self) -> tuple[str | None, str, str | None]:
        """Tokens of background, words and outline."""
        raise NotImplementedError

    def measures(self) -> tuple[str, float, float, float, float, float]:
        """Type style, least height, side padding, upper padding, gap and icon size, all in dp."""
        raise NotImplementedError

    def build(self) -> None:
        back, front, edge = self.look()
        self._fill = Fill(self, back, dp(self.radius))
        self._edge = Edge(self, edge, dp(1.5), dp(self.radius)) if edge else None
        self._glyph = Glyphs(self, front)
        self._words = Glyphs(self, front)
        self._say()

    def _say(self) -> None:
        self.name = self.text

    def on_disabled(self, *_: Any) -> None:
        self.restyle()

    def on_text(self, *_: Any) -> None:
        self._say()

    def restyle(self, *_: Any) -> None:
        """Take the colours of the present look."""
        if self._ready:
            back, front, edge = DISABLED if self.disabled else self.look()
            if edge and self._edge is None:
                self._edge = Edge(self, edge, dp(1.5), dp(self.radius))
            if self._edge:
                self._edge.token = edge
            self._fill.token, self._glyph.token, self._words.token = back, front, front
            self.place()

    def tint_token(self) -> str:
        return "onPrimary" if self.look()[0] in DARK_GROUNDS else "ink"

    # No room for the icon without breaking a word.
    _bare = False

    def _aside(self) -> float:
        _, _, _, _, gap, icon = self.measures()
        if self._bare:
            return 0.0
        return float(theme.scaled(icon) + (dp(gap) if self.text else 0)) if self.icon else 0.0

    def natural_width(self) -> float:
        style, _, side, *_ = self.measures()
        # Measured apart: what is drawn may be wrapped, and stays so where the width does not change.
        wide = typeset(self.text, style).texture.size[0] if self.text else 0
        self._bare = False
        return float(wide + self._aside() + 2 * dp(side))

    def least_width(self, room: float) -> float:
        """Where `room` is narrower than this, a word is broken."""
        style, _, side, *_ = self.measures()
        self._bare = False
        aside = self._aside() + 2 * dp(side)
        return widest_word(self.text, style, room - aside) + aside

    def fit(self, width: float) -> float:
        style, least, side, upper, _, icon = self.measures()
        room = width - 2 * dp(side)
        self._bare = False
        self._bare = bool(self.text) and widest_word(self.text, style, room - self._aside()) > room - self._aside() + 1
        self._glyph.icon("" if self._bare else self.icon, theme.scaled(icon))
        room -= self._aside()
        style = whole_words(self.text, style, room)
        self._words.set(self.text, style)
        if self._words.width > room + 1:
            self._words.set(self.text, style, room, "left" if self._aside() else "center")
        return max(float(dp(least)), self._words.height + 2 * dp(upper))

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        self._fill.place(*box)
        if self._edge:
            self._edge.place(*box)
        aside = self._aside()
        x = self.x + (self.width - aside - self._words.width) / 2
        if self.icon:
            self._glyph.center(x, self.y, self._glyph.width, self.height)
        self._words.center(x + aside, self.y, self._words.width, self.height)
