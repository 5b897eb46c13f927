"""Trouble: what is said in place of Today when the patient's data or the content cannot be read."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aftercare.core.backup import Found
from aftercare.core.data_errors import DataBusy, DataError, NewerData, UnreadableData, UnsavedData
from aftercare.core.errors import ContentFault
from aftercare.core.vault_port import KeyDamaged
from aftercare.presenters import wording
from aftercare.words import gettext as _


@dataclass(frozen=True, slots=True)
class Search:
    """What looking for backups has found, the newest first; None: it goes on. `now` is UTC."""

    found: tuple[Found, ...] | None
    now: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class TroubleState:
    """`what` says in one sentence what happened. `still` is said when trying again has changed nothing.

    `backup` is empty where none would help. `backup_path` is that of the newest one, or nothing: one is chosen by hand.
    """

    icon: str
    title: str
    what: str
    kept: str
    backup: str
    backup_line: str
    backup_path: str
    searching: bool
    retry: str
    retry_hint: str
    still: str
    folder: str
    copy: str
    copied: str
    unwell: str
    unwell_text: str
    help: str


def can_be_rescued(fault: Exception) -> bool:
    """Whether a backup could take the place of what cannot be read."""
    return isinstance(fault, (UnreadableData, KeyDamaged))


def build_state(fault: Exception, folder: str, search: Search | None = None) -> TroubleState:
    """`fault` is what reading raised, `folder` where the patient's data lies. `search` None: no backup would help."""
    icon, title, what, kept = _told(fault)
    backup, line, path = _backup(search)
    return TroubleState(
        icon=icon,
        title=title,
        what=what,
        kept=kept,
        backup=backup,
        backup_line=line,
        backup_path=path,
        searching=search is not None and search.found is None,
        retry=_("Try again"),
        retry_hint=_("Nothing is deleted"),
        still=_("Tried just now. It is still the same."),
        folder=folder,
        copy=_("Copy the path of my data"),
        copied=_("Copied"),
        unwell=_("Feel unwell?"),
        unwell_text=_("Do not wait for the app."),
        help=_("Get help"),
    )


def _backup(search: Search | None) -> tuple[str, str, str]:
    """Title, line and path of the backup to use."""
    if search is None:
        return "", "", ""
    if search.found is None:
        return _("Use my last backup"), _("Looking for it"), ""
    if not search.found:
        return _("Open a backup"), _("We found none here. Choose the file."), ""
    last = search.found[0]
    saved = _("Saved {moment}").format(moment=wording.moment_within(last.made_at, search.now, search.zone))
    return _("Use my last backup"), saved, last.path


def _told(fault: Exception) -> tuple[str, str, str, str]:
    """Icon, title, what happened, and what became of the data."""
    left = _("Your data is left as it is.")
    if isinstance(fault, DataBusy):
        return "hourglass-medium", _("Your data is in use"), str(fault), left
    if isinstance(fault, UnreadableData):
        # The folder stands further down, where it can be copied.
        what = _("The file {file} cannot be read: {reason}.").format(file=_name(fault.path), reason=fault.reason)
        return "warning-circle", _("We could not open your data"), what, left
    if isinstance(fault, NewerData):
        what = _("A newer version of Aftercare saved your data. This one cannot change it.")
        return "warning-circle", _("Please update Aftercare"), what, left
    if isinstance(fault, UnsavedData):
        what = _("The file {file} cannot be saved: {reason}.").format(file=_name(fault.path), reason=fault.reason)
        return "warning-circle", _("We could not save"), what, left
    if isinstance(fault, ContentFault):
        # What exactly is wrong is for an author of content, in English: `main.py check-content` says it.
        what = _("The file {file} of this app is damaged at line {line}.").format(file=fault.file, line=fault.line)
        if not fault.line:
            what = _("The file {file} of this app is damaged or missing.").format(file=fault.file)
        again = _("Your data is left as it is. Installing Aftercare again repairs the file.")
        return "warning-circle", _("We could not read our rules"), what, again
    if isinstance(fault, DataError):
        return "warning-circle", _("We could not open your data"), str(fault), left
    what = _("Something went wrong that we did not expect ({name}).").format(name=type(fault).__name__)
    return "warning-circle", _("We could not show your plan"), what, left


def _name(path: str) -> str:
    """The last part of a path of any system."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]
