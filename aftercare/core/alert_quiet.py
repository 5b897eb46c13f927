"""Quiet hours on the device's clock, as stretches of instants."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from aftercare.core.instants import generated

EVENING = timedelta(minutes=60)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one wall time to the next other one, half-open; equal ones mean that no hour is quiet.

    A clock change makes the stretch longer or shorter, and an hour that comes twice is quiet once.
    """

    start: time
    end: time
    zone: ZoneInfo

    def covers(self, moment: datetime) -> bool:
        """Whether a UTC instant is quiet."""
        return self.stretch(moment) is not None

    def stretch(self, moment: datetime) -> tuple[datetime, datetime] | None:
        """The quiet stretch that holds a UTC instant."""
        if self.start == self.end:
            return None
        today = moment.astimezone(self.zone).date()
        # A zone that skips a day leaves its evening to the day before.
        nights = (_night(self.start, self.end, self.zone, today + days * DAY) for days in (-2, -1, 0))
        return next((night for night in nights if night[0] <= moment < night[1]), None)

    def after(self, moment: datetime) -> datetime:
        """The instant itself, or the end of its quiet stretch."""
        night = self.stretch(moment)
        return night[1] if night else moment

    def evening_before(self, moment: datetime) -> datetime | None:
        """An hour before the quiet stretch that holds an instant, or less where the day is shorter."""
        night = self.stretch(moment)
        if night is None:
            return None
        evening = self.after(night[0] - EVENING)
        return evening if evening < night[0] else None

    def morning(self, day: date) -> datetime:
        """When a day's first alert may come: at the end of its night, or at nine where no hour is quiet."""
        first = self.end if self.start != self.end else time(9)
        return self.after(generated(datetime.combine(day, first), self.zone))


@lru_cache(maxsize=512)
def _night(start: time, end: time, zone: ZoneInfo, day: date) -> tuple[datetime, datetime]:
    end_day = day if start < end else day + DAY
    return generated(datetime.combine(day, start), zone), generated(datetime.combine(end_day, end), zone)
