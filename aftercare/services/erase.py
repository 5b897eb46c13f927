"""Deleting everything: what wakes us, the keys, the data, the pictures, and on request the backups the app made.

It is noted on the disk before anything goes, so that whatever interrupts it, the next start goes on. Slow: never call
it on the thread that draws. Whoever holds data in memory, such as a window, opens anew afterwards.
"""
from __future__ import annotations

from collections.abc import Callable

from aftercare.core.alarm_port import AlarmScheduler, Outcome
from aftercare.core.backup_port import BackupPorts
from aftercare.core.data_errors import DataError
from aftercare.core.erase import Erased, Gone, Left, What, Wish
from aftercare.core.instants import Clock
from aftercare.services import closed_app
from aftercare.services.auto_backup import AutoBackups
from aftercare.services.backup import Backups

_FILES = (What.LOCK, What.DATA, What.PHOTOS, What.COPIES, What.LOGS, What.BACKUPS)


class Eraser:
    """Deletes everything of one data folder. `scheduler` is made when it is needed.

    `lock`: closes the app lock, for a key without its file would seal what nobody can open any more.
    """

    def __init__(
        self, ports: BackupPorts, clock: Clock, scheduler: Callable[[], AlarmScheduler],
        lock: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        self._folder, self._settings, self._scheduler = ports.folder, ports.settings, scheduler
        self._auto = AutoBackups(Backups(ports, clock))
        self._exclusive, self._drop, self._lock = ports.data.exclusive, ports.forget, lock

    def automatic_backups(self) -> tuple[str, ...]:
        """The paths of backups that the app made by itself, to ask whether they go too."""
        try:
            return tuple(self._auto.made())
        except DataError:
            return ()

    def erase(self, with_backups: bool = False) -> Erased:
        """Delete everything now. Raises DataBusy or UnsavedData, and then nothing went."""
        wish = Wish(self.automatic_backups() if with_backups else ())
        # A delivery that is under way ends first.
        with self._exclusive():
            self._folder.begin(wish)
            return self._go_on()

    def finish_interrupted(self) -> Erased | None:
        """Go on with what was interrupted; None when nothing was. For each start, before the data is read.

        Raises DataBusy or UnsavedData.
        """
        self._folder.remove_logs_left()
        if self._folder.wished() is None:
            return None
        with self._exclusive():
            return self._go_on()

    def _go_on(self) -> Erased:
        gone: list[Gone] = []
        left: list[Left] = []
        outcome = self._silence()
        if outcome.ok:
            gone.append(Gone(What.ALARMS))
        else:
            left.append(Left(What.ALARMS, reason=outcome.reason))
        for what in _FILES:
            count, still = self._folder.remove(what)
            if count:
                gone.append(Gone(what))
            if still:
                left.append(Left(what, tuple(still)))
        self._lock()
        self._drop()
        if all(each.what is What.LOGS for each in left):
            self._folder.finish(logs_later=bool(left))
        return Erased(tuple(gone), tuple(left))

    def _silence(self) -> Outcome:
        scheduler = self._scheduler()
        try:
            return closed_app.disable(scheduler, self._settings)
        except DataError:
            # Locked or damaged data tells nothing of a consent; what wakes us goes all the same.
            return scheduler.remove()
