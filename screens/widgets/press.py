"""What can be pressed: by touch, mouse, keyboard, screen reader. Feedback is a tint over the shape."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill
from screens.widgets.theme import theme

FEEDBACK = 0.09


class Pressable(Block):
    """Fires `on_press` once for each completed press. `radius` (dp) shapes the tint and the focus ring."""

    __events__ = ("on_press",)
    pressed = BooleanProperty(False)
    hovered = BooleanProperty(False)
    radius = NumericProperty(18)
    tint = NumericProperty(0.0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._tint_fill: Fill | None = None
        kwargs.setdefault("role", "button")
        super().__init__(*args, **kwargs)
        if self.disabled:
            self.on_disabled()

    @property
    def actions(self) -> dict[str, Callable[[], Any]]:
        return {"press": self.press}

    def press(self) -> None:
        """Press it, as a finger would."""
        if not self.disabled:
            self.dispatch("on_press")

    def on_press(self) -> None:
        """Fired after a completed press."""

    def on_disabled(self, *_: Any) -> None:
        self.opacity = 0.5 if self.disabled else 1

    def shape_box(self) -> tuple[float, float, float, float]:
        """x, y, width, height of what is tinted and outlined."""
        return self.x, self.y, self.width, self.height

    def on_touch_down(self, touch: Any) -> bool:
        if super().on_touch_down(touch):
            return True
        if self.disabled or not self.collide_point(*touch.pos) or getattr(touch, "button", None) not in (None, "left"):
            return False
        touch.grab(self)
        self.pressed = True
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is self:
            self.pressed = self.collide_point(*touch.pos)
            return True
        return bool(super().on_touch_move(touch))

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        inside, self.pressed = self.pressed, False
        if inside:
            self.press()
        return True

    def on_pressed(self, *_: Any) -> None:
        Animation.cancel_all(self, "tint")
        if self.pressed:
            self.tint = 0.12
        else:
            Animation(tint=0.05 if self.hovered else 0, d=FEEDBACK, t="out_quad").start(self)

    def on_hovered(self, *_: Any) -> None:
        if not self.pressed:
            self.tint = 0.05 if self.hovered else 0

    def on_tint(self, *_: Any) -> None:
        if self._tint_fill is None:
            self._tint_fill = Fill(self, self.tint_token(), dp(self.radius) or 0, self.canvas.after, 0.0)
            self.fbind("pos", self._place_tint)
            self.fbind("size", self._place_tint)
            self._place_tint()
        self._tint_fill.token = self.tint_token()
        self._tint_fill.fade(self.tint)

    def tint_token(self) -> str:
        """Colour of the feedback."""
        return "ink"

    def _place_tint(self, *_: Any) -> None:
        if self._tint_fill is not None:
            self._tint_fill.place(*self.shape_box())


def quick(seconds: float) -> float:
    """Length of a motion: as it is, or the short fade for those who want less of it."""
    return min(seconds, FEEDBACK) if theme.reduced_motion else seconds
