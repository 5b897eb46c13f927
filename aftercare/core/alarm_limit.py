"""Which alarms are handed to a system that takes only so many, without losing the others in silence."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from aftercare.core.alarm_port import PlannedAlarm, alarm_id
from aftercare.core.alert import Late
from aftercare.words import gettext as _

MOST = 48
HORIZON = timedelta(days=14)
# iOS keeps 64 and throws away those that were added first; a few places stay free.
MOST_IOS = 60

KEEP_ON = "keep-on"
KEEP_ON_FOR = timedelta(days=7)


def soonest(
    alarms: Iterable[PlannedAlarm], now: datetime, most: int = MOST, within: timedelta | None = HORIZON
) -> tuple[PlannedAlarm, ...]:
    """At most `most` alarms, soonest first: those that have not expired and fire within `within` from now.

    A key is taken once, at its soonest. When anything is left out, the last place goes to an alarm that asks the
    patient to open the app; it fires when the first one left out would, so it alone may lie beyond the horizon.
    """
    if most < 1:
        raise ValueError("most: give the place of at least one alarm")
    waiting: dict[str, PlannedAlarm] = {}
    for alarm in sorted(alarms, key=lambda alarm: (alarm.fire_at, alarm.key)):
        if alarm.expire_at > now:
            waiting.setdefault(alarm.key, alarm)
    ordered = list(waiting.values())
    taken = [alarm for alarm in ordered if within is None or alarm.fire_at <= now + within][:most]
    if len(taken) == len(ordered):
        return tuple(taken)
    kept = taken[: most - 1]
    return (*kept, keep_on(max(ordered[len(kept)].fire_at, now)))


def keep_on(at: datetime) -> PlannedAlarm:
    """The alarm that asks to open the app, which then hands over those that come next."""
    title, text = _("Reminder"), _("Open Aftercare to keep your reminders on.")
    return PlannedAlarm(
        id=alarm_id(KEEP_ON),
        key=KEEP_ON,
        kind=KEEP_ON,
        fire_at=at,
        expire_at=at + KEEP_ON_FOR,
        late=Late.SHOW,
        title_private=title,
        text_private=text,
        title_public=title,
        text_public=text,
    )
