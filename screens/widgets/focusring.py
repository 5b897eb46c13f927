"""The outline of the control that has the keyboard."""
from __future__ import annotations

from typing import Any

from kivy.graphics import Color, InstructionGroup, SmoothLine
from kivy.metrics import dp

from screens.widgets.theme import theme

# Of the design, in dp; the halo is ours.
GAP, LINE, HALO = 2.0, 3.0, 2.0


class FocusRing:
    """3 dp of primary with a gap of 2 dp, drawn with the control so that it scrolls with it.

    A line of the ground's colour around it keeps it seen on the hero, the lock and the red of emergencies.
    """

    def __init__(self) -> None:
        self._group = InstructionGroup()
        self._color = Color(rgba=theme.primary)
        self._line = SmoothLine(width=dp(LINE / 2), overdraw_width=1.0)
        self._halo_color = Color(rgba=theme.card)
        self._halo = SmoothLine(width=dp(HALO / 2), overdraw_width=1.0)
        for part in (self._halo_color, self._halo, self._color, self._line):
            self._group.add(part)
        self._on: Any = None

    def show(self, control: Any) -> None:
        """Outline this control, or none."""
        if self._on is not None:
            self._on.canvas.after.remove(self._group)
            self._on.funbind("pos", self._place)
            self._on.funbind("size", self._place)
        self._on = control
        if control is not None:
            control.canvas.after.add(self._group)
            control.fbind("pos", self._place)
            control.fbind("size", self._place)
            self._color.rgba, self._halo_color.rgba = theme.primary, theme.bg if theme.dark else theme.card
            self._place()

    def _place(self, *_: Any) -> None:
        control = self._on
        box = control.shape_box() if hasattr(control, "shape_box") else (*control.pos, *control.size)
        x, y, width, height = box
        for line, out in ((self._line, dp(GAP + LINE / 2)), (self._halo, dp(GAP + LINE + HALO / 2))):
            radius = min(dp(getattr(control, "radius", 12)) + out, (height + 2 * out) / 2, (width + 2 * out) / 2)
            line.rounded_rectangle = (x - out, y - out, width + 2 * out, height + 2 * out, radius, 24)
