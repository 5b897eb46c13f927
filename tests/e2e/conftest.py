"""A message bus of one's own, a server of notifications on it, and the ways to show one."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.bus import Bus, Server, notification_server, private_bus
from tests.e2e.showing import Shower, shower_through


@pytest.fixture(params=["notify-send", "dbus-python"])
def shower(request: pytest.FixtureRequest, tmp_path: Path) -> Shower:
    """Shows messages through one of plyer's backends, with the environment given."""
    return shower_through(request.param, tmp_path)


@pytest.fixture
def bus() -> Iterator[Bus]:
    with private_bus() as running:
        yield running


@pytest.fixture
def server(bus: Bus, tmp_path: Path) -> Iterator[Server]:
    with notification_server(bus, tmp_path) as running:
        yield running
