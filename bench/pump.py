"""The background delivery of alerts: its processor time, against a Python that only imports the same two libraries."""
from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.pairs import by_turns
from bench.result import Result
from tests.e2e.bus import Server, notification_server, private_bus
from tests.e2e.kills import NOW, command, template

CPU_LIMIT = 0.35


def run() -> list[Result]:
    """Processor seconds with an alert to show and with nothing to do, and the ratio of the first to bare imports."""
    with (
        tempfile.TemporaryDirectory() as folder,
        private_bus() as bus,
        notification_server(bus, Path(folder)) as server,
    ):
        home = template(Path(folder), server)
        plain = [sys.executable, "-c", "import plyer, tinydb"]
        due = by_turns(_on_a_copy(server, home), plain).cpu_seconds
        idle = by_turns([*_on_bus(server), *command(home, "alerts", "deliver", "--now", NOW)], plain).cpu_seconds
    note = f"{due[0] * 1000:.0f} ms / {due[1] * 1000:.0f} ms"
    return [
        Result("processor time of the pump, an alert due", due[0], CPU_LIMIT, "s"),
        Result("the same, nothing due", idle[0], CPU_LIMIT, "s"),
        Result("the first / bare imports", due[0] / due[1], None, "x", note),
    ]


def _on_bus(server: Server) -> list[str]:
    return ["env", f"DBUS_SESSION_BUS_ADDRESS={server.bus.address}", "TZ=Europe/Berlin"]


def _on_a_copy(server: Server, home: Path) -> list[str]:
    """The pump on a fresh copy, in which the alert is due each time."""
    copy = home.with_name("copy")
    script = 'rm -rf "$1" && cp -r "$0" "$1" && shift && exec "$@"'
    pump = command(copy, "alerts", "deliver", "--now", NOW)
    return ["sh", "-c", script, str(home), str(copy), *_on_bus(server), *pump]
