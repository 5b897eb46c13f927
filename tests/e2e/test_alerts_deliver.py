"""`alerts deliver` as a program, on a real bus with a recording notification server and real files."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.store import Store
from tests.e2e.bus import Server, can_start_bus, notification_server, private_bus
from tests.e2e.kills import template, trials

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not can_start_bus, reason="needs dbus-daemon; run it with make test")
END = datetime(2026, 6, 11, 8, 30, tzinfo=UTC)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with private_bus() as bus, notification_server(bus, tmp_path) as running:
        yield running


def aftercare(server: Server, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "--home", str(home), *arguments]
    return subprocess.run(command, cwd=ROOT, env=server.bus.environment(), capture_output=True, text=True, timeout=60)


def add_session(server: Server, home: Path) -> None:
    added = aftercare(
        server, home, "session", "add", "body-injection", "--start", "2026-06-08T10:00", "--zone", "Europe/Berlin"
    )
    assert added.returncode == 0, added.stderr


def deliver(server: Server, home: Path, now: datetime) -> subprocess.CompletedProcess[str]:
    return aftercare(server, home, "alerts", "deliver", "--now", now.isoformat())


def test_what_is_due_arrives_once(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    add_session(server, home)
    deliver(server, home, END - timedelta(minutes=1))
    before = len(server.arrived())

    first = deliver(server, home, END)
    second = deliver(server, home, END)

    assert first.returncode == second.returncode == 0
    [arrived] = server.arrived()[before:]
    assert (arrived.app_name, arrived.summary, arrived.body) == (
        "Aftercare", "Aftercare reminder", "Your plan has an update.",
    )
    assert second.stdout == "Nothing due.\n"


def test_a_day_late_it_still_arrives_and_after_that_it_is_dropped(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    add_session(server, home)
    deliver(server, home, END - timedelta(days=1, minutes=1))
    before = len(server.arrived())
    late = deliver(server, home, END + timedelta(hours=23, minutes=59))
    assert late.returncode == 0
    assert len(server.arrived()) == before + 1

    other = tmp_path / "other"
    add_session(server, other)
    deliver(server, other, END - timedelta(minutes=1))
    before = len(server.arrived())
    too_late = deliver(server, other, END + timedelta(hours=24, minutes=1))
    assert "Too late, dropped" in too_late.stdout
    assert len(server.arrived()) == before


def test_many_at_once_deliver_each_alert_once(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    add_session(server, home)
    deliver(server, home, END - timedelta(minutes=1))
    before = len(server.arrived())
    command = [sys.executable, "main.py", "--home", str(home), "alerts", "deliver", "--now", END.isoformat()]
    together = [
        subprocess.Popen(command, cwd=ROOT, env=server.bus.environment(), stdout=subprocess.DEVNULL)
        for _ in range(50)
    ]
    assert [process.wait(110) for process in together] == [0] * 50
    assert len(server.arrived()) == before + 1


def test_a_pump_killed_at_any_point_loses_nothing_and_shows_under_one_id(server: Server, tmp_path: Path) -> None:
    home = template(tmp_path, server)
    # when it is killed 20 times, each time on a copy, and then run to its end
    killed = list(trials(server, home, tmp_path, count=20, seed=1))
    # then all that was due arrived, under one id however often
    assert [trial for trial in killed if not trial.is_good] == []
    assert any(trial.was_running for trial in killed)


def test_a_setting_that_cannot_be_read_is_named_and_stops_no_alert(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    add_session(server, home)
    deliver(server, home, END - timedelta(minutes=1))
    before = len(server.arrived())
    Store(home).settings.put("quiet_from", "late")

    ran = deliver(server, home, END)

    # then it is told, and a timer that starts failed runs again has no reason to
    assert (ran.returncode, len(server.arrived())) == (0, before + 1)
    assert ran.stderr == 'aftercare: quiet_from: "late" is not a time. Use one like 22:00. The usual value is used.\n'
