"""CitedText: a paragraph whose last line ends in the numbers of its sources."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import ListProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.theme import theme

SIZE, GAP = 24.0, 4.0


class CitedText(Block):
    """Words, and small numbers on circles right behind the last of them; `spoken` is what is said of the numbers.

    `dot` puts a bullet before the words.
    """

    REFIT = ("text", "numbers", "style")
    style = StringProperty("body")
    color = StringProperty("ink")
    text = StringProperty("")
    numbers = ListProperty()
    spoken = StringProperty("")

    def __init__(self, text: str, numbers: Any = (), spoken: str = "", dot: bool = False, **kwargs: Any) -> None:
        self._dotted = dot
        kwargs.setdefault("role", "listitem" if dot else "text")
        super().__init__(text=text, numbers=list(numbers), spoken=spoken, **kwargs)

    def build(self) -> None:
        self._bullet = Fill(self, "primary" if self._dotted else None, dp(3))
        self._words = Glyphs(self, self.color)
        self._marks = [(Fill(self, "primarySoft", dp(SIZE / 2)), Glyphs(self, "onPrimarySoft")) for _ in self.numbers]
        self.name = self.name or f"{self.text} {self.spoken}".strip()

    def _indent(self) -> float:
        return float(dp(18)) if self._dotted else 0.0

    def fit(self, width: float) -> float:
        room = width - self._indent()
        self._words.set(self.text, self.style, room)
        size = self._size()
        for number, (fill, glyphs) in zip(self.numbers, self._marks, strict=True):
            glyphs.set(str(number), "axis")
            fill.shape.radius = [size / 2]
        if not self.numbers:
            return self._words.height
        self._spots: list[tuple[float, int]] = []
        x, row = self._words.last_line() + dp(6), 0
        for _number in self.numbers:
            if x + size > room and x > 0:
                x, row = 0.0, row + 1
            self._spots.append((x, row))
            x += size + dp(GAP)
        return self._words.height + row * self._line()

    def _size(self) -> float:
        return max(float(dp(SIZE)), theme.size("axis") * 1.5)

    def _line(self) -> float:
        return max(theme.leading(self.style), self._size() + dp(2))

    def place(self) -> None:
        top, x = self.y + self.height, self.x + self._indent()
        self._words.place(x, top - self._words.height)
        dot = theme.scaled(6)
        self._bullet.shape.radius = [dot / 2]
        self._bullet.place(self.x + dp(2), top - theme.size(self.style) * 0.75 - dot / 2, dot, dot)
        size = self._size()
        middle = top - self._words.height + theme.leading(self.style) / 2
        for (left, row), (fill, glyphs) in zip(self.__dict__.get("_spots", ()), self._marks, strict=False):
            box = (x + left, middle - size / 2 - row * self._line(), size, size)
            fill.place(*box)
            glyphs.center(*box)
