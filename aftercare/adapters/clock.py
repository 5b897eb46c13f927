"""The system's clock and zone, and one that stands still."""
from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

# A traveller's device changes its zone while we run; asking takes a millisecond, too long for every text.
LOOK_AGAIN_SECONDS = 30.0


def device_zone(again: bool = False) -> str:
    """The IANA name of the zone that the system is set to, UTC where it names none; `again`: not what it was before."""
    import tzlocal

    try:
        if again:
            if hasattr(time, "tzset"):
                time.tzset()
            tzlocal.reload_localzone()
        return str(tzlocal.get_localzone_name() or "UTC")
    except (LookupError, ValueError, OSError):
        return "UTC"


class SystemClock:
    """What the device says now."""

    def __init__(
        self, look: Callable[[bool], str] = device_zone, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._look, self._seconds = look, seconds
        self._zone = ""
        self._looked_at = 0.0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def zone(self) -> str:
        """The device's IANA zone, at most half a minute old; TZ in the environment outranks it."""
        named = os.environ.get("TZ", "").lstrip(":")
        if named and not named.startswith("/"):
            return named
        now = self._seconds()
        if not self._zone or now - self._looked_at >= LOOK_AGAIN_SECONDS:
            self._zone, self._looked_at = self._look(bool(self._zone)), now
        return self._zone


class FixedClock:
    """A clock that was told the time: for `--now`, the example patient and tests."""

    def __init__(self, moment: datetime, zone: str = "UTC") -> None:
        self._moment, self._zone = moment.astimezone(UTC), zone

    def now(self) -> datetime:
        return self._moment

    def zone(self) -> str:
        return self._zone
