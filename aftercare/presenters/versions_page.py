"""Other versions: what a backup and this device said differently, both to be read, and either to be used."""
from __future__ import annotations

from collections.abc import Iterable

from aftercare.core.advice import AdviceContent
from aftercare.core.instants import from_utc_text
from aftercare.core.kept_versions import KeptVersion
from aftercare.core.rows import BACKUP, CHANGED_AT, OBSERVATIONS, OVERRIDES, PHOTOS, SESSIONS, SETTINGS, Record
from aftercare.core.session import SessionStatus
from aftercare.presenters import wording
from aftercare.presenters.diary_entries import summary_of
from aftercare.presenters.more_sessions import what_was_done, when
from aftercare.presenters.photo_words import view_word
from aftercare.presenters.versions_state import Side, VersionCard, VersionsState, VersionsView
from aftercare.services import preparation
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext


def build_state(snapshot: Snapshot, content: AdviceContent, view: VersionsView) -> VersionsState:
    """`content` names what check-ins say."""
    found, none = view.found or (), view.found == ()
    return VersionsState(
        title=_("Other versions"),
        back=_("Back"),
        heading=_("No other versions now") if none else _("Two versions of one entry"),
        lead=_("Each entry is here once.") if none else _(
            "A backup and this device differed. The newer one is in use."
        ),
        cards=tuple(_card(each, snapshot, content) for each in found),
        done=_("Go back") if none else "",
        busy=view.busy,
        fault=view.fault,
        used=_("The other version is in use now"),
        deleted=_("Version deleted"),
    )


def _card(each: KeptVersion, snapshot: Snapshot, content: AdviceContent) -> VersionCard:
    icon, title = _named(each, snapshot)
    whose = _("Other version, from the backup") if each.origin == BACKUP else _("Other version, from this device")
    use, delete = _("Use this one instead"), _("Delete this version")
    current = each.current
    gone = Side(_("In use now"), _("Nothing. It was deleted here."), "")
    return VersionCard(
        id=each.id,
        icon=icon,
        title=title,
        now=_side(_("In use now"), each, current, str(current.get("id")), snapshot, content) if current else gone,
        other=_side(whose, each, each.record, each.id, snapshot, content),
        use="" if _is_medicine(each, snapshot) else use,
        use_spoken=_("{action}: {title}").format(action=use, title=title),
        delete=delete,
        delete_spoken=_("{action}: {title}").format(action=delete, title=title),
    )


def _side(
    lead: str, each: KeptVersion, record: Record, shown_id: str, snapshot: Snapshot, content: AdviceContent
) -> Side:
    """`shown_id`: under which id the snapshot knows this version, if it does."""
    return Side(lead, _says(each.table, record, shown_id, snapshot, content), _changed(record, snapshot))


def _changed(record: Record, snapshot: Snapshot) -> str:
    moment = _moment(record.get(CHANGED_AT), snapshot)
    return _("Changed: {moment}").format(moment=moment) if moment else ""


def _moment(text: object, snapshot: Snapshot) -> str:
    """ "today, 08:12", or nothing where no instant is told."""
    try:
        return wording.moment_within(from_utc_text(text), snapshot.now, snapshot.zone) if isinstance(text, str) else ""
    except (OverflowError, ValueError):
        return ""


def _named(each: KeptVersion, snapshot: Snapshot) -> tuple[str, str]:
    """An icon, and what there are two versions of."""
    record = each.record
    if each.table == SESSIONS:
        return "syringe", _("Session")
    if each.table == OBSERVATIONS:
        moment = _moment(record.get("at"), snapshot)
        return "notebook", _("Check-in: {moment}").format(moment=moment) if moment else _("Check-in")
    if each.table == OVERRIDES:
        name = _activity(record, snapshot)
        return "hospital", _("What your clinic said: {activity}").format(activity=name) if name else _("Clinic time")
    if each.table == PHOTOS:
        moment = _moment(record.get("taken"), snapshot)
        return "image", _("Photo: {moment}").format(moment=moment) if moment else _("Photo")
    if each.table == SETTINGS:
        return "list-checks", _("Before your session")
    return "file-text", _("An entry of another version of Aftercare")


def _says(table: str, record: Record, shown_id: str, snapshot: Snapshot, content: AdviceContent) -> str:
    if table == SESSIONS:
        session = next((s for s in snapshot.sessions if s.id == shown_id), None)
        if session is None:
            return _unread()
        length = _("{count} min").format(count=session.minutes)
        off = _("Cancelled") if record.get("status") == SessionStatus.CANCELLED else ""
        return "\n".join(_nonempty((_listed(when(session, snapshot), length), what_was_done(session, snapshot), off)))
    if table == OBSERVATIONS:
        check_in = next((o for o in snapshot.observations if o.id == shown_id), None)
        if check_in is None:
            return _unread()
        return "\n".join(filter(None, (summary_of(check_in, snapshot, content), check_in.note)))
    if table == OVERRIDES:
        hours = record.get("hours", "")
        if hours is None:
            return _("It is fine")
        return wording.length(hours) if isinstance(hours, (int, float)) and hours >= 0 else _unread()
    if table == PHOTOS:
        view = record.get("view")
        return (view_word(view) if isinstance(view, str) else "") or _("Photo")
    if table == SETTINGS:
        return _prepared(record)
    return _unread()


def _prepared(record: Record) -> str:
    name, value = str(record.get("id")), record.get("value")
    session = name.partition(":")[2]
    kept = preparation.kept({name: value} if isinstance(value, str) else {}, session)
    answers, steps = len(kept.answers), len(kept.done)
    return _listed(
        ngettext("{count} answer", "{count} answers", answers).format(count=answers),
        ngettext("{count} step done", "{count} steps done", steps).format(count=steps),
    )


def _activity(record: Record, snapshot: Snapshot) -> str:
    found = next((each for each in snapshot.activities if each.id == record.get("activity")), None)
    return _(found.name) if found else ""


def _is_medicine(each: KeptVersion, snapshot: Snapshot) -> bool:
    """A time for a medicine is only ever the prescribing doctor's to give."""
    named = each.record.get("activity") if each.table == OVERRIDES else None
    return any(activity.id == named and activity.medicine for activity in snapshot.activities)


def _unread() -> str:
    return _("This version of Aftercare cannot show it.")


def _listed(*parts: str) -> str:
    return ", ".join(_nonempty(parts))


def _nonempty(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if part]
