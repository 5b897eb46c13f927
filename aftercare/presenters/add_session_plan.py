"""What the plan of a draft comes to: how many limits, until when, and on which days they end."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aftercare.core.derive import derive
from aftercare.core.ports import Catalogue
from aftercare.core.session import Session
from aftercare.core.states import State, spans
from aftercare.presenters.wording import full_date, local, short_date
from aftercare.words import gettext as _
from aftercare.words import ngettext

TIMED = (State.NOT_YET, State.WITH_CARE)
# Further ahead than this, the way to the first limit would leave no room for the limits.
LEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class PlanCard:
    """`stops` are (fraction, words, kind) with a kind of "start", "today" or "end".

    `done` is the part that is behind us; `over`: all of it is.
    """

    label: str
    title: str
    note: str
    stops: tuple[tuple[float, str, str], ...]
    done: float
    spoken: str
    count: int
    over: bool


@dataclass(frozen=True, slots=True)
class _Limits:
    count: int
    asks: int
    first: datetime
    ends: tuple[datetime, ...]


def plan_card(session: Session, catalogue: Catalogue, now: datetime, zone: str) -> PlanCard:
    """The card of a session as it would be saved; days are those of the device's zone."""
    limits = _limits(session, catalogue)
    last = limits.ends[-1] if limits.ends else session.end
    over = last <= now
    if not limits.count:
        title = _("No limits with a time")
    elif over:
        title = ngettext("{count} limit, ended {date}", "{count} limits, ended {date}", limits.count)
    else:
        title = ngettext("{count} limit, until {date}", "{count} limits, until {date}", limits.count)
    note = ngettext("{count} more thing to ask your clinic", "{count} more things to ask your clinic", limits.asks)
    days = _days(limits.ends, zone)
    return PlanCard(
        label=_("What you get"),
        title=title.format(count=limits.count, date=dated(_day(last, zone), now, zone)),
        note=note.format(count=limits.asks) if limits.asks and not over else "",
        stops=_stops(limits, session, now, zone),
        done=_share(now, *_run(limits, session, now)),
        spoken=_("Limits end on {days}.").format(days=", ".join(map(full_date, days))) if days else "",
        count=limits.count,
        over=over,
    )


def dated(day: date, now: datetime, zone: str) -> str:
    """ "22 June", with the year where it is not this one."""
    this_year = day.year == local(now, zone).year
    return short_date(day) if this_year else f"{short_date(day)} {day.year}"


def _limits(session: Session, catalogue: Catalogue) -> _Limits:
    plan = derive(session, catalogue.protocol(session.protocol, session.version))
    starts: list[datetime] = [session.start]
    ends: list[datetime] = []
    asks = 0
    for activity in catalogue.activities():
        course = spans(plan, activity)
        timed = [span for span in course if span.state in TIMED]
        starts += [span.start for span in timed if span.start]
        closing = max((span.end for span in timed if span.end), default=None)
        if closing is not None:
            ends.append(closing)
        elif any(span.state is State.ASK for span in course):
            asks += 1
    return _Limits(len(ends), asks, min(starts), tuple(sorted(ends)))


def _day(end: datetime, zone: str) -> date:
    # What ends at midnight has filled the day before.
    return local(end - timedelta(seconds=1), zone).date()


def _days(ends: tuple[datetime, ...], zone: str) -> list[date]:
    return sorted({_day(end, zone) for end in ends})


def _run(limits: _Limits, session: Session, now: datetime) -> tuple[datetime, datetime]:
    """Where the bar begins and ends: from the session when it is done, else from the first thing to leave."""
    if session.end <= now:
        first = session.end
    else:
        first = min(limits.first, now) if limits.first - now <= LEAD else limits.first
    return first, max(limits.ends[-1] if limits.ends else session.end, first + timedelta(hours=1))


def _share(moment: datetime, first: datetime, last: datetime) -> float:
    return min(max((moment - first) / (last - first), 0.0), 1.0)


def _stops(limits: _Limits, session: Session, now: datetime, zone: str) -> tuple[tuple[float, str, str], ...]:
    first, last = _run(limits, session, now)
    opening = local(first, zone).date()
    beads = {_day(end, zone): end for end in limits.ends}
    if first < session.start:
        beads[local(session.start, zone).date()] = session.start
    beads.pop(opening, None)
    stops = [(0.0, short_date(opening), "start")]
    month = opening.month
    for day, moment in sorted(beads.items()):
        whole = day.month != month or moment == last or moment == session.start
        stops.append((_share(moment, first, last), short_date(day) if whole else str(day.day), "end"))
        month = day.month
    if first <= now < last:
        today = (_share(now, first, last), _("Today"), "today")
        # Standing on the start, today takes its place.
        stops = [today, *(stops[1:] if now == first else stops)]
    return tuple(sorted(stops, key=lambda stop: stop[0]))
