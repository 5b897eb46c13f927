"""Backups and deleting as the window deals with them: slow work runs in a thread, answers come where it draws."""
from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock

from aftercare.core.data_errors import DataError
from aftercare.core.errors import InvalidInput
from aftercare.core.file_port import Chosen, FileDialog
from aftercare.core.privacy_port import NoPrivacy, ScreenPrivacy
from aftercare.services.patient import Patient

if TYPE_CHECKING:
    from aftercare.core.alarm_port import AlarmScheduler
    from aftercare.core.backup import Found, Mode, Preview, Restored, Saved
    from aftercare.core.erase import Erased
    from aftercare.services.auto_backup import AutoBackups
    from aftercare.services.backup import Backups
    from aftercare.services.erase import Eraser
    from aftercare.services.rescue import Rescue
    from aftercare.services.versions import Versions

Refused = Callable[[Exception], None]


class DataDesk:
    """`make_dialog()`: the system's dialogs; `scheduler()`: what wakes this system."""

    def __init__(
        self, patient: Patient, make_dialog: Callable[[], FileDialog], scheduler: Callable[[], AlarmScheduler],
        privacy: ScreenPrivacy | None = None,
    ) -> None:  # fmt: skip
        self.patient, self._make_dialog, self._scheduler = patient, make_dialog, scheduler
        self.privacy = privacy or NoPrivacy()
        # Whether a dialog of the system is in front.
        self.away = False
        # What is slow happens one after the other.
        self._turn = threading.Lock()

    @cached_property
    def dialog(self) -> FileDialog:
        return self._make_dialog()

    @cached_property
    def backups(self) -> Backups:
        if self.patient.make_backups is None:
            raise RuntimeError("no data folder is wired")
        return self.patient.make_backups()

    @cached_property
    def daily(self) -> AutoBackups:
        from aftercare.services.auto_backup import AutoBackups

        return AutoBackups(self.backups)

    @cached_property
    def rescue(self) -> Rescue:
        from aftercare.services.rescue import Rescue

        return Rescue(self.backups.ports, self.backups.clock)

    @cached_property
    def versions(self) -> Versions:
        from aftercare.services.versions import Versions

        return Versions(self.backups.data, self.backups.clock)

    @cached_property
    def eraser(self) -> Eraser:
        if self.patient.make_eraser is None:
            raise RuntimeError("no data folder is wired")
        return self.patient.make_eraser(self._scheduler)

    def save(self, folder: str, name: str, password: str, done: Callable[[Saved], None], refused: Refused) -> None:
        """Write a backup into a folder; one of the two follows where the window draws."""
        files = self.backups.files
        self.run(lambda: self.backups.save(files.join(folder, name), password), done, refused)

    def save_daily(self, folder: str, password: str, done: Callable[[Saved], None], refused: Refused) -> None:
        """Use a folder for backups of every day."""
        self.run(lambda: self.daily.choose(folder, password), done, refused)

    def look(self, path: str, password: str, done: Callable[[Preview], None], refused: Refused) -> None:
        """What is in a backup."""
        self.run(lambda: self.backups.look(path, password), done, refused)

    def restore(
        self, path: str, mode: Mode, password: str, done: Callable[[Restored], None], refused: Refused
    ) -> None:
        """Put a backup in. A copy of what was here is kept first, for a way back."""
        self.run(lambda: self._restored(path, mode, password), done, refused)

    def put_back(self, copy: str, done: Callable[[Restored], None], refused: Refused) -> None:
        """What was here before a backup was put in."""
        from aftercare.core.backup import Mode

        self.run(lambda: self.backups.restore(copy, Mode.REPLACE), done, refused)

    def find(self, done: Callable[[tuple[Found, ...]], None], refused: Refused) -> None:
        """The backups that are known although the data cannot be read, the newest first."""
        self.run(lambda: self.rescue.found(), done, refused)

    def look_without_data(
        self, path: str, password: str, done: Callable[[Preview], None], refused: Refused
    ) -> None:
        """What is in a backup, while the data cannot be read."""
        self.run(lambda: self.rescue.backups.look(path, password), done, refused)

    def put_in_place(
        self, path: str, password: str, done: Callable[[Restored], None], refused: Refused
    ) -> None:
        """Put a backup in the place of data that cannot be read."""
        self.run(lambda: self.rescue.restore(path, password), done, refused)

    def erase(self, with_backups: bool, code: str, done: Callable[[Erased], None], refused: Refused) -> None:
        """Delete everything, once the code is right where one is set."""
        self.run(lambda: self._erased(with_backups, code), done, refused)

    @property
    def busy(self) -> bool:
        """Whether something slow is under way."""
        return self._turn.locked()

    def choose_folder(self, done: Callable[[str | None], None]) -> None:
        """Have a folder chosen; `done` follows where the window draws."""
        self._ask(self.dialog.choose_folder, done)

    def choose_file(self, done: Callable[[str | None], None]) -> None:
        """Have a file chosen; `done` follows where the window draws."""
        self._ask(self.dialog.open_file, done)

    def _ask(self, dialog: Callable[[Chosen], None], done: Callable[[str | None], None]) -> None:
        self.away = True

        def back(path: str | None) -> None:
            self.away = False
            done(path)

        dialog(lambda path: _in_window(back, path))

    def known(self) -> tuple[str, ...]:
        """The backups that the app made by itself and that are still there, the newest first."""
        try:
            return tuple(reversed(self.daily.made()))
        except DataError:
            return ()

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], refused: Refused) -> None:
        """Do something slow in a thread of its own."""

        def worker() -> None:
            try:
                with self._turn:
                    answer = work()
            except (DataError, InvalidInput) as fault:
                _in_window(refused, fault)
            else:
                _in_window(done, answer)

        threading.Thread(target=worker, name="data", daemon=True).start()

    def _restored(self, path: str, mode: Mode, password: str) -> Restored:
        from aftercare.core.backup import Mode

        copy = self._copy() if mode is Mode.MERGE else ""
        did = self.backups.restore(path, mode, password)
        return replace(did, copy=copy) if copy else did

    def _copy(self) -> str:
        from aftercare.core.backup import counts_of
        from aftercare.services.backup import owned

        backups = self.backups
        rows = backups.data.rows()
        if not counts_of(rows).total:
            return ""
        names = owned(rows, backups.photos.names())
        return backups.files.write_copy(backups.clock.now(), rows, names, backups.photos.read)

    def _erased(self, with_backups: bool, code: str) -> Erased:
        lock = self.patient.lock
        if lock is not None and lock.is_set:
            lock.unlock(code)
        return self.eraser.erase(with_backups)


def _in_window(call: Callable[[Any], None], answer: Any) -> None:
    Clock.schedule_once(lambda _dt: call(answer), 0)
