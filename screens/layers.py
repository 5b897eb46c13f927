"""Sheets over the screen: at most one limit is open at a time, and it follows the clock like the screen below it."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.core.window import Window

from aftercare.services.snapshot import Snapshot
from screens.widgets.focus import focus


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
        self._limit.bind(on_close=self._forget)
        self.follow(snapshot)
        self._limit.open(Window)

    def open_clinic_plan(self) -> None:
        """Say what stands in for plans from the clinic."""
        from aftercare.presenters.welcome import clinic_plan
        from screens.widgets.sheet import paper_sheet

        paper_sheet(clinic_plan()).open(Window)

    def follow(self, snapshot: Snapshot) -> None:
        """Render the open sheet anew."""
        if self._limit is not None:
            from aftercare.presenters import limit

            self._limit.render(limit.build_state(snapshot, self._activity))

    def close_all(self) -> None:
        """Leave nothing open, whoever opened it."""
        for layer in reversed(list(focus.layers)):
            layer.close()

    def _forget(self, sheet: Any) -> None:
        self._act("read-aloud", text="")
        # One that is still leaving must not take its follower with it.
        if sheet is self._limit:
            self._limit = None
