"""Real content and made-up sessions for the tests of Today. Times are the clock in Berlin."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aftercare.adapters.content import FileCatalogue
from aftercare.core.session import ClinicOverride, Session, new_session
from aftercare.presenters.today import build_state
from aftercare.presenters.today_state import TileState, TodayState, TodayView
from aftercare.services.snapshot import Snapshot, build

BERLIN = "Europe/Berlin"
CATALOGUE = FileCatalogue()


def at(wall: str, zone: str = BERLIN) -> datetime:
    """The UTC instant of a clock time."""
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def session(
    protocol: str = "face-injection", start: str = "2026-06-08T14:30", id: str = "a", **kwargs: Any
) -> Session:
    """A session of 30 minutes; the usual one ends on Monday 8 June 2026 at 15:00."""
    return new_session(id, CATALOGUE.protocol(protocol), datetime.fromisoformat(start), BERLIN, **kwargs)


def taken(
    sessions: Sequence[Session], now: str, overrides: Sequence[ClinicOverride] = (), **kwargs: Any
) -> Snapshot:
    """The snapshot at a clock time."""
    zone = kwargs.pop("zone", BERLIN)
    return build(CATALOGUE, sessions, overrides, at(now), zone, **kwargs)


def today(sessions: Sequence[Session], now: str, view: TodayView | None = None, **kwargs: Any) -> TodayState:
    """What Today shows at a clock time."""
    return build_state(taken(sessions, now, **kwargs), view)


def tile(state: TodayState, activity: str) -> TileState:
    """The tile of an activity."""
    return next(tile for tile in state.tiles if tile.activity == activity)


ALL = TodayView(expanded=True)
