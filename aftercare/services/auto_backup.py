"""Backups that are made by themselves, into a folder of the patient's choice, which a cloud may sync."""
from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from aftercare.core.backup import BackupPlaces, Saved
from aftercare.core.backup_due import file_name, is_due, leftovers, ours, too_old
from aftercare.core.backup_errors import PasswordNeeded
from aftercare.core.backup_settings import (
    BACKUP_FOLDER,
    BACKUP_LAST,
    BACKUP_MARK,
    BACKUP_PASSWORD,
    BACKUP_PLACES,
    BACKUP_PROBLEM,
    BACKUP_TRIED,
)
from aftercare.core.data_errors import DataError
from aftercare.core.instants import from_utc_text, utc_text
from aftercare.services.backup import Backups, checked_password

_LAST_AUTO = "backup_last_auto"


@dataclass(frozen=True, slots=True)
class AutoBackup:
    """`folder` "": switched off. `last`: the last backup of any kind, UTC. `problem`: why the last try failed.

    `protected`: whether a password locks them.
    """

    folder: str = ""
    last: datetime | None = None
    problem: str = ""
    protected: bool = False


class AutoBackups:
    """The automatic backups of one device."""

    def __init__(self, backups: Backups) -> None:
        self._backups, self._settings = backups, backups.settings

    def state(self) -> AutoBackup:
        """What the settings show. Raises DataError."""
        settings = self._settings
        return AutoBackup(
            settings.get(BACKUP_FOLDER), _instant(settings.get(BACKUP_LAST)), settings.get(BACKUP_PROBLEM),
            bool(settings.get(BACKUP_PASSWORD)),
        )  # fmt: skip

    def choose(self, folder: str, password: str = "") -> Saved:
        """Use a folder from now on, and save the first backup there. The password is kept with the other data.

        Raises BackupNotSaved, PasswordNeeded, InvalidInput or DataError; then nothing was chosen.
        """
        saved = self._save(folder, checked_password(password))
        self._put(BACKUP_PASSWORD, password)
        self._put(BACKUP_FOLDER, folder)
        self._note()
        return saved

    def stop(self) -> None:
        """Make none any more; those that were made stay."""
        for name in (BACKUP_FOLDER, BACKUP_PASSWORD, BACKUP_PROBLEM):
            self._put(name, "")
        self._note()

    def run_if_due(self) -> Saved | None:
        """Make one if it is time. A failure becomes `problem`, and is tried again an hour later; nothing is raised."""
        try:
            return self._run()
        except DataError:
            # Locked, or in use: whoever opens the data next makes it up.
            return None

    def made(self) -> list[str]:
        """The paths of all that were made by themselves and are still there, in every folder that was chosen."""
        files, mark = self._backups.files, self._settings.get(BACKUP_MARK)
        found: list[str] = []
        for folder in self._places():
            try:
                names = files.names(folder)
                found += [files.join(folder, name) for name in (*ours(names, mark), *leftovers(names, mark))]
            except DataError:
                continue
        return found

    def _run(self) -> Saved | None:
        settings, now = self._settings, self._backups.clock.now()
        folder = settings.get(BACKUP_FOLDER)
        if folder:
            self._note()
        last, tried = _instant(settings.get(_LAST_AUTO)), _instant(settings.get(BACKUP_TRIED))
        if not folder or not is_due(now, last, tried):
            return None
        # First: a try that ends the app must not be made again and again.
        self._put(BACKUP_TRIED, utc_text(now))
        try:
            saved = self._save(folder, settings.get(BACKUP_PASSWORD))
        except DataError as error:
            self._put(BACKUP_PROBLEM, str(error))
            return None
        self._put(BACKUP_PROBLEM, "")
        return saved

    def _save(self, folder: str, password: str) -> Saved:
        files, now = self._backups.files, self._backups.clock.now()
        if self._backups.is_sealed() and not password:
            raise PasswordNeeded
        mark = self._settings.get(BACKUP_MARK)
        if not mark:
            mark = secrets.token_hex(4)
            self._put(BACKUP_MARK, mark)
        crashed = leftovers(files.names(folder), mark)
        if folder not in self._places():
            # Before anything is written there, so that deleting everything finds it.
            self._put(BACKUP_PLACES, json.dumps([*self._places(), folder]))
        made = file_name(now, mark)
        saved = self._backups.save(files.join(folder, made), password)
        self._put(_LAST_AUTO, utc_text(now))
        for name in (*crashed, *too_old(files.names(folder), mark, made)):
            files.remove(files.join(folder, name))
        return saved

    def _places(self) -> list[str]:
        try:
            kept = json.loads(self._settings.get(BACKUP_PLACES) or "[]")
        except ValueError:
            return []
        return [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []

    def _note(self) -> None:
        """Have the places known where the settings cannot be read. Without the note a backup is as good as with it."""
        wanted = BackupPlaces(
            self._settings.get(BACKUP_MARK), tuple(self._places()), bool(self._settings.get(BACKUP_FOLDER))
        )
        with suppress(DataError):
            if self._backups.files.noted_places() != wanted:
                self._backups.files.note_places(wanted)

    def _put(self, name: str, value: str) -> None:
        if self._settings.get(name) != value:
            self._settings.put(name, value)


def _instant(text: str) -> datetime | None:
    try:
        return from_utc_text(text) if text else None
    except ValueError:
        return None
