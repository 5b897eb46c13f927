"""Comparer: two pictures in one frame, upright, at one scale and cut alike; a handle says how much of each is seen."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.graphics import (
    Color,
    Rectangle,
    RoundedRectangle,
    StencilPop,
    StencilPush,
    StencilUnUse,
    StencilUse,
)
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.picture import cropped, set_badge

HANDLE, STEP, RADIUS = 56, 0.05, 28


class Side:
    """One of the two pictures, as what shows pictures fills it."""

    def __init__(self, moved: Callable[[], None]) -> None:
        self._moved = moved
        self.key: tuple[str, bool] | None = None
        self.lost = False
        self._texture: Any = None
        self.window: Callable[[], Any] = lambda: None

    def get_root_window(self) -> Any:
        """The window in which it is shown, or None."""
        return self.window()

    @property
    def texture(self) -> Any:
        return self._texture

    @texture.setter
    def texture(self, texture: Any) -> None:
        self._texture = texture
        self._moved()


class Comparer(Block):
    """`at` is the share of the first picture, 0 to 1. `fade` lays them over each other instead of side by side.

    `template` says the value, with {first} and {second} percent. Arrow keys, a finger and a screen reader move it.
    """

    REFIT: tuple[str, ...] = ("first_badge", "second_badge")
    at = NumericProperty(0.5)
    fade = BooleanProperty(False)
    template = StringProperty("")
    first_badge = StringProperty("")
    second_badge = StringProperty("")
    shape = NumericProperty(1.05)
    textures = ObjectProperty(None, allownone=True)

    def __init__(self, pictures: Any, **kwargs: Any) -> None:
        self._pictures = pictures
        self.sides = (Side(self._moved), Side(self._moved))
        for side in self.sides:
            side.window = self.get_root_window
        kwargs.setdefault("role", "slider")
        super().__init__(**kwargs)
        self._say()

    @property
    def actions(self) -> dict[str, Callable[[], Any]]:
        return {"increment": lambda: self._step(STEP), "decrement": lambda: self._step(-STEP)}

    def show(self, first: str, second: str) -> None:
        """Show these two pictures, the older first."""
        for side, photo_id in zip(self.sides, (first, second), strict=True):
            if side.key != (photo_id, True):
                side.key = (photo_id, True)
                self._pictures.show(side)

    def _step(self, by: float) -> None:
        self.at = max(0.0, min(1.0, round(self.at + by, 2)))

    def on_at(self, *_: Any) -> None:
        self._say()
        self._moved()

    def on_template(self, *_: Any) -> None:
        self._say()

    def on_fade(self, *_: Any) -> None:
        self._moved()

    def _say(self) -> None:
        first = round(self.at * 100)
        self.value = self.template.format(first=first, second=100 - first)

    def _moved(self) -> None:
        if self._ready:
            self.place()

    def build(self) -> None:
        self._block = Fill(self, "sand", dp(RADIUS))
        masks = [RoundedRectangle(radius=[dp(RADIUS)]) for _ in range(2)]
        self._masks = masks
        self.canvas.add(StencilPush())
        self.canvas.add(masks[0])
        self.canvas.add(StencilUse())
        self._drawn = []
        for _ in range(2):
            color, shape = Color(1, 1, 1, 0), Rectangle(size=(0, 0))
            self.canvas.add(color)
            self.canvas.add(shape)
            self._drawn.append((color, shape))
        self._rule = Fill(self, "onHero")
        self.canvas.add(StencilUnUse())
        self.canvas.add(masks[1])
        self.canvas.add(StencilPop())
        self._chips = [(Fill(self, "hero", dp(14)), Glyphs(self, "onHero")) for _ in range(2)]
        self._knob_edge = Fill(self, "hero", dp(HANDLE / 2))
        self._knob = Fill(self, "onHero", dp(HANDLE / 2 - 1.5))
        self._arrows = Glyphs(self, "hero")

    def fit(self, width: float) -> float:
        for (_, words), text in zip(self._chips, (self.first_badge, self.second_badge), strict=True):
            set_badge(words, text, width / 2 - dp(36))
        self._arrows.icon("arrows-horizontal", dp(26))
        return round(width * self.shape)

    def _split(self) -> float:
        return self.x + self.width * self.at

    def place(self) -> None:
        if "_arrows" not in self.__dict__ or self.width < 2:
            return
        x, y, wide, tall = self.x, self.y, self.width, self.height
        self._block.place(x, y, wide, tall)
        for mask in self._masks:
            mask.pos, mask.size = (x, y), (wide, tall)
        # The second lies below and fills the frame; the first covers its part.
        parts = ((1, 0.0, 1.0, 1.0), (0, 0.0, 1.0 if self.fade else self.at, self.at if self.fade else 1.0))
        for (number, left, right, alpha), (color, shape) in zip(parts, self._drawn, strict=True):
            texture = self.sides[number].texture
            color.a = alpha if texture is not None else 0
            if texture is not None and right > left:
                shape.texture, shape.tex_coords = texture, cropped(texture, wide, tall, left, right)
            shape.pos, shape.size = (x + wide * left, y), (wide * (right - left), tall)
        split = self._split()
        self._rule.token = None if self.fade else "onHero"
        self._rule.place(split - dp(1.5), y, dp(3), tall)
        self._place_chips(x, y, wide)
        middle = min(max(split, x + dp(HANDLE / 2)), x + wide - dp(HANDLE / 2))
        level = y + tall * (0.5 if self.fade else 0.74)
        for paint, size in ((self._knob_edge, HANDLE), (self._knob, HANDLE - 3)):
            paint.place(middle - dp(size / 2), level - dp(size / 2), dp(size), dp(size))
        self._arrows.center(middle - dp(HANDLE / 2), level - dp(HANDLE / 2), dp(HANDLE), dp(HANDLE))

    def _place_chips(self, x: float, y: float, wide: float) -> None:
        for number, (ground, words) in enumerate(self._chips):
            across, tall = words.width + dp(24), words.height + dp(10)
            left = x + dp(12) if number == 0 else x + wide - dp(12) - across
            ground.token = "hero" if words.width else None
            ground.place(left, y + dp(12), across, tall)
            words.center(left, y + dp(12), across, tall)

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x, self.y, self.width, self.height

    def _take(self, touch: Any) -> None:
        self.at = max(0.0, min(1.0, (touch.x - self.x) / max(self.width, 1)))

    def on_touch_down(self, touch: Any) -> bool:
        if self.disabled or touch.is_mouse_scrolling or not self.collide_point(*touch.pos):
            return False
        # Away from the handle a finger scrolls the page, and a tap is no wish.
        if abs(touch.x - self._split()) > dp(HANDLE):
            return False
        touch.grab(self)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        self._take(touch)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self._take(touch)
        return True
