"""EvenPills: pills of which one is on, side by side in equal parts."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from screens.widgets.choices import PillGroup

WIDE_FROM = 600


class EvenPills(PillGroup):
    """A PillGroup that fills its width, as long as all words fit; from 600 dp on its pills are as wide as their words.
    """

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        each = (width - gap * (len(children) - 1)) / max(len(children), 1)
        if any(child.natural_width() > each for child in children) or width >= dp(WIDE_FROM):
            return float(super().arrange(children, width))
        self._lines = [children]
        for child in children:
            child.width = each
        return max((c.height for c in children), default=0.0)
