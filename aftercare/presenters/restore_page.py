"""Open a backup: which file, what is in it, how it is put in, and what that did."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from aftercare.core.backup import Counts, Mode, Preview, Restored
from aftercare.presenters import wording
from aftercare.presenters.backup_words import in_words
from aftercare.presenters.restore_state import CountRow, ModeRow, RestoreState, RestoreView
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext, pgettext


def build_state(
    snapshot: Snapshot, view: RestoreView, known: tuple[str, ...] = (), has_dialog: bool = False, drops: bool = False
) -> RestoreState:
    """`known`: the paths of backups that the app made by itself, the newest first. `drops`: a file can be dropped."""
    base = RestoreState(
        stage="pick", title=_("Open a backup"), close=_("Close"), heading="", lead="", fault=view.fault,
        busy=(_("Putting it in") if view.preview else _("Looking into the file")) if view.busy else "",
    )  # fmt: skip
    if view.restored is not None:
        return _done(base, view, view.restored)
    if view.preview is not None:
        return _preview(base, snapshot, view, view.preview)
    if view.asks:
        return replace(
            base, stage="password", heading=_("This backup has a password"),
            lead=_("File: {file}.").format(file=_name(view.path)), password_label=_("Password of this backup"),
            show_password=_("Show the password"), open=_("Open it"), cancel=_("Choose another file"),
            empty=_("Password: type the one of this backup."),
        )  # fmt: skip
    return replace(
        base,
        heading=_("Which backup?"),
        lead=_("First you see what is in it. Nothing changes yet."),
        choose=_("Choose a file") if has_dialog else "",
        path_label=_("Path of the file"),
        path_hint="Documents/holiday.aftercare",
        drop=_("Or drop the file on this window.") if drops else "",
        path=view.path,
        open=_("Look into it"),
        empty=_("Path of the file: type where the backup lies."),
        files_title=_("Saved by this app") if known else "",
        other_title=_("Another file") if known else "",
        files=tuple((path, _moment(path, snapshot)) for path in known[:3]),
    )


def _preview(base: RestoreState, snapshot: Snapshot, view: RestoreView, found: Preview) -> RestoreState:
    made = wording.moment_within(found.made_at, snapshot.now, snapshot.zone)
    merge, exchange = view.mode is Mode.MERGE, view.mode is Mode.REPLACE
    together = _("Put both together")
    instead = _("Replace what is here")
    return replace(
        base,
        stage="preview",
        heading=_("What is in this backup"),
        lead=_("Made: {moment}").format(moment=made),
        whole=_("Complete and unchanged"),
        columns=(pgettext("above a column", "Backup"), _("This device")),
        rows=_rows(found.backup, found.here),
        newer=_newer(found),
        how=_("How should we add it?"),
        modes=(
            ModeRow(Mode.MERGE, together, _("Keeps all. Nothing twice."), _("Safest"), merge),
            ModeRow(Mode.REPLACE, instead, _lost(found.lost), "", exchange),
        ),
        put_in=together if merge else instead,
        cancel=_("Cancel"),
    )


def _rows(backup: Counts, here: Counts) -> tuple[CountRow, ...]:
    kinds = (
        ("syringe", _("Sessions"), backup.sessions, here.sessions),
        ("list-checks", _("Check-ins"), backup.check_ins, here.check_ins),
        ("image", _("Photos"), backup.photos, here.photos),
        ("hospital", _("Clinic times"), backup.clinic_times, here.clinic_times),
    )
    return tuple(
        CountRow(
            icon, title, str(there), str(now),
            _("{kind}: {backup} in the backup, {here} on this device").format(kind=title, backup=there, here=now),
        )
        for icon, title, there, now in kinds
    )  # fmt: skip


def _newer(found: Preview) -> str:
    here, there = found.newer_here.total, found.newer_there.total
    parts = []
    if here:
        parts.append(ngettext("{count} is newer here.", "{count} are newer here.", here).format(count=here))
    if there:
        parts.append(
            ngettext("{count} is newer in the backup.", "{count} are newer in the backup.", there).format(count=there)
        )
    if parts:
        parts.append(_("The newer one counts, and the other is kept beside it."))
    return " ".join(parts)


def _lost(lost: Counts) -> str:
    if not lost.total:
        return _("You would lose nothing. We save a copy first.")
    return _("You would lose: {what}. We save a copy first.").format(what=in_words(lost))


def _done(base: RestoreState, view: RestoreView, did: Restored) -> RestoreState:
    if view.undone:
        return replace(
            base, stage="done", heading=_("All is as it was before"), lead=_("The backup was taken out again."),
            plan=_("To my plan"),
        )  # fmt: skip
    lines = [_("New here: {what}.").format(what=in_words(did.added))] if did.added.total else []
    if did.updated.total:
        lines.append(_("Newer than here: {what}.").format(what=in_words(did.updated)))
    kept = did.kept.total + did.set_aside
    if kept:
        text = ngettext(
            "Where both differ, both are kept: {count} other version.",
            "Where both differ, both are kept: {count} other versions.", kept,
        )  # fmt: skip
        lines.append(text.format(count=kept))
    lines += missing_lines(did)
    if not lines:
        lines.append(_("Everything in it was here already."))
    return replace(
        base, stage="done", heading=_("The backup is in"), lead=_("Your plan is worked out again."),
        lines=tuple(lines), versions=_("See the other versions") if kept else "",
        undo=_("Undo this") if did.copy else "", plan=_("To my plan"),
    )  # fmt: skip


def missing_lines(did: Restored) -> list[str]:
    """How many pictures the backup names and did not have."""
    if not did.missing_photos:
        return []
    lost = ngettext(
        "{count} photo was not in the backup.", "{count} photos were not in the backup.", did.missing_photos
    )
    return [lost.format(count=did.missing_photos)]


def follow(view: RestoreView, intent: str, payload: dict[str, Any]) -> RestoreView | None:
    """The view after what the patient did; None for an intent that changes no view."""
    if intent == "restore-mode":
        return replace(view, mode=Mode(payload["mode"]), fault="")
    if intent == "other-backup":
        return RestoreView(path=view.path)
    return None


def _moment(path: str, snapshot: Snapshot) -> str:
    """When a backup of our own was made, as its name says."""
    made = re.search(r"(\d{8}T\d{6})Z", _name(path))
    if made is None:
        return _name(path)
    at = datetime.strptime(made[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    return wording.moment(at, snapshot.now, snapshot.zone)


def _name(path: str) -> str:
    """The last part of a path of any system."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


