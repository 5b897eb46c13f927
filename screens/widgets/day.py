"""One day of a month: its number, with a disc when chosen and a ring when it is today."""

from __future__ import annotations

from datetime import date
from typing import Any

from kivy.metrics import dp
from kivy.properties import ObjectProperty

from screens.widgets.draw import Edge, Fill, Glyphs
from screens.widgets.press import Pressable


class DayCell(Pressable):
    """A button for a day of the shown month; a day of a neighbouring month is only drawn, dimmed."""

    day = ObjectProperty(None, allownone=True)

    def __init__(self, grid: Any, **kwargs: Any) -> None:
        self._grid = grid
        self._disc: Fill | None = None
        self._ring: Edge | None = None
        self._styles = ("body", "button")
        self._marked = (False, False)
        super().__init__(role="", radius=22, size_hint=(None, None), **kwargs)

    def build(self) -> None:
        self._number = Glyphs(self, "ink")

    def show(self, day: date, name: str, *, inside: bool, enabled: bool, chosen: bool, is_today: bool) -> None:
        """Take on a day; `name` is what a reader speaks."""
        self.day, self.name = day, name
        self.role = "button" if inside else ""
        self.selected = chosen and inside
        self.disabled = not (inside and enabled)
        self._marked = self.selected, is_today and inside
        self._number.token = "onPrimary" if self.selected else "primary" if self._marked[1] else "ink"
        if self._marked[0] and self._disc is None:
            self._disc = Fill(self, "primary", 1, canvas=self.canvas.before)
        if self._marked[1] and self._ring is None:
            self._ring = Edge(self, "primary", dp(2), dp(500), canvas=self.canvas.before)
        if self._disc:
            self._disc.token = "primary" if self._marked[0] else None
        if self._ring:
            self._ring.token = "primary" if self._marked[1] and not self._marked[0] else None
        self.place()

    def set_styles(self, plain: str, strong: str) -> None:
        """The styles of the number, plain and marked."""
        self._styles = plain, strong
        self.place()

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
        return self.center_x - side / 2, self.center_y - side / 2, side, side

    def tint_token(self) -> str:
        return "onPrimary" if self.selected else "ink"

    def place(self) -> None:
        if self.day is None or self.width < 1:
            return
        box = self.shape_box()
        if self._disc:
            self._disc.shape.radius = [box[2] / 2]
            self._disc.place(*box)
        if self._ring:
            self._ring.place(*box)
        self._number.set(str(self.day.day), self._styles[1] if any(self._marked) else self._styles[0])
        self._number.center(*self.pos, *self.size)
