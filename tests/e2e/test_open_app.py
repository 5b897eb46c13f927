"""Given the app open in a real window, on a real bus and real files, when a limit ends, then it is told once."""
from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.store import Store
from aftercare.adapters.vault.folder import lock_ports
from aftercare.core.alert_journal import AlertState
from aftercare.core.session import Session, SessionStatus
from aftercare.services.app_lock import AppLock
from tests.e2e.bus import Bus, Server, can_start_bus, notification_server, private_bus
from tests.e2e.waiting import until
from tests.fakes.locks import CODE, cheap_keys

WINDOW = Path(__file__).with_name("window.py")
pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(not can_start_bus, reason="needs dbus-daemon; run it with make test"),
]
# Two seconds are the finest that is promised of an alert's time.
SOON = timedelta(seconds=5)
NOT_HANDED_OVER = "was not handed over"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with private_bus() as bus, notification_server(bus, tmp_path) as running:
        yield running


def needle_free_session_ending_its_limits_at(home: Path, moment: datetime) -> None:
    """A session of three days ago whose every limit ends at this instant; what came before has been told."""
    end = moment - timedelta(hours=72)
    session = Session(
        id="s1", protocol="needle-free", version=1, start=end - timedelta(minutes=30), minutes=30, zone="UTC",
        status=SessionStatus.DONE, area="face", quiet_until=moment - timedelta(seconds=1),
    )
    store = Store(home)
    store.sessions.save(session)
    # Awake at all hours, so that the test may run in the evening too.
    store.settings.put("quiet_from", "00:00")
    store.settings.put("quiet_to", "00:00")


def open_app(bus: Bus, home: Path, seconds: float) -> subprocess.Popen[str]:
    environment = {**bus.environment(), "KIVY_HOME": str(home / "kivy"), "TZ": "UTC"}
    return subprocess.Popen(
        [sys.executable, str(WINDOW), str(home), str(seconds)], env=environment, stdout=subprocess.PIPE, text=True
    )


def noted_as_told(home: Path) -> bool:
    """Whether the app has written down that something was shown."""
    return any(entry.state == AlertState.SHOWN for entry in Store(home).journal.entries().values())


def test_a_limit_that_ends_is_told_once_though_the_app_is_killed_and_opened_again(
    server: Server, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    needle_free_session_ending_its_limits_at(home, datetime.now(UTC) + SOON)
    # given the open app
    app = open_app(server.bus, home, 60)
    assert app.stdout is not None
    assert app.stdout.readline().startswith("SHOWN today")
    # when the limits end
    assert until(server.arrived)
    # then one message tells it, without a health word
    [arrived] = server.arrived()
    assert (arrived.summary, arrived.body) == ("Aftercare reminder", "Your plan has an update.")
    # when the app is killed and opened again, then it is not repeated
    assert until(lambda: noted_as_told(home))
    app.kill()
    app.wait(10)
    again = open_app(server.bus, home, 3)
    out, _ = again.communicate(timeout=60)
    assert out.splitlines()[-1] == "CLOSED"
    assert len(server.arrived()) == 1


def test_a_first_start_shows_the_welcome_and_stores_nothing(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    app = open_app(server.bus, home, 0.5)
    out, _ = app.communicate(timeout=60)
    assert out.startswith("SHOWN welcome")
    assert "Know what’s OK, and when" in out
    assert not (home / "aftercare.json").exists()
    assert os.stat(home).st_mode & 0o077 == 0


def closed_by_itself(bus: Bus, home: Path) -> list[str]:
    """What the app says of itself from its first frame until it is closed, well after its first look around."""
    app = open_app(bus, home, 3)
    out, _ = app.communicate(timeout=60)
    assert app.returncode == 0
    return out.splitlines()


def test_an_app_with_a_code_opens_locked_and_goes_on(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    needle_free_session_ending_its_limits_at(home, datetime.now(UTC) + timedelta(days=1))
    lock = AppLock(replace(lock_ports(home), keys=cheap_keys(home)))
    lock.turn_on(lock.draft(CODE))
    said = closed_by_itself(server.bus, home)
    assert said[0].startswith("SHOWN lock")
    assert said[-1] == "CLOSED"


def test_an_app_whose_data_cannot_be_read_says_so_and_goes_on(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "aftercare.json").write_text("not what we wrote")
    said = closed_by_itself(server.bus, home)
    assert said[0].startswith("SHOWN ")
    assert said[-1] == "CLOSED"
    assert (home / "aftercare.json").read_text() == "not what we wrote"


def test_what_nobody_can_show_is_not_tried_over_and_over(tmp_path: Path) -> None:
    # given a limit that has just ended, on a desktop that shows no alerts
    home = tmp_path / "home"
    needle_free_session_ending_its_limits_at(home, datetime.now(UTC) - timedelta(milliseconds=500))
    with private_bus() as bus:
        app = open_app(bus, home, 60)
        assert app.stdout is not None
        # when it was tried at the start, however long that takes here
        assert any(NOT_HANDED_OVER in line for line in app.stdout)
        time.sleep(2)
        app.kill()
        rest, _ = app.communicate(timeout=10)
    # then it is tried again when the screen changes at most, and not several times a second
    assert rest.count(NOT_HANDED_OVER) <= 4


def no_file_grows() -> None:
    """As on a disk without room; for the child before it begins."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.skipif(sys.platform == "win32", reason="knows no such limit")
def test_an_app_on_a_full_disk_opens_and_shows_the_plan(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    needle_free_session_ending_its_limits_at(home, datetime.now(UTC) + timedelta(days=1))
    environment = {**server.bus.environment(), "KIVY_HOME": str(home / "kivy")}
    app = subprocess.run(
        [sys.executable, str(WINDOW), str(home), "2"], preexec_fn=no_file_grows, stdout=subprocess.PIPE, text=True,
        env={name: value for name, value in environment.items() if not name.startswith("KIVY_NO_")}, timeout=60,
        check=False,
    )  # fmt: skip
    said = app.stdout.splitlines()
    assert said[0].startswith("SHOWN today")
    assert said[-1] == "CLOSED"
