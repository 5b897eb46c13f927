"""A place of the app: which presenter and which screen belong together, and what the patient chose there."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds


class Place:
    """One screen with its state. `menu`: the menu stands beside it. `tab`: its key in the menu."""

    menu = True
    tab = ""
    # Whether the first frame is on the screen: what is read only then may be read.
    first_frame_shown = False
    # Whether it keeps the looks and the language it was opened with, whatever is stored by now.
    keeps_looks = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        self.patient, self.deeds = patient, deeds
        self._screen: Screen | None = None

    @property
    def screen(self) -> Screen:
        """The screen, made when the place is first visited."""
        if self._screen is None:
            self._screen = self.make()
        return self._screen

    def make(self) -> Screen:
        raise NotImplementedError

    def render(self, snapshot: Snapshot) -> datetime | None:
        """Show the present state; returns the UTC instant at which it changes by itself."""
        raise NotImplementedError

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        """Take an intent that concerns only this place; True when it was taken."""
        return False
