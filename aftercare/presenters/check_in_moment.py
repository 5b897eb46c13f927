"""Of which moment a check-in that is being filled in speaks."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from aftercare.core.alert_answer import NIGHT_ENDS
from aftercare.core.instants import generated, zone_named
from aftercare.presenters import wording

if TYPE_CHECKING:
    from aftercare.presenters.check_in_draft import CheckInDraft

NOW, EVENING, OTHER = "now", "evening", "other"
EVENING_AT = time(20)
QUARTER = timedelta(minutes=15)


def observed_at(draft: CheckInDraft, now: datetime, zone: str) -> datetime:
    """The UTC instant that the check-in speaks of."""
    if draft.when == NOW or draft.wall is None:
        return now
    return generated(draft.wall, zone_named(zone))


def counted_day(draft: CheckInDraft, at: datetime, zone: str) -> date | None:
    """The date of the alert that is answered, where the moment lies in the night after it."""
    shown, day = wording.local(at, zone), draft.counts_for
    by_night = day is not None and shown.date() - day == timedelta(days=1) and shown.time() < NIGHT_ENDS
    return day if by_night else None


def last_evening(now: datetime, zone: str) -> datetime:
    """The device's clock time that "yesterday evening" means at an instant."""
    return datetime.combine(wording.local(now, zone).date() - timedelta(days=1), EVENING_AT)


def last_quarter(now: datetime, zone: str) -> datetime:
    """The last quarter of an hour that has passed on the device's clock."""
    wall = wording.local(now, zone).replace(tzinfo=None, second=0, microsecond=0)
    return wall - timedelta(minutes=wall.minute % 15)


def quarters_on(wall: datetime, by: int) -> datetime:
    """A quarter of an hour on or back, to a full one."""
    past = timedelta(minutes=wall.minute % 15)
    if by < 0 and past:
        return wall - past
    return wall - past + by * QUARTER
