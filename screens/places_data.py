"""The places of the patient's data: saving a backup, and deleting everything. Imported when visited."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from aftercare.core.backup import Counts, Saved
from aftercare.core.erase import Erased
from aftercare.presenters import backup_page, erase_page
from aftercare.presenters.backup_page import BackupView
from aftercare.presenters.erase_page import EraseView
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.data_desk import DataDesk
from screens.deeds import Deeds
from screens.places import Place


class DataPlace(Place):
    """A place about all data, with the window to itself. `news()` renders it anew."""

    menu = False

    @property
    def desk(self) -> DataDesk:
        return self.deeds.data_desk

    @property
    def sealed(self) -> bool:
        """Whether a code locks the app."""
        lock = self.patient.lock
        return lock is not None and lock.is_set

    def news(self) -> None:
        self.screen.intent("data-news")


class BackupPlace(DataPlace):
    """Saving a backup."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = BackupView()

    def make(self) -> Screen:
        from screens.backup import BackupScreen

        return BackupScreen()

    def begin(self) -> None:
        """Opened from More, or before deleting everything."""
        folder = self.view.folder or self.desk.daily.state().folder or self.desk.dialog.usual_folder()
        self.view = BackupView(folder, busy=self.view.busy)
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        daily = self.desk.daily.state().folder
        self.screen.render(backup_page.build_state(snapshot, self.view, daily, self.sealed, self.desk.dialog.works))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "choose-folder":
            self.desk.choose_folder(self._chosen)
        elif intent == "backup-folder":
            self.view = replace(self.view, folder=payload["path"].strip())
        elif intent == "save-backup":
            self._save(payload["folder"].strip(), payload["password"])
        elif intent == "daily-backup":
            self._daily(bool(payload["on"]), payload["folder"].strip(), payload["password"])
        else:
            return False
        return True

    def _chosen(self, path: str | None) -> None:
        if path:
            self.view = replace(self.view, folder=path)
            self.news()

    def _save(self, folder: str, password: str) -> None:
        clock = self.patient.clock
        name = backup_page.file_name(clock.now(), clock.zone())
        self.view = BackupView(folder, busy=True)

        def done(saved: Saved) -> None:
            self.view = BackupView(folder, done=backup_page.saved_words(saved, name))
            self.news()

        self.desk.save(folder, name, password, done, self._refused)

    def _daily(self, on: bool, folder: str, password: str) -> None:
        if not on:
            self.desk.daily.stop()
            return
        self.view = BackupView(folder, busy=True)

        def done(_saved: Saved) -> None:
            self.view = BackupView(folder, done=backup_page.daily_words(folder))
            self.news()

        self.desk.save_daily(folder, password, done, self._refused)

    def _refused(self, fault: Exception) -> None:
        self.view = BackupView(self.view.folder, fault=str(fault))
        self.news()


class ErasePlace(DataPlace):
    """Deleting everything."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = EraseView()
        self._made = 0

    def make(self) -> Screen:
        from screens.erase import EraseScreen

        return EraseScreen()

    @property
    def keeps_looks(self) -> bool:  # type: ignore[override]
        """What went is said in the language and the size of type in which it was asked."""
        return self.view.busy or self.view.erased is not None

    def begin(self) -> None:
        """Opened from More."""
        if not self.view.busy:
            self.view = EraseView()
        self._made = len(self.desk.eraser.automatic_backups())
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        photos = len(self.patient.photos.all())
        counts = Counts(len(snapshot.sessions), len(snapshot.observations), photos, len(snapshot.overrides))
        newer = erase_page.newer_check_ins(snapshot)
        self.screen.render(erase_page.build_state(snapshot, self.view, counts, self._made, self.sealed, newer))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "erase-tick":
            self.view = replace(self.view, ticked=bool(payload["on"]), missing_tick=False, fault="")
        elif intent == "erase-backups":
            self.view = replace(self.view, copies_too=bool(payload["on"]))
        elif intent == "erase-now":
            self._erase(payload["code"])
        else:
            return False
        return True

    def _erase(self, code: str) -> None:
        if self.view.busy:
            return
        if not self.view.ticked:
            self.view = replace(self.view, missing_tick=True)
            return
        self.view = replace(self.view, busy=True, fault="")

        def done(erased: Erased) -> None:
            self.view = EraseView(erased=erased)
            self.deeds.photo_desk.drop_pictures()
            self.screen.intent("all-erased")

        def refused(fault: Exception) -> None:
            self.view = replace(self.view, busy=False, fault=str(fault))
            self.news()

        self.desk.erase(self.view.copies_too, code, done, refused)
