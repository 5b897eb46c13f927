"""The place of the other versions that are kept since a backup was put in. Imported when visited."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from kivy.core.window import Window

from aftercare.core.kept_versions import KeptVersion
from aftercare.presenters import versions_page
from aftercare.presenters.versions_state import VersionsView
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places_data import DataPlace
from screens.widgets.toast import UndoBar

Undo = Callable[[], None]


class VersionsPlace(DataPlace):
    """Both versions of each entry; either is put in use, or the other one deleted."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = VersionsView()
        self._used = self._deleted = ""
        self._bar: Any = None

    def make(self) -> Screen:
        from screens.versions import VersionsScreen

        return VersionsScreen()

    def begin(self) -> None:
        """Opened from More, or after a backup was put in."""
        self.view = VersionsView()
        self.screen.begin()
        self._read()

    def render(self, snapshot: Snapshot) -> datetime | None:
        state = versions_page.build_state(snapshot, self.patient.catalogue.advice(), self.view)
        self._used, self._deleted = state.used, state.deleted
        self.screen.render(state)
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "use-version":
            self._do(self.desk.versions.use, payload["id"], self._used)
        elif intent == "delete-version":
            self._do(self.desk.versions.give_up, payload["id"], self._deleted)
        else:
            return False
        return True

    def _read(self) -> None:
        def done(found: tuple[KeptVersion, ...]) -> None:
            self.view = VersionsView(found)
            self.news()

        self.desk.run(lambda: self.desk.versions.all(), done, self._refused)

    def _do(self, deed: Callable[[str], Undo], version: str, said: str) -> None:
        if self.view.busy:
            return
        self.view = replace(self.view, busy=True, fault="")
        if self._bar is not None:
            # Two bars over each other would hide which of them is undone.
            self._bar.leave()

        def done(undo: Undo) -> None:
            self._changed()
            self._bar = UndoBar(said, on_undo=lambda: self._take_back(undo)).show(Window)

        self.desk.run(lambda: deed(version), done, self._refused)

    def _take_back(self, undo: Undo) -> None:
        self.desk.run(undo, lambda _nothing: self._changed(), self._refused)

    def _changed(self) -> None:
        self.deeds.photo_desk.drop_pictures()
        self.screen.intent("data-changed")
        self._read()

    def _refused(self, fault: Exception) -> None:
        self.view = replace(self.view, busy=False, fault=str(fault))
        self.news()
