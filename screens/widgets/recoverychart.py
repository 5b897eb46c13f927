"""RecoveryChart: a symptom along the days after a session, over the time in which it is usual."""
from __future__ import annotations

from itertools import pairwise
from typing import Any

from kivy.metrics import dp
from kivy.properties import ObjectProperty

from screens.widgets.bars import box, upright
from screens.widgets.drawing import MEDIUM, SEMIBOLD, Drawing
from screens.widgets.geometry import Point
from screens.widgets.meshes import MeshData, disc, joined, stroke
from screens.widgets.theme import theme

# Of the design, in dp.
TALL, STEP_GAP, HAIR, LINE, NOW_WIDE = 172.0, 10.0, 1.5, 3.5, 2.0
POINT, LAST = 5.0, 7.5
RIM = 2.5
DASH, PAUSE = 5.0, 4.0


class RecoveryChart(Drawing):
    """Draws a ChartDrawing of the presenter; `chart` None draws nothing.

    What is usual is a span of days and as high as the chart, because no source says how strong. The height follows
    the size of text.
    """

    chart = ObjectProperty(None, allownone=True)
    redraws_on = ("chart",)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint_y", None)
        super().__init__(**kwargs)
        self._rise()

    def on_chart(self, *_: Any) -> None:
        self.name = self.chart.spoken if self.chart else ""

    def _scaled(self, *_: Any) -> None:
        super()._scaled()
        self._rise()

    def _rise(self) -> None:
        self.height = dp(TALL) * min(theme.text_scale, 1.4) + self._line() + dp(16)

    def _size(self) -> float:
        return float(theme.size("small"))

    def _line(self) -> float:
        return float(theme.leading("small"))

    def draw(self) -> None:
        chart = self.chart
        if chart is None:
            return
        size = self._size()
        side = max(self.measure(step, size) for step in chart.steps) + dp(STEP_GAP)
        self._left, self._right = side, self.width - dp(LAST + RIM)
        self._low, self._high = self._line() + dp(6), self.height - dp(10)
        self._span(chart)
        self._grid(chart, size)
        self._axis(chart, size)
        if chart.now is not None:
            self.fill("primary", upright(self._x(chart.now), self._low, self._high + dp(6), dp(NOW_WIDE)), 0.45)
        self._points(chart)

    def _x(self, at: float) -> float:
        return float(self._left + (self._right - self._left) * min(max(at, 0.0), 1.0))

    def _y(self, rank: float) -> float:
        return float(self._low + (self._high - self._low) * rank / 3)

    def _span(self, chart: Any) -> None:
        """Full while usual, lighter and with a dashed end as long as it may still be normal."""
        if chart.usual is None or chart.latest is None:
            return
        usual, latest = self._x(chart.usual), self._x(chart.latest)
        tall = self._high - self._low
        self.fill("band", box(self._left, self._low, usual - self._left, tall))
        if latest - usual > 1:
            self.fill("band", box(usual, self._low, latest - usual, tall), 0.45)
        self.fill("ink3", self._dashes(latest))

    def _dashes(self, x: float) -> MeshData:
        parts, y = [], self._low
        while y < self._high:
            parts.append(upright(x, y, min(y + dp(DASH), self._high), dp(HAIR)))
            y += dp(DASH + PAUSE)
        return joined(parts)

    def _grid(self, chart: Any, size: float) -> None:
        for rank, words in enumerate(chart.steps):
            y = self._y(rank)
            self.fill("outline", box(self._left, y - dp(0.5), self._right - self._left, dp(1)), 0.35)
            self.write(words, 0, y - size * 0.35, "ink2", size)

    def _axis(self, chart: Any, size: float) -> None:
        base = dp(5)
        taken = self._now_word(chart, size, base)
        for at, words in chart.ticks:
            half = self.measure(words, size) / 2 + dp(3)
            x = self._x(at)
            if all(x + half <= left or x - half >= right for left, right in taken):
                self.write(words, x, base, "ink2", size, MEDIUM, 0.5)
                taken.append((x - half, x + half))

    def _now_word(self, chart: Any, size: float, base: float) -> list[Point]:
        if chart.now is None:
            return []
        wide = self.measure(chart.now_word, size, SEMIBOLD)
        x = min(max(self._x(chart.now), self._left + wide / 2 - dp(4)), self.width - wide / 2)
        self.write(chart.now_word, x, base, "primary", size, SEMIBOLD, 0.5)
        return [(x - wide / 2 - dp(4), x + wide / 2 + dp(4))]

    def _points(self, chart: Any) -> None:
        places = [(self._x(point.at), self._y(point.rank)) for point in chart.points]
        if not places:
            return
        # Each piece by itself: the bends of a line are sharp here, and the points cover its joints.
        pieces = [stroke(pair, dp(LINE)) for pair in pairwise(places)]
        if pieces:
            self.fill("logLine", joined(pieces))
        sizes = [POINT] * (len(places) - 1) + [LAST]
        rims = [disc(x, y, dp(size + RIM)) for (x, y), size in zip(places, sizes, strict=True)]
        self.fill("card", joined(rims))
        self.fill("logLine", joined(disc(x, y, dp(s)) for (x, y), s in zip(places, sizes, strict=True)))
