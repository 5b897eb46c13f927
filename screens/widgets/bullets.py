"""Items of a list of words: a dot or a number, a line, and what else to know below it."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.theme import theme


class Bullet(Block):
    """A dot, `text`, and `under` in small type. `color` and `under_color` are tokens."""

    REFIT = ("text", "under")
    text = StringProperty("")
    under = StringProperty("")
    style = StringProperty("body")
    color = StringProperty("ink")
    under_color = StringProperty("ink2")
    dot_color = StringProperty("primary")

    def __init__(self, text: str = "", under: str = "", spoken: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("role", "listitem")
        super().__init__(text=text, under=under, name=spoken or text, **kwargs)

    def build(self) -> None:
        self._dot = Fill(self, self.dot_color, dp(3))
        self._words, self._under = Glyphs(self, self.color), Glyphs(self, self.under_color)

    def fit(self, width: float) -> float:
        room = width - self._side()
        self._words.set(self.text, self.style, room)
        self._under.set(self.under, "small", room)
        return self._words.height + self._under.height

    def _side(self) -> float:
        return float(dp(18))

    def _first_line(self) -> float:
        """The middle of the first line, from the top."""
        return theme.size(self.style) * 0.75

    def place(self) -> None:
        top = self.y + self.height
        size = theme.scaled(6)
        self._dot.shape.radius = [size / 2]
        self._dot.place(self.x + dp(2), top - self._first_line() - size / 2, size, size)
        self._words.place(self.x + self._side(), top - self._words.height)
        self._under.place(self.x + self._side(), top - self._words.height - self._under.height)


class Numbered(Block):
    """A step: its number in a circle of 36 dp, and its words beside it."""

    REFIT = ("text", "number")
    text = StringProperty("")
    number = StringProperty("1")

    def __init__(self, number: int = 1, text: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("role", "listitem")
        super().__init__(text=text, number=str(number), name=f"{number}. {text}", **kwargs)

    def build(self) -> None:
        self._circle = Fill(self, "dangerSoft", dp(18))
        self._digit, self._words = Glyphs(self, "dangerText"), Glyphs(self, "ink")

    def fit(self, width: float) -> float:
        self._digit.set(self.number, "label_strong")
        self._words.set(self.text, "body", width - self._size() - dp(12))
        return max(self._size(), self._words.height)

    def _size(self) -> float:
        return float(dp(36) if theme.text_scale < 1.5 else theme.scaled(30))

    def place(self) -> None:
        size, top = self._size(), self.y + self.height
        # One line stands in the middle of the circle; more of them begin beside it.
        self._circle.shape.radius = [size / 2]
        self._circle.place(self.x, top - size, size, size)
        self._digit.center(self.x, top - size, size, size)
        lift = max((size - self._words.height) / 2, 0)
        self._words.place(self.x + size + dp(12), top - lift - self._words.height)
