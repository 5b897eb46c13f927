"""Halved: a list of cards in two columns where there is room for both, read down the left one first."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.block import fit_to
from screens.widgets.container import Container
from screens.widgets.theme import theme


class Halved(Container):
    """A Column below `from_dp` of width and in large text, else two columns `gap_dp` apart and of like height.

    A card stays in its column when it or another one grows, so that nothing jumps away under a finger.
    """

    from_dp = NumericProperty(760)
    gap_dp = NumericProperty(24)

    def arrange(self, children: list[Any], width: float) -> float:
        self._two = len(children) > 1 and not theme.large and width >= dp(self.from_dp)
        each = (width - dp(self.gap_dp)) / 2 if self._two else width
        for child in children:
            fit_to(child, each)
        heights = [child.height for child in children]
        if not self._two:
            return self._tall(heights)
        key = (tuple(children), width, theme.text_scale)
        if self.__dict__.get("_key") != key:
            self._key = key
            splits = range(1, len(children))
            self._split = min(splits, key=lambda at: max(self._tall(heights[:at]), self._tall(heights[at:])))
        return max(self._tall(heights[: self._split]), self._tall(heights[self._split :]))

    def _tall(self, heights: list[float]) -> float:
        return sum(heights) + dp(self.spacing) * max(len(heights) - 1, 0)

    def place(self) -> None:
        left, top, right, _ = (dp(side) for side in self.padding)
        start = y = self.y + self.height - top
        x = self.x + left
        for number, child in enumerate(reversed(self.children)):
            if self.__dict__.get("_two") and number == self._split:
                x, y = self.x + self.width - right - child.width, start
            child.pos = (x, y - child.height)
            y -= child.height + dp(self.spacing)
