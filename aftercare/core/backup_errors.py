"""Why a backup is not written or not opened, each as one clear sentence. Nothing was changed then."""
from __future__ import annotations

from enum import StrEnum

from aftercare.core.data_errors import DataError
from aftercare.words import gettext as _
from aftercare.words import marked


class Fault(StrEnum):
    """What is wrong with a file that is to be opened."""

    MISSING = "missing"
    FOREIGN = "foreign"
    INCOMPLETE = "incomplete"
    DAMAGED = "damaged"
    UNSAFE = "unsafe"
    TOO_LARGE = "too-large"
    NEWER = "newer"
    LOCKED = "locked"
    NO_PASSWORD = "no-password"
    WRONG_PASSWORD = "wrong-password"


SENTENCES = {
    Fault.MISSING: marked("Backup: this file is not there or cannot be opened."),
    Fault.FOREIGN: marked("Backup: this file is not a backup of Aftercare."),
    Fault.INCOMPLETE: marked("Backup: the end of this file is missing. Copy it once more."),
    Fault.DAMAGED: marked("Backup: this file is damaged. Nothing was changed here."),
    Fault.UNSAFE: marked("Backup: this file was changed by another program. We do not open it."),
    Fault.TOO_LARGE: marked("Backup: this file holds more than any backup of ours. We do not open it."),
    Fault.NEWER: marked("Backup: a newer Aftercare made this file. Update this app first."),
    Fault.LOCKED: marked("Backup: this safety copy opens only in the app that made it."),
    Fault.NO_PASSWORD: marked("Password: this backup has one. Enter it first."),
    Fault.WRONG_PASSWORD: marked("Password: it does not open this file."),
}


class BackupRefused(DataError):
    """A file that is not opened; nothing of it was taken over. `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(_(SENTENCES[fault]))
        self.fault = fault


class BackupNotSaved(DataError):
    """A backup that could not be written; nothing is left of it. `full`: there is no room."""

    def __init__(self, full: bool = False) -> None:
        super().__init__(
            _("The backup was not saved. There is no room left.") if full
            else _("The backup was not saved. Choose another place.")
        )  # fmt: skip
        self.full = full


class PasswordNeeded(DataError):
    """The app is locked by a code, so that a backup outside it must not be readable by everybody."""

    def __init__(self) -> None:
        super().__init__(_("Password: choose one for your backups, as a code locks this app."))


class NotRestored(DataError):
    """A restore that the disk did not take; all is here as it was before. `full`: there is no room."""

    def __init__(self, full: bool = False) -> None:
        super().__init__(
            _("The backup was not put in. Your device is full.") if full
            else _("The backup was not put in. All is as it was before.")
        )  # fmt: skip
        self.full = full
