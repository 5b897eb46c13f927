"""When a text on Today changes by itself."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from aftercare.core.instants import day_bounds, zone_named
from aftercare.presenters import wording

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(hours=24)


def countdown_change(target: datetime, now: datetime) -> datetime:
    """The next instant at which the countdown to `target` reads differently; each second in the last minute."""
    left = target - now
    if left <= wording.MINUTE:
        return min(target, now + SECOND)
    step = HOUR if left > DAY else wording.MINUTE
    return now + (left % step or step)


def refresh_at(now: datetime, zone: str, countdowns: Iterable[datetime], edges: Iterable[datetime]) -> datetime:
    """The soonest change: of a countdown, at an edge of a state, or at the device's midnight.

    At midnight "Tomorrow" turns into "Today".
    """
    place = zone_named(zone)
    _start, midnight = day_bounds(now.astimezone(place).date(), place)
    due = [countdown_change(target, now) for target in countdowns if target > now]
    return min([midnight, *due, *(edge for edge in edges if edge > now)])
