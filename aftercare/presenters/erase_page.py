"""Delete everything: what goes, a copy first, and what went."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from aftercare.core.backup import Counts
from aftercare.core.backup_settings import BACKUP_LAST
from aftercare.core.erase import Erased
from aftercare.core.instants import from_utc_text
from aftercare.presenters import wording
from aftercare.presenters.backup_words import kind_lines
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext


@dataclass(frozen=True, slots=True)
class EraseView:
    """How far the patient is. `copies_too`: the backups that the app made by itself go as well."""

    ticked: bool = False
    copies_too: bool = False
    missing_tick: bool = False
    busy: bool = False
    fault: str = ""
    erased: Erased | None = None


@dataclass(frozen=True, slots=True)
class EraseState:
    """`gone`: everything is deleted already; then only heading, lead, lines, left and `again` are filled."""

    gone: bool
    title: str
    close: str
    heading: str
    lead: str
    lines: tuple[tuple[str, str], ...]
    left: tuple[str, ...] = ()
    again: str = ""
    copy_title: str = ""
    copy_line: str = ""
    copy: str = ""
    backups: str = ""
    backups_on: bool = False
    tick: str = ""
    ticked: bool = False
    tick_fault: str = ""
    code_label: str = ""
    busy: str = ""
    fault: str = ""
    keep: str = ""
    erase: str = ""


def build_state(
    snapshot: Snapshot | None, view: EraseView, counts: Counts | None = None, made: int = 0, asks_code: bool = False,
    newer: int = 0,
) -> EraseState:  # fmt: skip
    """`made`: how many backups the app made by itself; `newer`: check-ins that are in no backup. None: all is gone."""
    if view.erased is not None or snapshot is None:
        return _gone(view.erased or Erased())
    return EraseState(
        gone=False,
        title=_("Delete everything"),
        close=_("Close"),
        heading=_("Delete all your data?"),
        lead=_("It leaves this device for good. Nobody has a copy, so nobody can bring it back."),
        lines=_lines(counts or Counts()),
        copy_title=_("Keep a copy first?"),
        copy_line=_copy(snapshot, newer),
        copy=_("Save a backup"),
        backups=_backups(made),
        backups_on=view.copies_too,
        tick=_("I know this cannot be undone"),
        ticked=view.ticked,
        tick_fault=_("Please tick this first") if view.missing_tick else "",
        code_label=_("Your code") if asks_code else "",
        busy=_("Deleting everything") if view.busy else "",
        fault=view.fault,
        keep=_("Keep my data"),
        erase=_("Delete everything"),
    )


def _lines(counts: Counts) -> tuple[tuple[str, str], ...]:
    return (*kind_lines(counts), ("bell", _("All alerts, your settings and your numbers")))


def _copy(snapshot: Snapshot, newer: int) -> str:
    last = _last(snapshot)
    if last is None:
        return _("No backup was made yet.")
    said = _("Last backup: {moment}.").format(moment=wording.moment_within(last, snapshot.now, snapshot.zone))
    if not newer:
        return said
    later = ngettext("{count} check-in is newer.", "{count} check-ins are newer.", newer).format(count=newer)
    return f"{said} {later}"


def newer_check_ins(snapshot: Snapshot) -> int:
    """How many check-ins were made since the last backup."""
    last = _last(snapshot)
    return sum(each.at > last for each in snapshot.observations) if last else 0


def _last(snapshot: Snapshot) -> datetime | None:
    try:
        return from_utc_text(snapshot.settings.get(BACKUP_LAST, ""))
    except ValueError:
        return None


def _backups(made: int) -> str:
    if not made:
        return ""
    text = ngettext(
        "Also delete {count} backup that the app made",
        "Also delete {count} backups that the app made", made,
    )  # fmt: skip
    return text.format(count=made)


def _gone(erased: Erased) -> EraseState:
    base = EraseState(
        gone=True, title=_("Delete everything"), close=_("Close"), heading=_("All data is deleted"),
        lead=_("Gone from this device:"), again=_("Start again"),
        lines=tuple(("check", each.sentence) for each in erased.gone),
        left=tuple(each.sentence for each in erased.left),
    )  # fmt: skip
    return base if erased.complete else replace(base, heading=_("Not all is deleted yet"))
