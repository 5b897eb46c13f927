"""OutlineBoard: a whole picture on which a finger draws lines."""
from __future__ import annotations

from math import hypot
from typing import Any

from kivy.metrics import dp

from screens.widgets.outline import OutlinedPicture

Point = tuple[float, float]
# Closer points add nothing that is seen; more lines than this are no outline.
LEAST, MOST_LINES, MOST_POINTS = 0.012, 40, 200


class OutlineBoard(OutlinedPicture):
    """Fills the room it is given with the whole picture in the middle. `outline` is what is drawn."""

    def __init__(self, pictures: Any, **kwargs: Any) -> None:
        self._line: list[Point] = []
        kwargs.setdefault("size_hint", (1, 1))
        super().__init__(pictures, **kwargs)

    def take_back(self) -> None:
        """Take the line drawn last away."""
        self.outline = self.outline[:-1]

    def box(self) -> tuple[float, float, float, float]:
        """x, y, width, height of the picture: all of it is seen."""
        texture: Any = self.texture
        wide, tall = self.width - dp(40), self.height - dp(8)
        if texture is not None and min(wide, tall) > 0:
            scale = min(wide / texture.width, tall / texture.height)
            wide, tall = texture.width * scale, texture.height * scale
        return self.x + (self.width - wide) / 2, self.y + (self.height - tall) / 2, wide, tall

    def frame_box(self) -> tuple[float, float, float, float]:
        return self.box()

    def fit(self, width: float) -> None:
        """Its height is that of its room."""

    def place_frame(self) -> None:
        self._frame.place(*self.box(), lost=self.lost)

    def on_touch_down(self, touch: Any) -> bool:
        x, y, wide, tall = self.box()
        inside = x <= touch.x <= x + wide and y <= touch.y <= y + tall
        if touch.is_mouse_scrolling or self.texture is None or not inside or len(self.outline) >= MOST_LINES:
            return False
        touch.grab(self)
        self._line = [self._at(touch)]
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        point, last = self._at(touch), self._line[-1]
        if hypot(point[0] - last[0], point[1] - last[1]) >= LEAST and len(self._line) < MOST_POINTS:
            before = self.outline[:-1] if len(self._line) > 1 else self.outline
            self._line.append(point)
            self.outline = (*before, tuple(self._line))
        return True

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        return True

    def _at(self, touch: Any) -> Point:
        x, y, wide, tall = self.box()
        across, down = (touch.x - x) / wide, 1 - (touch.y - y) / tall
        return round(min(max(across, 0.0), 1.0), 4), round(min(max(down, 0.0), 1.0), 4)
