"""One day of a month: its number, with a disc when chosen and a ring when it is today."""

from __future__ import annotations

from datetime import date
from typing import Any

from kivy.graphics import Mesh, Rectangle
from kivy.metrics import dp
from kivy.properties import ObjectProperty

from screens.widgets.draw import Paint
from screens.widgets.drawing import REGULAR, SEMIBOLD, glyphs, ramp
from screens.widgets.geometry import arc
from screens.widgets.meshes import disc, stroke
from screens.widgets.press import Pressable


class DayCell(Pressable):
    """A button for a day of the shown month; a day of a neighbouring month is only drawn, dimmed."""

    day = ObjectProperty(None, allownone=True)

    def __init__(self, grid: Any, **kwargs: Any) -> None:
        self._grid = grid
        self._mark: Paint | None = None
        self._type_size = 17.0
        self._marked = (False, False)
        super().__init__(role="", radius=22, size_hint=(None, None), **kwargs)

    def build(self) -> None:
        self._number = Paint(self, "ink")
        self.digits = Rectangle(size=(0, 0))
        self.canvas.add(self.digits)

    def show(self, day: date, name: str, *, inside: bool, enabled: bool, chosen: bool, is_today: bool) -> None:
        """Take on a day; `name` is what a reader speaks."""
        self.day, self.name = day, name
        self.role = "button" if inside else ""
        self.selected = chosen and inside
        self.disabled = not (inside and enabled)
        self._marked = self.selected, is_today and inside
        self._number.token = "onPrimary" if self.selected else "primary" if self._marked[1] else "ink"
        if any(self._marked) and self._mark is None:
            self._mark = Paint(self, "primary", canvas=self.canvas.before)
            self._shape = Mesh(mode="triangles", texture=ramp())
            self.canvas.before.add(self._shape)
        if self._mark:
            self._mark.token = "primary" if any(self._marked) else None
        self.place()

    def set_type(self, size: float) -> None:
        """The size of the number in pixels."""
        self._type_size = size
        self.place()

    @property
    def tab_stop(self) -> bool:
        """Whether Tab stops here: one day of a month does, and the arrows go on from it."""
        return self._grid.tab_day() == self.day

    def press(self) -> None:
        if not self.disabled:
            super().press()
            self._grid.choose(self.day)

    def key(self, key: str) -> DayCell | None:
        """Where an arrow key leads from here; the caller moves the focus to it."""
        found: DayCell | None = self._grid.key(self.day, key)
        return found

    def shape_box(self) -> tuple[float, float, float, float]:
        side = min(self.width, self.height) - dp(4)
        return self.x + (self.width - side) / 2, self.y + (self.height - side) / 2, side, side

    def tint_token(self) -> str:
        return "onPrimary" if self.selected else "ink"

    def place(self) -> None:
        if self.day is None or self.width < 1:
            return
        if self._mark and self._mark.token:
            radius, line = self.shape_box()[2] / 2, dp(2)
            x, y = self.x + self.width / 2, self.y + self.height / 2
            ring = stroke(arc(x, y, radius - line / 2, 0, 360), line)
            data = disc(x, y, radius) if self.selected else ring
            self._shape.vertices, self._shape.indices = data.vertices, data.indices
        font = SEMIBOLD if any(self._marked) else REGULAR
        # The label is kept along with its texture, which it fills again when a context is lost.
        self._label = glyphs(str(self.day.day), font, self._type_size)
        width, height = self._label.texture.size
        self.digits.texture, self.digits.size = self._label.texture, (width, height)
        self.digits.pos = round(self.x + (self.width - width) / 2), round(self.y + (self.height - height) / 2)
