"""TickRow: a CheckRow that shows what it is told."""
from __future__ import annotations

from screens.widgets.checks import CheckRow


class TickRow(CheckRow):
    """Pressed, it only says so: who listens stores the tick, and sets `on` from what is stored."""

    def on_press(self) -> None:
        """The tick follows what is stored."""
