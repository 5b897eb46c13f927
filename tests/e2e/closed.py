"""A patient with something due at this very moment, and a login of their own: home folder, programs, bus."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.e2e.bus import Server

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Login:
    """The environment of one desktop session; nothing of the person who runs the tests."""

    server: Server
    folder: Path
    systemd: bool

    @property
    def home(self) -> Path:
        return self.folder / "user"

    @property
    def data(self) -> Path:
        return self.folder / "my data"

    def environment(self) -> dict[str, str]:
        variables = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "AFTERCARE_"))}
        variables |= {"HOME": str(self.home), "DBUS_SESSION_BUS_ADDRESS": self.server.bus.address, "TZ": ZONE}
        programs = self.folder / "bin"
        programs.mkdir(parents=True, exist_ok=True)
        self.home.mkdir(exist_ok=True)
        stand_in = programs / "systemctl"
        stand_in.write_text("#!/bin/sh\nexit 0\n")
        stand_in.chmod(0o755)
        variables["PATH"] = f"{programs}:{variables.get('PATH', '')}"
        if self.systemd:
            (self.folder / "run" / "systemd").mkdir(parents=True, exist_ok=True)
            variables["XDG_RUNTIME_DIR"] = str(self.folder / "run")
        return variables

    def run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Run a program in this login, from another folder than the app's."""
        return subprocess.run(
            list(command), cwd=self.folder, env=self.environment(), capture_output=True, text=True, timeout=60,
            check=False)

    def aftercare(self, *arguments: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run main.py on the data folder."""
        return self.run([sys.executable, str(ROOT / "main.py"), "--home", str(data or self.data), *arguments])

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start main.py and do not wait for it."""
        command = [sys.executable, str(ROOT / "main.py"), "--home", str(self.data), *arguments]
        return subprocess.Popen(
            command, cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True)

    def add_session_with_something_due(self) -> None:
        """A session of which an activity was allowed again an hour ago."""
        guess = datetime.now(UTC).replace(second=0, microsecond=0)
        plan = self.aftercare("plan", "face-injection", "--start", f"{guess:%Y-%m-%dT%H:%M}", "--zone", "UTC", "--json")
        allowed = [alert for alert in json.loads(plan.stdout)["alerts"] if alert["kind"] == "allowed"]
        after = datetime.fromisoformat(allowed[0]["fire_at"]) - guess
        start = guess - after - timedelta(hours=1)
        added = self.aftercare(
            "session", "add", "face-injection", "--start", f"{start:%Y-%m-%dT%H:%M}", "--zone", "UTC")
        assert added.returncode == 0, added.stderr


def midday_zone() -> str:
    """A zone in which it is about noon, so that no quiet hours are near."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "UTC"


# Once for a run: an hour may end meanwhile.
ZONE = midday_zone()
