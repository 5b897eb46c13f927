"""Words and icons."""
from __future__ import annotations

from typing import Any

from kivy.properties import NumericProperty, OptionProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Glyphs
from screens.widgets.theme import theme
from screens.widgets.wordfit import whole_words, widest_word

HEADINGS = {"display": 1, "title": 1, "heading": 2, "subhead": 3}


class Text(Block):
    """A paragraph that wraps to its width and is as high as it needs; `lead` goes before it in semi-bold.

    `style` is one of the type scale, `color` a token. The large styles are headings to a screen reader.
    """

    REFIT: tuple[str, ...] = ("text", "style", "halign", "lead")
    text = StringProperty("")
    lead = StringProperty("")
    style = StringProperty("body")
    color = StringProperty("ink")
    halign = OptionProperty("left", options=("left", "center", "right"))

    def __init__(self, text: str = "", **kwargs: Any) -> None:
        super().__init__(text=text, **kwargs)

    def build(self) -> None:
        self._glyphs = Glyphs(self, self.color)
        self._say()

    def on_color(self, *_: Any) -> None:
        if self._ready:
            self._glyphs.token = self.color

    def on_text(self, *_: Any) -> None:
        self._say()

    def _say(self) -> None:
        if self.role in ("", "text", "heading"):
            self.level = HEADINGS.get(self.style, 0)
            self.role = ("heading" if self.level else "text") if self.text or self.lead else ""
            self.name = f"{self.lead} {self.text}".strip()

    def natural_width(self) -> float:
        self._glyphs.set(self.text, self.style, None, self.halign, self.lead)
        return self._glyphs.width

    def least_width(self, room: float) -> float:
        """Where `room` is narrower than this, a word is broken."""
        return widest_word(self.text, self.style, room)

    def fit(self, width: float) -> float:
        self._say()
        style = whole_words(self.text, self.style, width)
        return self._glyphs.set(self.text, style, width, self.halign, self.lead)

    def place(self) -> None:
        slack = self.width - self._glyphs.width
        shift = slack / 2 if self.halign == "center" else slack if self.halign == "right" else 0
        self._glyphs.place(self.x + shift, self.y + self.height - self._glyphs.height)


class Icon(Block):
    """A glyph of the icon font, `size_dp` high; drawing only, unless it is given a name to be spoken."""

    REFIT: tuple[str, ...] = ("icon", "size_dp")
    icon = StringProperty("circle")
    size_dp = NumericProperty(24)
    color = StringProperty("ink")

    def __init__(self, icon: str = "circle", size_dp: float = 24, **kwargs: Any) -> None:
        kwargs.setdefault("hug", True)
        super().__init__(icon=icon, size_dp=size_dp, **kwargs)

    def build(self) -> None:
        self._glyph = Glyphs(self, self.color)
        self.role = "image" if self.name else ""

    def on_color(self, *_: Any) -> None:
        if self._ready:
            self._glyph.token = self.color

    def natural_width(self) -> float:
        return theme.scaled(self.size_dp)

    def fit(self, width: float) -> float:
        self._glyph.icon(self.icon, theme.scaled(self.size_dp))
        return theme.scaled(self.size_dp)

    def place(self) -> None:
        self._glyph.center(self.x, self.y, self.width, self.height)
