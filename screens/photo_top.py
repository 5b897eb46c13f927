"""The head of the screens of pictures: back at the left, help at the right, since no menu stands beside them."""
from __future__ import annotations

from typing import Any

from screens.base import Screen
from screens.widgets.page import WIDE_DP
from screens.widgets.topbar import TopBar


def photo_top(screen: Screen, title: str, back: str, icon: str = "arrow-left", **kwargs: Any) -> TopBar:
    """Fires "back" and "help" of the screen."""
    kwargs.setdefault("measure_dp", WIDE_DP if screen.desktop else 640)
    return TopBar(
        title, on_back=lambda: screen.intent("back"), back_name=back, back_icon=icon,
        on_help=lambda: screen.intent("help"), **kwargs,
    )  # fmt: skip
