"""For which day a check-in counts that answers an alert."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta

from aftercare.core.instants import zone_named

# Whoever is up until then answers the alert of the day before.
NIGHT_ENDS = time(6)


def answered_day(key: str, now: datetime, zone: str) -> date | None:
    """The date that a check-in counts for when its alert, of this key, is answered after midnight; else None."""
    try:
        day = date.fromisoformat(key.rpartition(":")[2])
    except ValueError:
        return None
    shown = now.astimezone(zone_named(zone))
    return day if shown.time() < NIGHT_ENDS and day == shown.date() - timedelta(days=1) else None
