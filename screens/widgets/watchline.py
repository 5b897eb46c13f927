"""The way through the late watch: the limits behind us, the watch since then, today's bead, and what is left."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from screens.widgets.drawing import MEDIUM, SEMIBOLD, Drawing
from screens.widgets.geometry import x_at
from screens.widgets.meshes import disc, pill
from screens.widgets.placing import Wish, place
from screens.widgets.theme import theme

# Of the picture, in dp.
THICK, GAP, BEAD, RIM = 8.0, 3.0, 9.0, 13.0
TYPE = 15.0


class WatchLine(Drawing):
    """`over` and `now` are fractions (0 to 1) of the width; `start`, `day` and `end` stand below.

    Where there is no room for all, the ends come first: the screen says the day above. The height follows the text.
    """

    over = NumericProperty(0.0)
    now = NumericProperty(0.0)
    start = StringProperty("")
    day = StringProperty("")
    end = StringProperty("")
    redraws_on = ("over", "now", "start", "day", "end")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("decorative", True)
        kwargs.setdefault("size_hint", (None, None))
        super().__init__(**kwargs)
        theme.bind(text_scale=self._fit)
        self._fit()

    def _fit(self, *_: Any) -> None:
        self.height = dp(2 * RIM + 4) + theme.scaled(TYPE) * 1.25

    def draw(self) -> None:
        middle, thick = self.height - dp(RIM), dp(THICK)
        over, now = x_at(self.over, self.width), x_at(self.now, self.width)
        self.fill("heroTrack", pill(0, self.width, middle, thick), 0.5)
        self.fill("mint", pill(0, max(over, thick), middle, thick))
        begun = max(over, thick) + dp(GAP)
        if now > begun:
            self.fill("peach", pill(begun, now, middle, thick))
        # The bead stays on the line at both ends of it.
        x = min(max(now, dp(BEAD)), self.width - dp(BEAD))
        self.fill("hero", disc(x, middle, dp(RIM)))
        self.fill("peach", disc(x, middle, dp(BEAD)))
        self._labels(x, middle - dp(RIM + 2))

    def _labels(self, x: float, top: float) -> None:
        size = theme.scaled(TYPE)
        texts = ((self.end, MEDIUM, "onHero2"), (self.start, MEDIUM, "onHero2"), (self.day, SEMIBOLD, "peach"))
        places = ((self.width, 1.0), (0.0, 0.0), (x, 0.5))
        wishes = [
            Wish(at, self.measure(text, size, font), lean, priority)
            for priority, ((text, font, _ink), (at, lean)) in enumerate(zip(texts, places, strict=True))
        ]
        for (text, font, ink), left in zip(texts, place(wishes, self.width, theme.scaled(12), nudge=1.0), strict=True):
            if left is not None:
                self.write(text, left, top - size, ink, size, font)
