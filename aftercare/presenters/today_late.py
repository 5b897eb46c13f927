"""The late watch on Today: what it asks on its days, the hero it then has, and when it asks next."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.today_hero import day_label
from aftercare.presenters.today_limits import Limit, fraction
from aftercare.presenters.today_lists_state import LateCard
from aftercare.presenters.today_state import ActionCard, Hero, WatchLine
from aftercare.presenters.today_words import sentence, session_title

if TYPE_CHECKING:
    from aftercare.core.late_watch import LateWatch
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

# No sooner does it need its content: the first frame after a session does without.
FIRST_DAY = 7
DAYS_OF_A_MONTH = 30


def late_card(snapshot: Snapshot) -> LateCard | None:
    """The question, from a day of the late watch until it is answered or the next one comes; None in between."""
    session, watch = snapshot.last, _watch(snapshot)
    if session is None or watch is None:
        return None
    asked = watch.asked(_day(session), _today(snapshot))
    if asked is None or _answered(snapshot, session, asked):
        return None
    passed = (_today(snapshot) - _day(session)).days
    return LateCard(
        title=_("Late watch"),
        subtitle=_("Day {day} after. Look at the treated skin and touch it.").format(day=passed),
        question=_("Do you have any of these?"),
        signs=tuple((sign.sign.value, _(sign.name)) for sign in watch.of_area(session.area)),
        none=_("None of these"),
        lead=_("A late sign is not a small thing."),
        text=_("Show it to your clinic or a doctor, even months later."),
    )


def below_hero(card: LateCard) -> LateCard:
    """The question under a hero that already says the day."""
    return replace(card, subtitle=_("Look at the treated skin and touch it."))


def watching(snapshot: Snapshot, session: Session, limits: Sequence[Limit]) -> Hero:
    """The way through the late watch; for when it asks and nothing else is left."""
    watch = _watch(snapshot)
    last = watch.day_numbers[-1] if watch else FIRST_DAY
    passed, whole = (_today(snapshot) - _day(session)).days, timedelta(days=last)
    ended = max((limit.end for limit in limits), default=session.end)
    lead = _("All limits are over") if limits else _("No times to wait for")
    line = _("We still look out for late signs.")
    return Hero(
        title=day_label(snapshot, session),
        subtitle=session_title(snapshot.protocols[session.id], session),
        lead=lead,
        when=line,
        counting=False,
        spoken=sentence(lead, line, _("Day {day} of {last}.").format(day=passed, last=last)),
        watch=WatchLine(
            over=fraction(session.start, session.start + whole, ended),
            now=min(1.0, passed / last),
            start=_("Session"),
            day=_("Day {day}").format(day=passed),
            end=_length(last),
        ),
    )


def _length(days: int) -> str:
    """How long it goes on, in months where these are whole."""
    if days % DAYS_OF_A_MONTH:
        return _("Day {day}").format(day=days)
    months = days // DAYS_OF_A_MONTH
    return ngettext("{count} month", "{count} months", months).format(count=months)


def watch_card(snapshot: Snapshot) -> ActionCard | None:
    """The quiet line between the questions; it leads to a check-in."""
    session, watch = snapshot.last, _watch(snapshot)
    if session is None:
        return None
    following = watch.next(_day(session), _today(snapshot)) if watch else None
    if following is not None:
        under = _("We ask again on {day}. Signs can come weeks later.").format(day=wording.full_date(following))
    else:
        under = _("Signs can come months later. Check in when you see one.")
    return ActionCard("eye", _("Late watch goes on"), under, intent="check-in", tone="care")


def asked_signs(snapshot: Snapshot) -> tuple[str, ...]:
    """The signs that "None of these" speaks of."""
    card = late_card(snapshot)
    return tuple(code for code, _name in card.signs) if card is not None else ()


def _answered(snapshot: Snapshot, session: Session, asked: date) -> bool:
    return any(each.session_id == session.id and each.date >= asked for each in snapshot.observations)


def _watch(snapshot: Snapshot) -> LateWatch | None:
    session = snapshot.last
    if session is None or snapshot.late_watch is None:
        return None
    return snapshot.late_watch() if (_today(snapshot) - _day(session)).days >= FIRST_DAY else None


def _day(session: Session) -> date:
    """The date of a session in the clinic's zone, as the alerts count it."""
    return wording.local(session.start, session.zone).date()


def _today(snapshot: Snapshot) -> date:
    return wording.local(snapshot.now, snapshot.zone).date()
