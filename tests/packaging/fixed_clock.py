"""A clock that stands still, and alarms to plan on it."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from aftercare.core.alarm_port import PlannedAlarm, alarm_id
from aftercare.core.alert import Late

NOON = datetime(2026, 6, 9, 12, 0, tzinfo=UTC)


@dataclass
class FixedClock:
    """`now` is what the test says."""

    instant: datetime = NOON

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> str:
        return "Europe/Berlin"


def alarm(key: str, fire_at: datetime, **other: object) -> PlannedAlarm:
    """An alarm that is good for a day."""
    made = PlannedAlarm(
        alarm_id(key), key, "allowed", fire_at, fire_at + timedelta(days=1), Late.SHOW,
        "OK again", f"{key} is OK again.", "Reminder", "Your plan has an update.")
    return replace(made, **other)  # type: ignore[arg-type]
