"""The patient's sessions as rows of More, and the card that opens from each."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.errors import InvalidInput
from aftercare.core.instants import zone_named
from aftercare.core.protocol import CareProtocol, Choice
from aftercare.core.session import Session
from aftercare.presenters import add_session_zones as zones
from aftercare.presenters import wording
from aftercare.presenters.backup_words import version_words
from aftercare.presenters.today_words import session_title
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# More of them are behind "Show all".
SHOWN_AT_FIRST = 4


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session and its card. `dimmed`: cancelled. `change` and `cancel` are empty where neither is possible.

    `about` leads to what is known of the treatment.
    """

    id: str
    icon: str
    tone: str
    title: str
    status: str
    subtitle: str
    dimmed: bool
    facts: tuple[tuple[str, str], ...]
    note: str
    change: str
    cancel: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class SessionsPart:
    """`empty` is said where there is no session. `show_all` is empty where all rows are shown at first. `leave` leads
    out of the example.
    """

    title: str
    rows: tuple[SessionRow, ...]
    first: int
    show_all: str
    empty: str
    add: str
    leave: str = ""


def sessions_part(snapshot: Snapshot) -> SessionsPart:
    """What counts goes before what is cancelled, the latest first."""
    ordered = sorted(snapshot.sessions, key=lambda session: session.start, reverse=True)
    ordered.sort(key=lambda session: session.cancelled)
    count = len(ordered)
    return SessionsPart(
        title=_("My sessions"),
        rows=tuple(_row(session, snapshot) for session in ordered),
        first=SHOWN_AT_FIRST if count > SHOWN_AT_FIRST + 1 else count,
        show_all=_("Show all {count} sessions").format(count=count) if count > SHOWN_AT_FIRST + 1 else "",
        empty="" if ordered else _("No session yet. Add one, past or coming up."),
        add=_("Add my session"),
        leave=_("Leave the example") if snapshot.example else "",
    )


def _row(session: Session, snapshot: Snapshot) -> SessionRow:
    protocol = snapshot.protocols.get(session.id)
    status, tone = _status(session, snapshot)
    name = session_title(protocol, session) if protocol else _("Unknown procedure")
    mine = not snapshot.example and protocol is not None and not session.cancelled
    return SessionRow(
        id=session.id,
        icon="calendar-x" if session.cancelled else protocol.icon if protocol else "question",
        tone=tone,
        title=when(session, snapshot),
        status=status,
        subtitle=_("{status} · {procedure}").format(status=status, procedure=name),
        dimmed=session.cancelled,
        facts=_facts(session, protocol, name, status, snapshot),
        note=_note(session, protocol, snapshot),
        change=_("Change") if mine else "",
        cancel=_("Cancel this session") if mine else "",
        about=_("About this treatment") if protocol is not None else "",
    )


def when(session: Session, snapshot: Snapshot) -> str:
    """ "Mon 8 June, 15:00" by the clinic's clock, with the year where it is not this one."""
    zone = _zone(session, snapshot)
    start = wording.local(session.start, zone)
    this_year = start.year == wording.local(snapshot.now, snapshot.zone).year
    if this_year:
        return wording.moment(session.start, snapshot.now, zone)
    day = _("{date} {year}").format(date=wording.full_date(start.date()), year=start.year)
    return _("{day}, {time}").format(day=day, time=f"{start:%H:%M}")


def _status(session: Session, snapshot: Snapshot) -> tuple[str, str]:
    if session.cancelled:
        return version_words(session.copy_from) or _("Cancelled"), "sand"
    if session.id in snapshot.unreadable:
        return _("Not read"), "care"
    if snapshot.now < session.start:
        return _("Planned"), "pri"
    if snapshot.now < session.end:
        return _("Now"), "pri"
    return _("Done"), "sand"


def _facts(
    session: Session, protocol: CareProtocol | None, name: str, status: str, snapshot: Snapshot
) -> tuple[tuple[str, str], ...]:
    zone = zones.label(_zone(session, snapshot), session.start) if _elsewhere(session, snapshot) else ""
    facts = [
        (_("Area and treatment"), name),
        (_("Method and product"), ", ".join(_chosen(protocol, session))),
        (_("Start"), when(session, snapshot)),
        (_("Length"), _("{count} min").format(count=session.minutes)),
        (_("Clinic’s time zone"), zone),
        (_("Status"), status),
    ]
    return tuple((label, value) for label, value in facts if value)


def what_was_done(session: Session, snapshot: Snapshot) -> str:
    """Area, treatment, method and product in one line; nothing for a procedure that is not known here."""
    protocol = snapshot.protocols.get(session.id)
    return " · ".join([session_title(protocol, session), *_chosen(protocol, session)]) if protocol else ""


def _chosen(protocol: CareProtocol | None, session: Session) -> list[str]:
    return [
        *_named(protocol.techniques if protocol else (), session.technique),
        *_named(protocol.products if protocol else (), session.product),
    ]


def _named(choices: tuple[Choice, ...], id: str | None) -> list[str]:
    return [_(choice.name) for choice in choices if choice.id == id]


def _zone(session: Session, snapshot: Snapshot) -> str:
    """The clinic's zone, or the device's where the clinic's is not known here."""
    if session.id not in snapshot.unreadable:
        return session.zone
    try:
        return zone_named(session.zone).key
    except InvalidInput:
        return snapshot.zone


def _elsewhere(session: Session, snapshot: Snapshot) -> bool:
    there, here = wording.local(session.start, _zone(session, snapshot)), wording.local(session.start, snapshot.zone)
    return there.utcoffset() != here.utcoffset()


def _note(session: Session, protocol: CareProtocol | None, snapshot: Snapshot) -> str:
    if session.cancelled:
        return _("This session sets no limits and no alerts.")
    if protocol is None:
        return _("Another version of Aftercare stored this session. It is kept as it is.")
    if snapshot.example:
        return _("This is an example. Nothing here is saved.")
    return ""
