"""WaitRing: a ring that empties, with the time that is left inside."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Glyphs
from screens.widgets.drawing import Drawing
from screens.widgets.geometry import arc
from screens.widgets.meshes import stroke
from screens.widgets.theme import theme

SIDE, THICK = 140, 10


class _Ring(Drawing):
    fraction = NumericProperty(1.0)
    redraws_on = ("fraction",)

    def draw(self) -> None:
        middle, radius, width = (self.width / 2, self.height / 2), (self.width - dp(THICK)) / 2, float(dp(THICK))
        self.fill("heroTrack", stroke(arc(*middle, radius, 0, 360), width))
        if self.fraction > 0.005:
            self.fill("peach", stroke(arc(*middle, radius, -90, -90 + 360 * min(self.fraction, 1.0)), width))


class WaitRing(Block):
    """`fraction` (0 to 1) is left; `text` and `line` stand inside. Its `name` says the time in words."""

    REFIT: tuple[str, ...] = ("text", "line")
    fraction = NumericProperty(1.0)
    text = StringProperty("")
    line = StringProperty("")

    def __init__(self, fraction: float, text: str, line: str, **kwargs: Any) -> None:
        super().__init__(fraction=fraction, text=text, line=line, hug=True, **kwargs)
        self.role = "progress"

    def build(self) -> None:
        self._ring = _Ring(size_hint=(None, None), decorative=True)
        self.add_widget(self._ring)
        self._clock, self._under = Glyphs(self, "onHero", self.canvas.after), Glyphs(self, "onHero2", self.canvas.after)

    def on_fraction(self, *_: Any) -> None:
        if self.__dict__.get("_ring") is not None:
            self._ring.fraction = self.fraction

    def _side(self) -> float:
        return float(max(dp(SIDE), theme.size("countdown") * 3.6))

    def natural_width(self) -> float:
        return self._side()

    def fit(self, width: float) -> float:
        self._clock.set(self.text, "countdown", None)
        self._under.set(self.line, "small", None)
        self._ring.fraction = self.fraction
        return self._side()

    def place(self) -> None:
        if self.__dict__.get("_ring") is None:
            return
        self._ring.size, self._ring.pos = (self.width, self.height), self.pos
        middle, tall = self.x + self.width / 2, self._clock.height + self._under.height
        top = self.y + (self.height + tall) / 2
        self._clock.place(middle - self._clock.width / 2, top - self._clock.height)
        self._under.place(middle - self._under.width / 2, top - tall)
