"""The place where a backup is opened: chosen, looked into, put in, and taken out again."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from kivy.utils import platform

from aftercare.core.backup import Preview, Restored
from aftercare.core.backup_errors import BackupRefused, Fault
from aftercare.presenters import restore_page
from aftercare.presenters.restore_state import RestoreView
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.data_desk import Refused
from screens.deeds import Deeds
from screens.places_data import DataPlace

# Where a file can be dropped on the window.
DROPS = platform not in ("android", "ios")


class RestorePlace(DataPlace):
    """Opening a backup."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = RestoreView()
        self._known: tuple[str, ...] = ()
        self._password = ""

    def make(self) -> Screen:
        from screens.restore import RestoreScreen

        return RestoreScreen()

    def begin(self) -> None:
        """Opened from More."""
        if not self.view.busy:
            self.view, self._password = RestoreView(), ""
        self._known = self.desk.known()
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        self.screen.render(restore_page.build_state(snapshot, self.view, self._known, self.desk.dialog.works, DROPS))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if self.view.busy:
            # What is under way comes to its end first.
            return intent in ("look-backup", "put-in", "undo-restore", "restore-mode", "choose-backup", "other-backup")
        if intent in ("look-backup", "dropped-file"):
            self._look(payload.get("path") or self.view.path, payload.get("password", ""))
        elif intent == "choose-backup":
            self.desk.choose_file(self._chosen)
        elif intent == "put-in":
            self._put_in()
        elif intent == "undo-restore":
            self._undo()
        else:
            followed = restore_page.follow(self.view, intent, payload)
            if followed is None:
                return False
            self.view = followed
        return True

    def look_into(self, path: str, password: str, done: Callable[[Preview], None], refused: Refused) -> None:
        """Read a backup."""
        self.desk.look(path, password, done, refused)

    def restore(
        self, view: RestoreView, password: str, done: Callable[[Restored], None], refused: Refused
    ) -> None:
        """Put the previewed backup in."""
        self.desk.restore(view.path, view.mode, password, done, refused)

    def _chosen(self, path: str | None) -> None:
        if path:
            self._look(path, "")
            self.news()

    def _look(self, path: str, password: str) -> None:
        self.view = RestoreView(path, asks=self.view.asks and path == self.view.path, busy=True)

        def done(preview: Preview) -> None:
            self._password = password
            self.view = RestoreView(path, preview=preview)
            self.news()

        def refused(fault: Exception) -> None:
            why = fault.fault if isinstance(fault, BackupRefused) else None
            asks = why in (Fault.NO_PASSWORD, Fault.WRONG_PASSWORD)
            said = "" if why is Fault.NO_PASSWORD and not password else str(fault)
            self.view = RestoreView(path, asks=asks, fault=said)
            self.news()

        self.look_into(path, password, done, refused)

    def _put_in(self) -> None:
        view = self.view = replace(self.view, busy=True, fault="")

        def done(did: Restored) -> None:
            self._password = ""
            self.view = RestoreView(view.path, restored=did)
            self._changed()

        self.restore(view, self._password, done, self._refused)

    def _undo(self) -> None:
        did = self.view.restored
        if did is None or not did.copy:
            return
        self.view = replace(self.view, busy=True, fault="")

        def done(_back: Restored) -> None:
            self.view = RestoreView(restored=replace(did, copy=""), undone=True)
            self._changed()

        self.desk.put_back(did.copy, done, self._refused)

    def _changed(self) -> None:
        self.deeds.photo_desk.drop_pictures()
        self.screen.intent("data-changed")

    def _refused(self, fault: Exception) -> None:
        self.view = replace(self.view, busy=False, fault=str(fault))
        self.news()
