"""Which stretch of time the timeline shows, and the days along its axis."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aftercare.core.instants import day_bounds, zone_named
from aftercare.core.plan import CarePlan
from aftercare.core.protocol import Strength
from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.timeline_bars import Range

DAY = timedelta(days=1)
# What lies further back or ahead than this is looked at in its own session.
LEAD = timedelta(days=3)
REACH = timedelta(days=14)
FEW_DAYS, SOME_DAYS = 5, 10
MOST_DAYS = 800
_DATED = (Strength.AVOID, Strength.LIMIT)


@dataclass(frozen=True, slots=True)
class Tick:
    """A label of the axis: where, what, and which part of it (0 to 1) stands there."""

    at: float
    text: str
    anchor: float = 0.5


@dataclass(frozen=True, slots=True)
class Axis:
    """Labels, fine lines and day columns as fractions; `strong` is the label that stands out."""

    ticks: tuple[Tick, ...]
    lines: tuple[float, ...]
    columns: tuple[tuple[float, float], ...] = ()
    strong: str = ""


def three_days(now: datetime, zone: str) -> Range:
    """Today, tomorrow and the day after, as the device counts days."""
    today = _day(now, zone)
    return Range(_midnight(today, zone), _midnight(today + 3 * DAY, zone))


def whole(plan: CarePlan, sessions: Sequence[Session], now: datetime, zone: str) -> Range:
    """From three days before the first of the sessions, or its first limit, to a day after their last limit.

    Today is inside for two weeks around them, so that there is a Now. What has no known end claims no room.
    """
    ids = {session.id for session in sessions}
    dated = [(part.start, part.end) for part in plan.parts if part.decided_session in ids and part.strength in _DATED]
    first = min([sessions[0].start - LEAD, *(start for start, _end in dated)])
    last = max([sessions[-1].end + LEAD, *(end for _start, end in dated if end is not None)])
    if sessions[0].start - REACH <= now <= sessions[-1].end + REACH:
        first, last = min(first, now), max(last, now)
    return Range(_midnight(_day(first, zone), zone), _midnight(_day(last, zone) + 2 * DAY, zone))


def before(plan: CarePlan, session: Session, zone: str) -> Range:
    """From three days before a session, or where its preparation begins, to a little after its start."""
    own = (part for part in plan.parts if part.decided_session == session.id and part.strength in _DATED)
    start = _midnight(_day(min([session.start - LEAD, *(part.start for part in own)]), zone), zone)
    return Range(start, session.start + (session.start - start) * 0.06)


def axis(shown: Range, marked: Sequence[datetime], now: datetime, zone: str, columns: bool = False) -> Axis:
    """The days of a range: every one of few, else every second or seventh counted from the first marked day."""
    days: list[date] = []
    day = _day(shown.start, zone)
    while _midnight(day, zone) < shown.end and len(days) < MOST_DAYS:
        days.append(day)
        day += DAY
    step = 1 if len(days) <= FEW_DAYS else 2 if len(days) <= SOME_DAYS else 7
    wanted = [d for d in (_day(moment, zone) for moment in marked) if d in days]
    home = days.index(wanted[0]) if wanted else 0
    stepped = [d for n, d in enumerate(days) if (n - home) % step == 0]
    ends = [days[-1], days[0]] if step == 7 else []
    lined = stepped if step == 7 else days
    return Axis(
        ticks=tuple(_tick(d, shown, zone) for d in dict.fromkeys([*wanted, *ends, *stepped])),
        lines=tuple(at for at in _lines(lined, shown, zone, columns) if at > 0),
        columns=_columns(days, shown, zone) if columns else (),
        strong=wording.day_and_number(_day(now, zone)) if columns else "",
    )


def _tick(day: date, shown: Range, zone: str) -> Tick:
    start, end = shown.at(_midnight(day, zone)), min(1.0, shown.at(_midnight(day + DAY, zone)))
    return Tick((start + end) / 2, wording.day_and_number(day))


def _lines(days: Sequence[date], shown: Range, zone: str, quarters: bool) -> list[float]:
    """Where days begin; with `quarters` what lies between, since the edge of a card marks the day itself."""
    if not quarters:
        return [shown.at(_midnight(d, zone)) for d in days]
    cards = _columns(days, shown, zone)
    return [start + (end - start) * part / 4 for start, end in cards for part in (1, 2, 3)]


def _columns(days: Sequence[date], shown: Range, zone: str) -> tuple[tuple[float, float], ...]:
    return tuple((shown.at(_midnight(d, zone)), shown.at(_midnight(d + DAY, zone))) for d in days)


def _day(moment: datetime, zone: str) -> date:
    return wording.local(moment, zone).date()


def _midnight(day: date, zone: str) -> datetime:
    return day_bounds(day, zone_named(zone))[0]
