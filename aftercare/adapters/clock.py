"""The system's clock and zone, and one that stands still."""
from __future__ import annotations

import os
from datetime import UTC, datetime


class SystemClock:
    """What the device says now."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def zone(self) -> str:
        """The device's IANA zone; UTC where the system does not name one."""
        named = os.environ.get("TZ", "").lstrip(":")
        if named and not named.startswith("/"):
            return named
        import tzlocal

        try:
            return str(tzlocal.get_localzone_name() or "UTC")
        except (LookupError, ValueError, OSError):
            return "UTC"


class FixedClock:
    """A clock that was told the time: for `--now`, the example patient and tests."""

    def __init__(self, moment: datetime, zone: str = "UTC") -> None:
        self._moment, self._zone = moment.astimezone(UTC), zone

    def now(self) -> datetime:
        return self._moment

    def zone(self) -> str:
        return self._zone
