"""My data, a part of More: the app lock, backups, and deleting everything."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.backup_settings import BACKUP_LAST, BACKUP_PROBLEM
from aftercare.core.instants import from_utc_text
from aftercare.presenters import wording
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row that leads on; `intent` is what it asks for."""

    intent: str
    icon: str
    tone: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class DataPart:
    """`note` says how the data lies on this device."""

    title: str
    rows: tuple[DataRow, ...]
    note: str


def data_part(snapshot: Snapshot, lock_set: bool | None, versions: int = 0) -> DataPart:
    """`lock_set`: whether a code locks the app; None where there is no lock to be had.

    `versions`: how many other versions are kept since a backup was put in.
    """
    lock = DataRow("app-lock", "lock-key", "pri", _("App lock"), _("On") if lock_set else _("Off"))
    rows = (
        *((lock,) if lock_set is not None else ()),
        backup_row(snapshot),
        DataRow("open-backup", "tray-arrow-down", "pri", _("Open a backup"), _("From a file")),
        *((versions_row(versions),) if versions else ()),
        DataRow("erase", "trash", "dg", _("Delete everything"), _("Removes all data from this device")),
    )
    return DataPart(_("My data"), rows, how_it_lies(bool(lock_set)))


def backup_row(snapshot: Snapshot) -> DataRow:
    """When the last backup was made, or that the last try failed."""
    if snapshot.settings.get(BACKUP_PROBLEM):
        return DataRow("backup", "hard-drives", "care", _("Backup"), _("The last one failed. Look here."))
    return DataRow("backup", "hard-drives", "pri", _("Backup"), last_backup(snapshot))


def versions_row(count: int) -> DataRow:
    """The way to what is kept beside what is in use."""
    title = ngettext("Other version ({count})", "Other versions ({count})", count).format(count=count)
    return DataRow("versions", "copy-simple", "pri", title, _("Kept when a backup was put in"))


def last_backup(snapshot: Snapshot) -> str:
    """ "Last one: today, 08:12", or that there is none."""
    try:
        last = from_utc_text(snapshot.settings.get(BACKUP_LAST, ""))
    except ValueError:
        return _("None made yet")
    return _("Last one: {moment}").format(moment=wording.moment_within(last, snapshot.now, snapshot.zone))


def how_it_lies(lock_set: bool) -> str:
    """Plainly, how the data is kept on this device."""
    if lock_set:
        return _("Your data is encrypted. Only your code or your recovery code opens it.")
    return _("Your data lies in files that only your account on this device can read. They are not encrypted.")
