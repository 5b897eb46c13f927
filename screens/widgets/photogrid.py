"""PhotoGrid: tiles of pictures in as many columns as there is room for."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.container import Container, fit_rows, place_rows
from screens.widgets.theme import theme


class PhotoGrid(Container):
    """Equal columns of at least `least_dp`, at most `most` of them."""

    REFIT: tuple[str, ...] = ("padding", "spacing", "least_dp", "most")
    least_dp = NumericProperty(96)
    most = NumericProperty(6)

    def __init__(self, *children: Any, **kwargs: Any) -> None:
        kwargs.setdefault("spacing", 8)
        super().__init__(*children, **kwargs)

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        self._across = columns(width, self.least_dp, int(self.most))
        each = (width - gap * (self._across - 1)) / self._across
        return fit_rows(children, [each] * len(children), self._across, gap)

    def place(self) -> None:
        place_rows(self, self.__dict__.get("_across", 1))


def columns(width: float, least_dp: float = 96, most: int = 6) -> int:
    """How many tiles stand in a row of this width; fewer in large text."""
    least = dp(least_dp) * (1.35 if theme.large else 1.0)
    return max(1, min(most, int((width + dp(8)) / (least + dp(8)))))
