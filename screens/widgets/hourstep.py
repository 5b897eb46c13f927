"""HourStep: one end of a stretch of hours, with less and more on a sand ground."""
from __future__ import annotations

from typing import Any

from screens.widgets.stepper import Stepper


class HourStep(Stepper):
    """A Stepper that lies on a card."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, color="sand", radius=18, padding=[16, 10, 12, 12], **kwargs)
        for button in (self.less, self.more):
            button._fill.token = "card"
