"""The automatic backup of the day, made while the window is open, beside the thread that draws."""
from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock

from aftercare.core.backup_settings import BACKUP_FOLDER
from aftercare.core.data_errors import DataError
from aftercare.services.patient import Patient

if TYPE_CHECKING:
    from aftercare.services.backup import Backups

# Seconds between two looks at whether it is due.
LOOKS_EVERY = 3600


class AutoBackup:
    """Looks now and then whether a patient's backup is due."""

    def __init__(self, patient: Patient) -> None:
        self._patient = patient

    def begin(self) -> None:
        """The first frame is shown: look now, and from now on."""
        self.look()
        Clock.schedule_interval(self.look, LOOKS_EVERY)

    def look(self, *_: Any) -> None:
        """Make the backup if it is time and the patient chose a folder for it."""
        with suppress(DataError):
            if self._patient.make_backups is not None and self._patient.settings.get(BACKUP_FOLDER):
                threading.Thread(target=_back_up, args=[self._patient.make_backups()], name="backup").start()


def _back_up(backups: Backups) -> None:
    from aftercare.services.auto_backup import AutoBackups

    AutoBackups(backups).run_if_due()
