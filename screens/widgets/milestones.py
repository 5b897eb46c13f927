"""What a new plan gives: its start, today and the days on which limits end, on one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty

from screens.widgets.drawing import Drawing
from screens.widgets.geometry import x_at
from screens.widgets.meshes import disc, pill
from screens.widgets.placing import Wish, place
from screens.widgets.theme import theme


class MilestoneBar(Drawing):
    """`stops` holds (fraction, text, kind) with a kind of "start", "today" or "end"; `done` is the part
    behind us.

    Today is the larger bead and keeps its label; start and last stop come next, the rest only where there is
    room.
    """

    stops = ListProperty([])
    done = NumericProperty(0.0)
    redraws_on = ("stops", "done")

    def __init__(
        self, stops: Sequence[tuple[float, str, str]] = (), done: float = 0.0, **kwargs: Any
    ) -> None:
        kwargs.setdefault("size_hint_y", None)
        super().__init__(stops=list(stops), done=done, **kwargs)
        theme.bind(text_scale=self._fit)
        self._fit()

    def _fit(self, *_: Any) -> None:
        self.height = dp(44) + theme.size("axis") * 1.3

    def draw(self) -> None:
        size = theme.size("axis")
        middle = self.height - dp(27)
        inset = dp(9)
        run = self.width - 2 * inset

        def at(fraction: float) -> float:
            return inset + x_at(fraction, run)

        self.fill("heroTrack", pill(0, self.width, middle, dp(6)))
        if self.done > 0:
            self.fill("mint", pill(0, at(self.done), middle, dp(6)))
        for fraction, _text, kind in sorted(self.stops, key=lambda stop: stop[2] == "today"):
            token = "peach" if kind == "today" else "mint" if fraction <= self.done else "onHero2"
            self.fill(token, disc(at(fraction), middle, dp(9 if kind == "today" else 6)))
        last = max((fraction for fraction, _text, _kind in self.stops), default=0)
        wishes = []
        for fraction, text, kind in self.stops:
            first = 0 if kind == "today" else 1 if kind == "start" or fraction == last else 2
            lean = 0.0 if kind == "start" else 1.0 if fraction == last and kind != "today" else 0.5
            x = 0.0 if lean == 0.0 else self.width if lean == 1.0 else at(fraction)
            wishes.append(Wish(x, self.measure(text, size), lean, first))
        for (_fraction, text, _kind), left in zip(self.stops, place(wishes, self.width, dp(6)), strict=True):
            if left is not None:
                self.write(text, left, middle - dp(15) - size, "onHero2", size)
