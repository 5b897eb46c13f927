"""Keeping our screens out of the list of open apps and out of screenshots, where the system allows it."""
from __future__ import annotations

from typing import Protocol


class ScreenPrivacy(Protocol):
    """Hides what the window shows from the rest of the system."""

    @property
    def can_hide(self) -> bool:
        """Whether this system can do it at all."""
        ...

    def hide(self, on: bool) -> None:
        """Hide from now on, or no longer. Raises nothing."""
        ...


class NoPrivacy:
    """ScreenPrivacy of a system that cannot hide a window."""

    can_hide = False

    def hide(self, on: bool) -> None:
        """Nothing can be done."""
