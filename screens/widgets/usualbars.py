"""UsualBars: how long each of several things usually lasts, over one axis of days."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.layout import Column
from screens.widgets.text import Text

TALL = 12.0


class UsualTrack(Block):
    """A bar filled up to `share` of its width, and a mark at `now`, if that is given."""

    REFIT = ("share", "now")
    share = NumericProperty(0.0)
    now = NumericProperty(None, allownone=True)

    def build(self) -> None:
        self._track, self._bar = Fill(self, "sand", dp(TALL / 2)), Fill(self, "primary", dp(TALL / 2))
        self._halo, self._mark = Fill(self, None, dp(4)), Fill(self, None, dp(2))

    def fit(self, width: float) -> float:
        return float(dp(TALL))

    def place(self) -> None:
        self._track.place(self.x, self.y, self.width, self.height)
        filled = max(self.width * min(max(self.share, 0.0), 1.0), self.height)
        self._bar.place(self.x, self.y, filled, self.height)
        self._halo.token, self._mark.token = (None, None) if self.now is None else ("card", "ink")
        if self.now is not None:
            middle = self.x + dp(4) + (self.width - dp(8)) * self.now
            self._halo.place(middle - dp(4), self.y - dp(4), dp(8), self.height + dp(8))
            self._mark.place(middle - dp(2), self.y - dp(4), dp(4), self.height + dp(8))


class DayAxis(Block):
    """Words along an axis, at shares of its width; one that would touch its neighbour is left out."""

    def __init__(self, ticks: Sequence[tuple[float, str]], **kwargs: Any) -> None:
        self._ticks = tuple(ticks)
        kwargs.setdefault("decorative", True)
        super().__init__(**kwargs)

    def build(self) -> None:
        self._words = [Glyphs(self, "ink2") for _ in self._ticks]

    def fit(self, width: float) -> float:
        for (_share, word), glyphs in zip(self._ticks, self._words, strict=True):
            glyphs.set(word, "axis")
        return max((glyphs.height for glyphs in self._words), default=0.0)

    def place(self) -> None:
        gap = dp(8)
        last = self._words[-1] if self._words else None
        free, end = self.x, self.x + self.width
        for (share, _word), glyphs in zip(self._ticks, self._words, strict=True):
            middle = self.x + self.width * share
            left = min(max(middle - glyphs.width / 2, self.x), end - glyphs.width)
            room = end if glyphs is last or last is None else end - last.width - gap
            fits = left >= free and left + glyphs.width <= room + 1
            glyphs.token = "ink2" if fits else None
            if fits:
                glyphs.place(left, self.y)
                free = left + glyphs.width + gap


class UsualBars(Column):
    """A word and a bar each. `bars` are (label, share), `ticks` (share, word); `now` is marked on each bar."""

    def __init__(
        self,
        bars: Sequence[tuple[str, float]],
        ticks: Sequence[tuple[float, str]],
        now: float | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("spacing", 14)
        kwargs.setdefault("role", "list")
        super().__init__(
            *(
                Column(
                    Text(label, style="label", role="listitem"),
                    UsualTrack(share=share, now=now, decorative=True),
                    spacing=6,
                )
                for label, share in bars
            ),
            DayAxis(ticks),
            **kwargs,
        )
