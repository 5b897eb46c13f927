"""Bringing the children of a box in line with what is wanted."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def keep(box: Any, wanted: Sequence[Any]) -> None:
    """Have exactly these widgets in a box, in this order; nothing moves when they are there already."""
    there = list(reversed(box.children))
    if there == list(wanted):
        return
    for widget in there:
        box.remove_widget(widget)
    for widget in wanted:
        if widget.parent is not None:
            widget.parent.remove_widget(widget)
        box.add_widget(widget)
