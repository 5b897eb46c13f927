"""Which guide fits this day, and in which order the others stand."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aftercare.core.guide import Guide, GuideGroup
from aftercare.presenters import wording
from aftercare.presenters.guide_words import ALARM
from aftercare.services.snapshot import FOLLOWED_FOR, Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

# Read first by those who have no session yet.
START = "what-it-is"
_AFTER = (GuideGroup.WARNING, GuideGroup.AFTER, GuideGroup.PROCEDURES, GuideGroup.BEFORE, GuideGroup.CHOOSING)
_BEFORE = (GuideGroup.BEFORE, GuideGroup.PROCEDURES, GuideGroup.WARNING, GuideGroup.AFTER, GuideGroup.CHOOSING)
_NONE = (GuideGroup.CHOOSING, GuideGroup.PROCEDURES, GuideGroup.BEFORE, GuideGroup.AFTER, GuideGroup.WARNING)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the patient is: the protocol of the session that counts, and today's day counted from its date."""

    protocol: str = ""
    day: int | None = None


def moment(snapshot: Snapshot) -> Moment:
    """The last session while it is followed, else the next one, else the last of all."""
    last, coming = snapshot.last, snapshot.next
    followed = last is not None and snapshot.now - last.end <= FOLLOWED_FOR
    session = last if followed or coming is None else coming
    if session is None or session.id not in snapshot.protocols:
        return Moment()
    day = wording.day_after(session.start, snapshot.now, session.zone, snapshot.zone)
    return Moment(snapshot.protocols[session.id].id, day)


def pick(guides: Iterable[Guide], at: Moment) -> tuple[Guide, str] | None:
    """The guide of the day and why: of those suggested today the one for the fewest days, else the procedure's own.

    Without a session: the one to begin with.
    """
    guides = tuple(guides)
    day = at.day
    if day is None:
        return next(((guide, _("Start here")) for guide in guides if guide.id == START), None)
    today = [guide for guide in guides if guide.falls_on(day) and guide.suits(at.protocol)]
    if today:
        return min(today, key=lambda guide: _fit(guide, day)), _why(day)
    own = (guide for guide in guides if guide.group is GuideGroup.PROCEDURES and at.protocol in guide.protocols)
    return next(((guide, _("Your procedure")) for guide in own), None)


def in_order(guides: Iterable[Guide], at: Moment) -> list[Guide]:
    """All guides, what matters now first: the groups by where the patient is, in them what is their own."""
    groups = _NONE if at.day is None else _BEFORE if at.day < 0 else _AFTER

    def key(guide: Guide) -> tuple[int, bool, bool, bool, str]:
        return (
            groups.index(guide.group),
            bool(at.protocol) and not guide.suits(at.protocol),
            at.day is None or not guide.falls_on(at.day),
            # In the language that is read; signs that need a doctor before all.
            guide.icon != ALARM,
            _(guide.title),
        )

    return sorted(guides, key=key)


def _fit(guide: Guide, day: int) -> tuple[bool, int, bool, bool, str]:
    first, last = guide.days or (0, 0)
    side = GuideGroup.BEFORE if day < 0 else GuideGroup.AFTER
    # What is for before and after alike fits neither best.
    return first < 0 < last, last - first, not guide.protocols, guide.group is not side, guide.id


def _why(day: int) -> str:
    if day > 0:
        return _("For day {day}").format(day=day)
    if day == 0:
        return _("For today")
    return ngettext("{count} day before", "{count} days before", -day).format(count=-day)
