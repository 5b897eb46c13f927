"""At most so many notices a day: what is too much is told together with what comes next, and nothing is lost."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from aftercare.core.alert_quiet import QuietHours
from aftercare.core.alert_types import OWN, Alert, AlertKind

# What does not count against the limit of a day.
UNCOUNTED = (AlertKind.NEXT_SESSION, *OWN)
# What is about a session to come may be told earlier than planned; the others only become true at their time.
AHEAD = (AlertKind.PREPARE, AlertKind.SESSION, AlertKind.NEXT_SESSION)


@dataclass(frozen=True, slots=True)
class Group:
    """Alerts that are told together at an instant, UTC."""

    fire_at: datetime
    alerts: tuple[Alert, ...]

    @property
    def counted(self) -> bool:
        return any(alert.kind not in UNCOUNTED for alert in self.alerts)


def within_daily_cap(
    groups: Iterable[Group], most: int, told: Mapping[date, int], quiet: QuietHours
) -> list[Group]:
    """The groups, soonest first, at most `most` counted ones a device day less those `told` that day.

    Where one would expire before the next that it could join, the day keeps one more: better too many than lost.
    """
    days: dict[date, list[Group]] = defaultdict(list)
    for group in groups:
        days[_date(group.fire_at, quiet)].append(group)
    done: list[Group] = []
    while days:
        day = min(days)
        counted = sorted((g for g in days[day] if g.counted), key=lambda group: group.fire_at)
        done.extend(g for g in days.pop(day) if not g.counted)
        room = most - told.get(day, 0)
        while len(counted) > max(room, 1) and (joined := _joined(counted)):
            counted = joined
        tomorrow = quiet.morning(day + timedelta(days=1))
        # A zone that skips a day has its morning on the day after.
        later = _date(tomorrow, quiet)
        while counted and len(counted) > room and later > day and _is_good(counted[-1].alerts, tomorrow):
            same = [g for g in days[later] if g.fire_at == tomorrow]
            others = [g for g in days[later] if g.fire_at != tomorrow]
            days[later] = [*others, join([counted.pop(), *same], tomorrow)]
        done.extend(counted)
    return sorted(done, key=lambda group: group.fire_at)


def join(groups: Iterable[Group], fire_at: datetime) -> Group:
    """One group of all their alerts."""
    alerts = sorted((alert for group in groups for alert in group.alerts), key=lambda alert: alert.order)
    return Group(fire_at, tuple(alerts))


def _joined(groups: list[Group]) -> list[Group]:
    """The groups with the two neighbours joined that lie closest, or none where no two can be told together."""
    found = [
        (other.fire_at - one.fire_at, number, moment)
        for number, (one, other) in enumerate(pairwise(groups))
        if (moment := _together_at(one, other))
    ]
    if not found:
        return []
    _gap, number, moment = min(found)
    return [*groups[:number], join(groups[number : number + 2], moment), *groups[number + 2 :]]


def _together_at(one: Group, other: Group) -> datetime | None:
    if _is_good(one.alerts, other.fire_at):
        return other.fire_at
    if all(alert.kind in AHEAD for alert in other.alerts):
        return one.fire_at
    return None


def _is_good(alerts: Iterable[Alert], moment: datetime) -> bool:
    return all(moment < alert.expire_at for alert in alerts)


def _date(moment: datetime, quiet: QuietHours) -> date:
    return moment.astimezone(quiet.zone).date()
