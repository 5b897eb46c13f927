"""The timeline: a row a limit, the axis over them, the line of now. Fractions are of the shown range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty

from aftercare.words import gettext as _
from screens.widgets.bars import arrow, bar, box, upright
from screens.widgets.drawing import MEDIUM, SEMIBOLD, Drawing
from screens.widgets.geometry import rounded_box, x_at
from screens.widgets.meshes import disc, filled, pill
from screens.widgets.placing import Wish, place
from screens.widgets.theme import theme


class TimelineRow(Drawing):
    """The bars of one limit: `bars` holds (start, end, shape); an end beyond 1 draws an arrow at the edge.

    `now` is None or a fraction, marked over the bar with a `halo` of the ground's token around it; without a
    halo it is a plain fine line. `track` draws the hair line under the bars. Height 14 dp; a press belongs
    to its owner.
    """

    bars = ListProperty([])
    now: Any = ObjectProperty(None, allownone=True)
    halo = StringProperty("")
    track = BooleanProperty(True)
    redraws_on = ("bars", "now", "halo", "track")

    def __init__(self, bars: Sequence[tuple[float, float, str]] = (), **kwargs: Any) -> None:
        kwargs.setdefault("size_hint_y", None)
        kwargs.setdefault("height", dp(14))
        super().__init__(bars=list(bars), **kwargs)

    def draw(self) -> None:
        middle, width = self.height / 2, self.width
        goes_on = any(end > 1 for _start, end, shape in self.bars if shape != "ask")
        room = width - dp(4) if goes_on else width
        if self.track:
            self.fill("line", pill(0, width, middle, dp(2)))
        for start, end, shape in self.bars:
            left, right = x_at(start, width), min(x_at(end, width), room)
            bar(self, shape, left, right, middle, self.height, self.height * 0.46)
            if end > 1 and shape != "ask":
                arrow(self, shape, width - dp(8), middle, dp(8))
        if self.now is not None and 0 <= self.now <= 1:
            x = x_at(self.now, width)
            if self.halo:
                self.fill(self.halo, upright(x, middle - dp(12), middle + dp(12), dp(6)))
                self.fill("primary", upright(x, middle - dp(11), middle + dp(11), dp(3)))
            else:
                self.fill("primary", box(round(x) - dp(1), middle - dp(10), dp(2), dp(20)))


class TimelineAxis(Drawing):
    """Day labels on top and fine lines down to the foot, behind the rows.

    `ticks` holds (fraction, text, anchor) with an anchor of 0, 0.5 or 1; `lines` the fractions of the lines.
    `columns` holds (start, end) of days drawn as cards instead. `strong` is the text of the tick that stands
    out. `patch` is the token of the ground behind each label: lay such an axis over the Now line, lines and
    columns under.
    """

    ticks = ListProperty([])
    lines = ListProperty([])
    columns = ListProperty([])
    strong = StringProperty("")
    patch = StringProperty("")
    redraws_on = ("ticks", "lines", "columns", "strong", "patch")

    def __init__(self, ticks: Sequence[tuple[float, str, float]] = (), lines: Sequence[float] = (), **kwargs: Any):
        kwargs.setdefault("decorative", True)
        super().__init__(ticks=list(ticks), lines=list(lines), **kwargs)

    @staticmethod
    def band() -> float:
        """Height of the labels in pixels: rows begin under it."""
        return theme.size("axis") * 1.3 + dp(8)

    def draw(self) -> None:
        size = theme.size("axis")
        foot = self.height - self.band()
        for start, end in self.columns:
            left, right = x_at(start, self.width), x_at(end, self.width) - dp(2)
            self.fill(
                "card",
                filled([(x + left, y) for x, y in rounded_box(0, 0, right - left, foot, dp(14), dp(14))]),
            )
        for at in self.lines:
            x = min(x_at(at, self.width), self.width - dp(1))
            self.fill(
                "line",
                box(round(x), dp(4) if self.columns else 0, dp(1), foot - (dp(8) if self.columns else 0)),
            )
        fonts = [SEMIBOLD if text == self.strong else MEDIUM for _at, text, _anchor in self.ticks]
        wishes = [
            Wish(x_at(at, self.width), self.measure(text, size, font), anchor, 0 if text == self.strong else 1)
            for (at, text, anchor), font in zip(self.ticks, fonts, strict=True)
        ]
        for (_at, text, _anchor), font, spot in zip(self.ticks, fonts, place(wishes, self.width, dp(8)), strict=True):
            if spot is not None:
                if self.patch:
                    wide = self.measure(text, size, font) + dp(8)
                    self.fill(self.patch, box(spot - dp(4), self.height - size * 1.4, wide, size * 1.35))
                tint = "ink" if font == SEMIBOLD else "ink2"
                self.write(text, spot, self.height - size * 1.05, tint, size, font)


class NowLine(Drawing):
    """The present as a line with its word on top; put it under the rows."""

    fraction = NumericProperty(0.0)
    redraws_on = ("fraction",)

    def __init__(self, fraction: float = 0.0, **kwargs: Any) -> None:
        kwargs.setdefault("name", _("Now"))
        super().__init__(fraction=fraction, **kwargs)

    @staticmethod
    def head() -> float:
        """Height of the word's pill in pixels."""
        return theme.scaled(26)

    def draw(self) -> None:
        if not 0 <= self.fraction <= 1:
            return
        x, head, size = x_at(self.fraction, self.width), self.head(), theme.scaled(15)
        word = _("Now")
        half = (self.measure(word, size, SEMIBOLD) + theme.scaled(22)) / 2
        middle = self.height - head / 2
        self.fill("primary", box(round(x) - dp(1), 0, dp(2), self.height - head + dp(2)))
        # Near an edge the pill stands beside its line.
        at = min(max(x, half), max(self.width - half, half))
        self.fill("primary", pill(at - half, at + half, middle, head))
        self.write(word, at, middle - size * 0.35, "onPrimary", size, SEMIBOLD, 0.5)


class SessionLine(Drawing):
    """The coming session: a warm line with the syringe on top."""

    fraction = NumericProperty(0.0)
    redraws_on = ("fraction",)

    def __init__(self, fraction: float = 0.0, **kwargs: Any) -> None:
        kwargs.setdefault("name", _("Session"))
        super().__init__(fraction=fraction, **kwargs)

    def draw(self) -> None:
        x = x_at(self.fraction, self.width)
        labels = TimelineAxis.band() + dp(4)
        self.fill("dawnSun", upright(x, 0, self.height - dp(34) - labels, dp(3)))
        self.fill("dawnSun", disc(x, self.height - dp(17), dp(17)))
        self.icon("syringe", x, self.height - dp(17), "onPeach", dp(20))
