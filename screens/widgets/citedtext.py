"""CitedText: a paragraph whose last line ends in the numbers of its sources."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import ListProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.theme import theme

SIZE, GAP, SIDE = 24.0, 4.0, 8.0
# So many numbers in a row become one mark, from the first to the last.
RUN = 3


def runs(numbers: Sequence[int]) -> list[str]:
    """Numbers as they are printed, with those that follow each other drawn together: "1", "4–7"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return [
        word
        for run in found
        for word in ([f"{run[0]}–{run[-1]}"] if len(run) >= RUN else [str(number) for number in run])
    ]


class CitedText(Block):
    """Words, and small numbers on round marks right behind the last of them; `spoken` is what is said of the numbers.

    Marks that do not fit behind the last word start a line of their own.

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
        self._said = runs(self.numbers)
        self._marks = [(Fill(self, "primarySoft", dp(SIZE / 2)), Glyphs(self, "onPrimarySoft")) for _ in self._said]
        self.name = self.name or f"{self.text} {self.spoken}".strip()

    def _indent(self) -> float:
        return float(dp(18)) if self._dotted else 0.0

    def fit(self, width: float) -> float:
        room = width - self._indent()
        self._words.set(self.text, self.style, room)
        size = self._size()
        wide = []
        for word, (fill, glyphs) in zip(self._said, self._marks, strict=True):
            glyphs.set(word, "axis")
            fill.shape.radius = [size / 2]
            wide.append(max(size, glyphs.width + 2 * dp(SIDE)) if len(word) > 2 else size)
        if not self.numbers:
            return self._words.height
        self._spots: list[tuple[float, int, float]] = []
        x, row = self._words.last_line() + dp(6), 0
        whole = sum(wide) + dp(GAP) * (len(wide) - 1)
        if x + whole > room >= whole:
            x, row = 0.0, 1
        for each in wide:
            if x + each > room and x > 0:
                x, row = 0.0, row + 1
            self._spots.append((x, row, each))
            x += each + dp(GAP)
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
        for (left, row, wide), (fill, glyphs) in zip(self.__dict__.get("_spots", ()), self._marks, strict=False):
            box = (x + left, middle - size / 2 - row * self._line(), wide, size)
            fill.place(*box)
            glyphs.center(*box)
