"""The answer at the top of Today, and the card under it."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.today_before import starts
from aftercare.presenters.today_limits import Limit, fraction
from aftercare.presenters.today_state import ActionCard, Hero
from aftercare.presenters.today_words import (
    at,
    inside,
    lower,
    names,
    sentence,
    session_moment,
    session_title,
    spoken_time,
)
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

# The sun climbs through the last three days, one knob a day.
CLIMB = timedelta(hours=72)
# What ended longer ago says its day alone.
DAYS_WITH_TIME = 6


def next_end(limits: Sequence[Limit], now: datetime) -> tuple[Limit, ...]:
    """The limits that end next, all at the same instant."""
    open_ = [limit for limit in limits if limit.end > now]
    soonest = min((limit.end for limit in open_), default=None)
    return tuple(limit for limit in open_ if limit.end == soonest)


def day_label(snapshot: Snapshot, session: Session) -> str:
    """ "Day of your session" or "Day 2 after"."""
    day = wording.day_after(session.start, snapshot.now, session.zone, snapshot.zone)
    return _("Day {day} after").format(day=day) if day > 0 else _("Day of your session")


def after(snapshot: Snapshot, session: Session, limits: Sequence[Limit]) -> Hero:
    """The ring: one segment a limit, and the countdown to the next one that ends."""
    now, zone = snapshot.now, snapshot.zone
    coming = next_end(limits, now)
    first = coming[0]
    ended = sum(limit.end <= now for limit in limits)
    name = _(first.activity.name)
    if len(coming) > 1:
        lead = ngettext("{count} thing is OK in", "{count} things are OK in", len(coming)).format(count=len(coming))
    elif first.activity.verb == "are":
        lead = _("{name} are OK in").format(name=name)
    else:
        lead = _("{name} is OK in").format(name=name)
    when = at(first.end, now, zone)
    listed = names([limit.activity for limit in coming])
    spoken = _("{ended} of {total} limits have ended. Next: {names}, in {time}, {when}.").format(
        ended=ended,
        total=len(limits),
        names=listed,
        time=spoken_time(first.end - now),
        when=inside(first.end, now, zone),
    )
    return Hero(
        title=day_label(snapshot, session),
        subtitle=session_title(snapshot.protocols[session.id], session),
        lead=lead,
        countdown=wording.countdown(first.end - now),
        when=when,
        summary=_("{ended} of {total} OK again").format(ended=ended, total=len(limits)),
        segments=len(limits),
        ended=ended,
        upcoming=len(coming),
        fraction=fraction(min(limit.start for limit in coming), first.end, now),
        spoken=spoken,
    )


def during(snapshot: Snapshot, session: Session, limits: Sequence[Limit]) -> Hero:
    """The session itself."""
    lead = _("Your session is now")
    until = _("Until {time}").format(time=wording.clock(session.end, session.zone))
    return Hero(
        title=_("Day of your session"),
        subtitle=session_title(snapshot.protocols[session.id], session),
        lead=lead,
        countdown=until,
        segments=len(limits),
        counting=False,
        spoken=sentence(lead, until),
    )


def during_card(snapshot: Snapshot, limits: Sequence[Limit]) -> ActionCard:
    """What begins when the session ends."""
    first = next_end(limits, snapshot.now)
    title, subtitle = _("Times start when it ends"), ""
    if first:
        when = inside(first[0].end, snapshot.now, snapshot.zone)
        subtitle = _("The first is over {time}").format(time=when)
    return ActionCard("clock-countdown", title, subtitle, _("See all"), "tab", {"name": "timeline"})


def before(snapshot: Snapshot, session: Session) -> Hero:
    """The sun on its way to the session."""
    left = session.start - snapshot.now
    moment = session_moment(session, snapshot.now, snapshot.zone)
    lead = _("Your session is in")
    return Hero(
        title=_("Getting ready"),
        subtitle=session_title(snapshot.protocols[session.id], session),
        lead=lead,
        countdown=wording.countdown(left),
        when=moment,
        fraction=min(1.0, max(0.0, 1 - left / CLIMB)),
        spoken=sentence(f"{lead} {spoken_time(left)}", moment),
    )


def before_card(snapshot: Snapshot, session: Session) -> ActionCard:
    """What has to be stopped next."""
    waiting = starts(snapshot, session)
    action, intent, payload = _("See all"), "tab", {"name": "timeline"}
    if not waiting:
        title, subtitle = _("Nothing more to stop"), _("The list below holds.")
        return ActionCard("calendar-check", title, subtitle, action, intent, payload)
    moment, activities = next(iter(waiting.items()))
    title = _("Next: stop {names}").format(names=lower(names(activities)))
    return ActionCard(
        "calendar-check", title, wording.moment(moment, snapshot.now, snapshot.zone), action, intent, payload
    )


def recovered(snapshot: Snapshot, session: Session, limits: Sequence[Limit]) -> Hero:
    """The whole ring."""
    label = day_label(snapshot, session)
    subtitle = session_title(snapshot.protocols[session.id], session)
    if not limits:
        # Only questions: nothing was counted, so nothing can be called over.
        lead, since = _("No times to wait for"), _("Your clinic decides about the rest.")
        return Hero(label, subtitle, lead, when=since, counting=False, spoken=sentence(lead, since))
    end = max(limit.end for limit in limits)
    since = _("since {moment}").format(moment=_since(end, snapshot))
    lead = _("All {count} OK").format(count=len(limits))
    return Hero(
        title=label,
        subtitle=subtitle,
        lead=lead,
        when=since,
        summary=_("Enjoy your skin."),
        segments=len(limits),
        ended=len(limits),
        fraction=1.0,
        counting=False,
        spoken=sentence(_("All {count} limits have ended, {since}").format(count=len(limits), since=since)),
    )


def recovered_card(snapshot: Snapshot) -> ActionCard:
    """The next session, or the way to it."""
    coming = snapshot.next
    if coming is not None:
        subtitle = session_moment(coming, snapshot.now, snapshot.zone)
        return ActionCard("calendar-check", _("Next session"), subtitle, _("See all"), "tab", {"name": "timeline"})
    return ActionCard("calendar-plus", _("Next session"), _("Add its date when you know it."), _("Add"), "add-session")


def _since(end: datetime, snapshot: Snapshot) -> str:
    day = wording.local(end, snapshot.zone).date()
    distance = (wording.local(snapshot.now, snapshot.zone).date() - day).days
    if distance <= 0:
        return inside(end, snapshot.now, snapshot.zone)
    if distance > DAYS_WITH_TIME:
        return wording.full_date(day)
    return _("{day}, {time}").format(day=wording.full_date(day), time=wording.clock(end, snapshot.zone))
