"""PhotoTile: a square picture with its words below, as one button."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from screens.widgets.draw import Edge, Glyphs
from screens.widgets.picture import Frame
from screens.widgets.press import Pressable


class PhotoTile(Pressable):
    """A square picture with its words below, as one button; `on` rings it."""

    REFIT: tuple[str, ...] = ("caption", "on")
    texture = ObjectProperty(None, allownone=True)
    lost = BooleanProperty(False)
    caption = StringProperty("")
    on = BooleanProperty(False)
    RING = 5.0

    def __init__(self, pictures: Any, **kwargs: Any) -> None:
        self.pictures = pictures
        self.key: tuple[str, bool] | None = None
        super().__init__(**kwargs)

    def show(self, photo_id: str, name: str, caption: str = "", on: bool = False) -> None:
        """Show this picture and its words."""
        self.name, self.caption, self.on = name, caption, on
        if self.role == "checkbox":
            self.checked = on
        if self.key != (photo_id, False):
            self.key = (photo_id, False)
            self.pictures.show(self)

    def build(self) -> None:
        self._frame = Frame(self, dp(18))
        self._edge = Edge(self, None, dp(2.5), dp(21))
        self._words = Glyphs(self, "ink2")

    def on_texture(self, *_: Any) -> None:
        if self._ready:
            self._frame.texture = self.texture
            self.place()

    on_lost = on_texture

    def _side(self, width: float) -> float:
        return float(width - 2 * dp(self.RING)) if self.role == "checkbox" else float(width)

    def fit(self, width: float) -> float:
        self._edge.token = "primary" if self.on else None
        self._words.token = "ink" if self.on else "ink2"
        style = "small_strong" if self.on else "small"
        tall = self._words.set(self.caption, style, width, "center") if self.caption else 0.0
        return round(width) + (dp(6) + tall if tall else 0.0)

    def place(self) -> None:
        side, inner = self.width, self._side(self.width)
        # `top` may still be that of the last place while this is told of the new one.
        top = self.y + self.height
        x, y = self.x + (side - inner) / 2, top - side + (side - inner) / 2
        self._frame.place(x, y, inner, inner, self.lost)
        self._edge.place(self.x, top - side, side, side)
        if self.caption:
            middle = self.x + (side - self._words.width) / 2
            self._words.place(middle, top - side - dp(6) - self._words.height)
        else:
            self._words.set("", "small")

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x, self.y + self.height - self.width, self.width, self.width
