"""Backup: saving all data into one file, now or every day."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aftercare.core.backup import FEWEST_PASSWORD, SUFFIX, Saved
from aftercare.core.backup_due import KEEP
from aftercare.core.backup_settings import BACKUP_PROBLEM
from aftercare.presenters import wording
from aftercare.presenters.backup_words import in_words
from aftercare.presenters.my_data import last_backup
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext


@dataclass(frozen=True, slots=True)
class BackupView:
    """What happens on the page. `busy`: a file is being written; `fault`, `done`: one sentence each."""

    folder: str = ""
    busy: bool = False
    fault: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class BackupState:
    """`choose` is empty where the device has no dialog. `daily_on`: a backup is made each day, into `daily_line`."""

    title: str
    back: str
    heading: str
    lead: str
    last: str
    folder_label: str
    folder: str
    choose: str
    password_label: str
    password_line: str
    show_password: str
    save: str
    busy: str
    fault: str
    done: str
    daily_title: str
    daily: str
    daily_on: bool
    daily_line: str
    daily_problem: str


def build_state(
    snapshot: Snapshot, view: BackupView, daily_folder: str, sealed: bool, has_dialog: bool
) -> BackupState:
    """`sealed`: a code locks the app, so that a backup needs a password of its own."""
    return BackupState(
        title=_("Backup"),
        back=_("Back"),
        heading=_("Save all your data"),
        lead=_("One file holds your plan, diary and photos."),
        last=last_backup(snapshot),
        folder_label=_("Folder for backups"),
        folder=view.folder,
        choose=_("Choose a folder") if has_dialog else "",
        password_label=_("Password for backups") if sealed else _("Password, if you want one"),
        password_line=_password(sealed),
        show_password=_("Show the password"),
        save=_("Save one now"),
        busy=_("Saving your backup") if view.busy else "",
        fault=view.fault,
        done=view.done,
        daily_title=_("Every day"),
        daily=_("Save one a day by itself"),
        daily_on=bool(daily_folder),
        daily_line=_daily(daily_folder),
        daily_problem=snapshot.settings.get(BACKUP_PROBLEM, "") if daily_folder else "",
    )


def _password(sealed: bool) -> str:
    if sealed:
        return _("{fewest} characters or more. Only this password opens the file.").format(fewest=FEWEST_PASSWORD)
    return _("Without one, whoever has the file can read it.")


def _daily(folder: str) -> str:
    kept = ngettext("The last {count} stays.", "The last {count} stay.", KEEP).format(count=KEEP)
    if not folder:
        return _("Goes into the folder above while the app is open.") + " " + kept
    return _("Folder: {folder}.").format(folder=folder) + " " + kept


def file_name(now: datetime, zone: str) -> str:
    """The name of a backup that is made on request; none of the automatic ones is called like it."""
    return f"Aftercare {wording.local(now, zone):%Y-%m-%d %H-%M}{SUFFIX}"


def saved_words(saved: Saved, name: str) -> str:
    """What was saved, and into which file."""
    said = _("Saved: {what}. File: {file}.").format(what=in_words(saved.counts), file=name)
    if not saved.missing_photos:
        return said
    lost = ngettext(
        "{count} photo could not be read and is not in it.", "{count} photos could not be read and are not in it.",
        saved.missing_photos,
    )  # fmt: skip
    return f"{said} {lost.format(count=saved.missing_photos)}"


def daily_words(folder: str) -> str:
    """That backups are made from now on."""
    return _("The first backup is saved. Folder: {folder}.").format(folder=folder)
