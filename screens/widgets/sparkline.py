"""Sparkline: a recovery chart without words, small enough to stand beside others."""
from __future__ import annotations

from itertools import pairwise
from typing import Any

from kivy.metrics import dp
from kivy.properties import ObjectProperty

from screens.widgets.bars import box
from screens.widgets.drawing import Drawing
from screens.widgets.meshes import disc, joined, stroke

# Of the design, in dp.
TALL, LINE, LAST, RIM, HAIR = 44.0, 3.0, 5.0, 2.0, 1.0


class Sparkline(Drawing):
    """The usual time and the logged strengths of a ChartDrawing; drawing only, its words stand beside it."""

    chart = ObjectProperty(None, allownone=True)
    redraws_on = ("chart",)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("decorative", True)
        kwargs.setdefault("size_hint_y", None)
        kwargs.setdefault("height", dp(TALL))
        super().__init__(**kwargs)

    def draw(self) -> None:
        chart = self.chart
        if chart is None:
            return
        edge = dp(LAST + RIM)
        low, tall = edge, self.height - 2 * edge
        wide = self.width - edge
        if chart.usual is not None and chart.latest is not None:
            self.fill("band", box(0, low, wide * chart.usual, tall))
            if chart.latest > chart.usual:
                self.fill("band", box(wide * chart.usual, low, wide * (chart.latest - chart.usual), tall), 0.45)
        self.fill("outline", box(0, low - dp(HAIR) / 2, self.width, dp(HAIR)), 0.35)
        places = [(max(wide * point.at, edge), low + tall * point.rank / 3) for point in chart.points]
        if not places:
            return
        pieces = [stroke(pair, dp(LINE)) for pair in pairwise(places)]
        if pieces:
            self.fill("logLine", joined(pieces))
        x, y = places[-1]
        self.fill("card", disc(x, y, dp(LAST + RIM)))
        self.fill("logLine", disc(x, y, dp(LAST)))
