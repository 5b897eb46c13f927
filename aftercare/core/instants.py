"""Instants, wall times and zones.

Everything is kept as an aware UTC `datetime`; a wall time exists only together with an IANA zone. A wall time that
somebody entered inside a clock change is refused with the next valid one; a generated one moves to it by itself.
In an overlap the first of the two instants is taken.
"""
from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from aftercare.core.errors import InvalidInput, WallTimeGap

EARLIEST = date(2000, 1, 1)
LATEST = date(2100, 1, 1)


class Clock(Protocol):
    """The one source of "now" and of the device's zone."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        ...

    def zone(self) -> str:
        """The IANA name of the device's present zone."""
        ...


def zone_named(name: str, field: str = "zone") -> ZoneInfo:
    """The zone of an IANA name. Raises InvalidInput for anything else."""
    try:
        if not name or name != name.strip():
            raise ValueError(name)
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidInput(
            field, f'{field}: "{name}" is not a time zone. Use an IANA name, such as Europe/Berlin.'
        ) from None


def parse_wall(text: str, field: str) -> datetime:
    """A naive wall time from "2026-11-25T10:00". Raises InvalidInput when unreadable or outside 2000 to 2100.

    A date alone is refused: midnight would be a guess.
    """
    try:
        wall = datetime.fromisoformat(text.strip())
        if len(text.strip()) <= len("2026-11-25"):
            raise ValueError(text)
    except ValueError:
        raise InvalidInput(
            field, f'{field}: "{text}" is not a date and time. Use one like 2026-11-25T10:00.'
        ) from None
    if wall.tzinfo is not None:
        raise InvalidInput(field, f"{field}: give the clinic's clock time without an offset, and its zone beside it.")
    return in_range(wall, field)


def in_range(wall: datetime, field: str) -> datetime:
    """The same wall time, when it lies between 2000 and 2100. Raises InvalidInput otherwise."""
    if not EARLIEST <= wall.date() < LATEST:
        raise InvalidInput(field, f"{field}: the year {wall.year} is not accepted. Use a date from 2000 to 2099.")
    return wall


def parse_instant(text: str, field: str, zone: ZoneInfo) -> datetime:
    """A UTC instant from ISO text; without an offset it is a wall time of the given zone."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInput(
            field, f'{field}: "{text}" is not a moment. Use one like 2026-11-25T09:00:00Z.'
        ) from None
    in_range(moment.replace(tzinfo=None), field)
    if moment.tzinfo is None:
        return entered(moment, zone, field)
    return moment.astimezone(UTC)


def entered(wall: datetime, zone: ZoneInfo, field: str) -> datetime:
    """The UTC instant of a wall time that a person entered. Raises WallTimeGap when no clock ever showed it."""
    if _is_gap(wall, zone):
        following = next_valid_wall(wall, zone)
        shown = following.strftime("%Y-%m-%dT%H:%M")
        raise WallTimeGap(
            field,
            f"{field}: clocks in {zone.key} skip {wall:%H:%M} on {wall:%Y-%m-%d}. The next valid time is {shown}.",
            shown,
        )
    return _first(wall, zone)


def generated(wall: datetime, zone: ZoneInfo) -> datetime:
    """The UTC instant of a wall time that the app made; inside a clock change it moves to the next valid minute."""
    return _first(next_valid_wall(wall, zone), zone)


def next_valid_wall(wall: datetime, zone: ZoneInfo) -> datetime:
    """The wall time itself, or the first minute after the clock change that skips it."""
    if not _is_gap(wall, zone):
        return wall
    wall = wall.replace(second=0, microsecond=0)
    # Read with the offsets after and before the change, a skipped time gives instants on its two sides.
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    after = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    old_offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(minutes=1):
        middle = before + timedelta(minutes=int((after - before).total_seconds()) // 120)
        if middle.astimezone(zone).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    return after.astimezone(zone).replace(tzinfo=None)


def day_bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """First and one-past-last UTC instant of a calendar date in a zone (23, 24 or 25 hours apart)."""
    return generated(datetime.combine(day, time()), zone), generated(datetime.combine(day + timedelta(1), time()), zone)


def utc_text(moment: datetime) -> str:
    """ISO text in UTC, as every file and every `--json` writes it: 2026-11-25T09:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_utc_text(text: str) -> datetime:
    """The instant that `utc_text` wrote."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _is_gap(wall: datetime, zone: ZoneInfo) -> bool:
    there_and_back = _first(wall, zone).astimezone(zone).replace(tzinfo=None)
    return there_and_back != wall.replace(fold=0)


def _first(wall: datetime, zone: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
