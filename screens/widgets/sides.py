"""Sides: two things side by side where there is room for both, else one below the other."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.layout import Row
from screens.widgets.theme import theme


class Sides(Row):
    """A Row that stacks below `from_dp` of width and, whatever the width, in large text."""

    from_dp = NumericProperty(560)

    def __init__(self, *children: Any, **kwargs: Any) -> None:
        kwargs.setdefault("align", "top")
        super().__init__(*children, **kwargs)

    def _stacks(self, children: list[Any], width: float) -> bool:
        return bool(theme.large or width < dp(self.from_dp))
