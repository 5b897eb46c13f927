"""StepSlider: one of a few sizes in order, from a small A to a large one."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs


class StepSlider(Block):
    """`at` is the number of the chosen step. `on_choose(number)` is fired once for each choice, when it is let go."""

    __events__ = ("on_choose",)
    at = NumericProperty(0)

    def __init__(self, name: str, steps: Sequence[str], at: int = 0, **kwargs: Any) -> None:
        self._steps = tuple(steps)
        self._before = at
        super().__init__(name=name, at=at, role="spinbutton", **kwargs)
        self._say()

    @property
    def actions(self) -> dict[str, Callable[[], Any]]:
        return {"increment": lambda: self._choose(self.at + 1), "decrement": lambda: self._choose(self.at - 1)}

    def on_choose(self, number: int) -> None:
        """Fired with the number of the step that was chosen."""

    def on_at(self, *_: Any) -> None:
        self._say()
        if self._ready:
            self.place()

    def _say(self) -> None:
        self.value = self._steps[int(self.at)]

    def _choose(self, number: float) -> None:
        number = max(0, min(len(self._steps) - 1, int(number)))
        if number != self.at:
            self.at = number
            self.dispatch("on_choose", number)

    def build(self) -> None:
        self._small, self._large = Glyphs(self, "ink"), Glyphs(self, "ink")
        self._track, self._done = Fill(self, "sand", dp(2.5)), Fill(self, "primary", dp(2.5))
        self._dots = [Fill(self, "outline", dp(3.5)) for _ in self._steps]
        self._knob = Fill(self, "primary", dp(14))

    def fit(self, width: float) -> float:
        self._small.set("A", "small_strong")
        self._large.set("A", "heading")
        return max(float(dp(52)), self._large.height)

    def _ends(self) -> tuple[float, float]:
        left = self.x + self._small.width + dp(26)
        return left, max(self.x + self.width - self._large.width - dp(26), left + 1)

    def _stop(self, number: float) -> float:
        left, right = self._ends()
        return left + (right - left) * number / max(len(self._steps) - 1, 1)

    def place(self) -> None:
        middle = self.y + self.height / 2
        left, right = self._ends()
        self._small.place(self.x, middle - self._small.height / 2)
        self._large.place(self.x + self.width - self._large.width, middle - self._large.height / 2)
        self._track.place(left, middle - dp(2.5), right - left, dp(5))
        self._done.place(left, middle - dp(2.5), self._stop(self.at) - left, dp(5))
        for number, dot in enumerate(self._dots):
            dot.token = "primary" if number < self.at else "outline"
            dot.place(self._stop(number) - dp(3.5), middle - dp(3.5), dp(7), dp(7))
        self._knob.place(self._stop(self.at) - dp(14), middle - dp(14), dp(28), dp(28))

    def _nearest(self, x: float) -> int:
        return min(range(len(self._steps)), key=lambda number: abs(self._stop(number) - x))

    def on_touch_down(self, touch: Any) -> bool:
        if self.disabled or touch.is_mouse_scrolling or not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        self._before = self.at
        self.at = self._nearest(touch.x)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        self.at = self._nearest(touch.x)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        if self.at != self._before:
            self.dispatch("on_choose", int(self.at))
        return True

    def shape_box(self) -> tuple[float, float, float, float]:
        x = self._stop(self.at)
        size = dp(28)
        return x - size / 2, self.y + (self.height - size) / 2, size, size
