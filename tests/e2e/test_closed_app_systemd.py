"""The timer under a real systemd of its own, in a private view of /run, so that this machine's is not touched."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.bus import can_start_bus, notification_server, private_bus
from tests.e2e.closed import ROOT, ZONE, Login
from tests.e2e.waiting import until

SYSTEMD = Path("/lib/systemd/systemd")
_START = """
mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/system "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR" || exit 1
exec "$0" --user --log-target=null
"""


def _can_have_its_own() -> bool:
    if not (can_start_bus and SYSTEMD.exists() and shutil.which("unshare") and shutil.which("nsenter")):
        return False
    tried = subprocess.run(
        ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/run"], capture_output=True, timeout=30, check=False)
    return tried.returncode == 0


pytestmark = pytest.mark.skipif(not _can_have_its_own(), reason="needs systemd, dbus-daemon and leave to mount")


class OwnSystemd:
    """A running `systemd --user` and commands beside it."""

    def __init__(self, login: Login) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "AFTERCARE_"))}
        (login.folder / "user").mkdir()
        self._environment = kept | {
            "HOME": str(login.home), "XDG_RUNTIME_DIR": "/run/user/own", "TZ": ZONE,
            "DBUS_SESSION_BUS_ADDRESS": login.server.bus.address,
        }
        self.login = login
        self.process = subprocess.Popen(
            ["unshare", "-m", "sh", "-c", _START, str(SYSTEMD)], env=self._environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        inside = ["nsenter", "-m", "-t", str(self.process.pid), *command]
        return subprocess.run(
            inside, env=self._environment, capture_output=True, text=True, timeout=60, check=False)

    def aftercare(self, *arguments: str) -> str:
        done = self.run(sys.executable, str(ROOT / "main.py"), "--home", str(self.login.data), *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def is_up(self) -> bool:
        return self.run("systemctl", "--user", "is-system-running").stdout.strip() in ("running", "degraded")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OwnSystemd]:
    folder = tmp_path / "100% $USER żółć"
    folder.mkdir()
    with private_bus() as bus, notification_server(bus, tmp_path) as server:
        systemd = OwnSystemd(Login(server, folder, systemd=True))
        try:
            if not until(systemd.is_up):
                pytest.skip("systemd does not start here")
            # It offers its units a bus of its own, on which nobody shows anything.
            systemd.run("systemctl", "--user", "set-environment", f"DBUS_SESSION_BUS_ADDRESS={bus.address}")
            yield systemd
        finally:
            systemd.process.terminate()
            systemd.process.wait(20)


def add_session_allowed_in(own: OwnSystemd, soon: timedelta) -> None:
    """A session of which an activity is allowed again so soon from now."""
    start = datetime.now(UTC).replace(microsecond=0)
    made = own.aftercare("plan", "face-injection", "--start", f"{start:%Y-%m-%dT%H:%M:%S}", "--zone", "UTC", "--json")
    allowed = [alert["fire_at"] for alert in json.loads(made)["alerts"] if alert["kind"] == "allowed"]
    start = datetime.now(UTC) + soon - (datetime.fromisoformat(allowed[0]) - start)
    own.aftercare("session", "add", "face-injection", "--start", f"{start:%Y-%m-%dT%H:%M:%S}", "--zone", "UTC")


def test_systemd_wakes_us_in_time_and_forgets_us_on_request(own: OwnSystemd) -> None:
    # given nothing due now, and a reminder some seconds ahead
    add_session_allowed_in(own, timedelta(seconds=20))
    own.aftercare("alerts", "deliver")
    before = len(own.login.server.arrived())

    # when it is installed and the app stays closed
    assert own.aftercare("alerts", "install") == "Installed: systemd\n"
    assert len(own.login.server.arrived()) == before

    # then systemd delivers it, and armed what comes next
    assert until(lambda: len(own.login.server.arrived()) > before)
    assert until(lambda: "Armed" in own.aftercare("alerts", "status"))
    timers = own.run("systemctl", "--user", "list-timers", "--all", "--no-pager").stdout
    assert "aftercare-alerts" in timers

    # and nothing of it stays after removal
    assert own.aftercare("alerts", "remove") == "Removed: systemd\n"
    units = own.run("systemctl", "--user", "list-units", "--all", "--no-pager").stdout
    assert "aftercare-alerts" not in units
    assert [path for path in own.login.home.rglob("*") if not path.is_dir()] == []
