"""Which sessions the timeline offers to choose between."""
from __future__ import annotations

from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# The choice of all sessions at once.
EVERY_SESSION = ""


def offered_sessions(snapshot: Snapshot) -> tuple[Session, ...]:
    """The sessions one can choose between: the last and the next one, else the last two."""
    sessions = snapshot.plan.sessions
    coming = [s for s in sessions if s.start > snapshot.now]
    begun = [s for s in sessions if s.start <= snapshot.now]
    return tuple(begun[-1:] + coming[:1]) if begun and coming else tuple(begun[-2:] or coming[:2])


def session_options(offered: tuple[Session, ...], snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """A choice for each, by its date, and one for both; empty where there is nothing to choose."""
    if len(offered) < 2:
        return ()
    dates = [(s.id, wording.short_date(wording.local(s.start, snapshot.zone).date())) for s in offered]
    if len({label for _id, label in dates}) < len(dates):
        dates = [(s.id, wording.brief_moment(s.start, snapshot.now, snapshot.zone)) for s in offered]
    return (*dates, (EVERY_SESSION, _("Both")))
