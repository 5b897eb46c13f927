"""Use a backup where the data cannot be read: what is in it, and what becomes of the unreadable file."""
from __future__ import annotations

from dataclasses import replace

from aftercare.core.backup import Found, Preview, Restored
from aftercare.presenters import restore_page, wording
from aftercare.presenters.backup_words import in_words, kind_lines
from aftercare.presenters.restore_state import RestoreState, RestoreView
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# As many as stand on one screen of a phone.
SHOWN = 5


def build_state(
    snapshot: Snapshot, view: RestoreView, found: tuple[Found, ...], has_dialog: bool, was_daily: bool,
    drops: bool = False,
) -> RestoreState:
    """`found`: the backups that are known, the newest first. `was_daily`: until now one was made each day."""
    state = replace(restore_page.build_state(snapshot, view, (), has_dialog, drops), title=_("Use a backup"))
    if view.restored is not None:
        return _done(state, view.restored, was_daily)
    if view.preview is not None:
        return _preview(state, view.preview)
    if state.stage != "pick":
        return state
    files = tuple((each.path, wording.moment(each.made_at, snapshot.now, snapshot.zone)) for each in found[:SHOWN])
    if not files:
        return replace(state, files=())
    return replace(state, files_title=_("Saved by this app"), other_title=_("Another file"), files=files)


def _preview(state: RestoreState, found: Preview) -> RestoreState:
    return replace(
        state,
        columns=("", ""), rows=(), newer="", how="", modes=(),
        kinds=kind_lines(found.backup) or (("file-text", _("Nothing of yours yet")),),
        notes=(_("What you added later is not in it."), _("We keep the file that cannot be read.")),
        put_in=_("Use this backup"),
        other=_("Choose another one"),
        cancel="",
    )  # fmt: skip


def _done(state: RestoreState, did: Restored, was_daily: bool) -> RestoreState:
    lines = [_("Back again: {what}.").format(what=in_words(did.added))] if did.added.total else []
    lines += restore_page.missing_lines(did)
    lines.append(_("The file that could not be read lies beside your data."))
    if did.lock_gone:
        lines.append(_("The app has no lock now. Set a new code in More."))
    if was_daily:
        lines.append(_("The daily backup is off now. Turn it on again in More."))
    return replace(state, heading=_("Your data is back"), lines=tuple(lines), undo="")
