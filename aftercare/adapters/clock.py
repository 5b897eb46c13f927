"""The system's clock and zone, and one that stands still."""
from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

# Where Linux and macOS keep a link to the file of the device's zone; see localtime(5).
LINK = "/etc/localtime"
# A traveller's device changes its zone while we run; asking takes a millisecond, too long for every text.
LOOK_AGAIN_SECONDS = 30.0


def device_zone(again: bool = False) -> str:
    """The IANA name of the zone that the system is set to, UTC where it names none; `again`: not what it was before."""
    if again and hasattr(time, "tzset"):
        time.tzset()
    if not os.environ.get("TZ") and (name := linked_zone()):
        return name
    # It knows every system, and comes to the same for a link; but importing it takes 17 ms.
    import tzlocal

    try:
        if again:
            tzlocal.reload_localzone()
        return str(tzlocal.get_localzone_name() or "UTC")
    except (LookupError, ValueError, OSError):
        return "UTC"


def linked_zone(link: str = LINK) -> str:
    """The zone whose file a link stands for; empty where it stands for none."""
    name = os.path.realpath(link).partition("/zoneinfo/")[2]
    try:
        return ZoneInfo(name).key if name else ""
    except (LookupError, ValueError, OSError):
        return ""


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
