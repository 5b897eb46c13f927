"""One of a few, in equal parts of the width: Halves."""
from __future__ import annotations

from typing import Any

from screens.widgets.buttons import Pill
from screens.widgets.choices import PillGroup
from screens.widgets.layout import Grid2


class Halves(Grid2, PillGroup):
    """Pills of equal width of which one is on, one below the other in large text. Bind to `chosen`."""

    def make(self, words: str) -> Any:
        return Pill(words, role="radio", hug=False, size_hint_x=1)
