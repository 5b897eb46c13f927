"""Sheets over the screen: at most one limit is open at a time, and it follows the clock like the screen below it."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.core.window import Window

from aftercare.services.snapshot import Snapshot


class Layers:
    """Opens, renders and closes sheets. `act(intent, **payload)` answers what is done on them."""

    def __init__(self, act: Callable[..., None]) -> None:
        self._act = act
        self._limit: Any = None
        self._activity = ""

    def open_limit(self, activity: str, snapshot: Snapshot) -> None:
        """Show the sheet of an activity."""
        from screens.limit import LimitSheet

        self.close_all()
        self._activity = activity
        self._limit = LimitSheet()
        self._limit.bind(on_intent=lambda _sheet, intent, payload: self._act(intent, **payload))
        self._limit.bind(on_close=lambda *_: self._forget())
        self.follow(snapshot)
        self._limit.open(Window)

    def follow(self, snapshot: Snapshot) -> None:
        """Render the open sheet anew."""
        if self._limit is not None:
            from aftercare.presenters import limit

            self._limit.render(limit.build_state(snapshot, self._activity))

    def close_top(self) -> bool:
        """Close the sheet on top; False when there is none."""
        if self._limit is None:
            return False
        self._limit.close()
        return True

    def close_all(self) -> None:
        """Leave nothing open."""
        self.close_top()

    def _forget(self) -> None:
        self._limit = None
