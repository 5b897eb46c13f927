"""A private session bus with a recording notification server, whatever bus the tests themselves run on."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

TESTS = Path(__file__).resolve().parent.parent
BUS_CONF = TESTS / "bus.conf"
SERVER = TESTS / "fakes" / "notification_server.py"
START_SECONDS = 20.0

can_start_bus = shutil.which("dbus-daemon") is not None


@dataclass(frozen=True, slots=True)
class Arrived:
    """One notification as the server received it."""

    id: int
    replaces_id: int
    app_name: str
    summary: str
    body: str
    expire_timeout: int


@dataclass(frozen=True, slots=True)
class Bus:
    """A running private bus."""

    address: str

    def environment(self) -> dict[str, str]:
        """This process's environment with the bus in it, for a program under test."""
        return {**os.environ, "DBUS_SESSION_BUS_ADDRESS": self.address}


@dataclass(frozen=True, slots=True)
class Server:
    """A recording notification daemon on a bus."""

    bus: Bus
    out: Path
    process: subprocess.Popen[str]

    def arrived(self) -> list[Arrived]:
        """Everything received so far; a message is written down before its sender gets an answer."""
        return read_arrived(self.out)

    def closed(self) -> list[int]:
        """The ids of what it was told to take off the display while it was there."""
        file = self.out.with_suffix(".closed")
        return [int(line) for line in file.read_text(encoding="utf-8").split()] if file.exists() else []


def read_arrived(out: Path) -> list[Arrived]:
    """What a server wrote down in its file, oldest first."""
    if not out.exists():
        return []
    return [Arrived(**json.loads(line)) for line in out.read_text(encoding="utf-8").splitlines()]


@contextmanager
def private_bus(configuration: Path = BUS_CONF) -> Iterator[Bus]:
    """A bus on which nobody shows notifications; with the usual configuration nothing starts by itself."""
    command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address=1"]
    with _running(command, dict(os.environ)) as process:
        yield Bus(_first_line(process))


def starting_by_itself(command: str, folder: Path) -> Path:
    """A bus configuration under which the command is started when the first notification is sent."""
    (folder / "notifications.service").write_text(
        f"[D-BUS Service]\nName=org.freedesktop.Notifications\nExec={command}\n")
    configuration = folder / "starting.conf"
    usual = BUS_CONF.read_text()
    configuration.write_text(usual.replace("</type>", f"</type>\n  <servicedir>{folder}</servicedir>"))
    return configuration


@contextmanager
def notification_server(bus: Bus, folder: Path, *, vanish: bool = False) -> Iterator[Server]:
    """A notification daemon that records into the folder; `vanish` makes it die on the first message."""
    out = folder / "arrived.jsonl"
    command = [sys.executable, str(SERVER), str(out), *(["--vanish"] if vanish else [])]
    with _running(command, bus.environment()) as process:
        line = _first_line(process)
        if line != "READY":
            raise RuntimeError(f"the notification server said {line!r} instead of READY")
        yield Server(bus, out, process)


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    # The daemon's complaint about file limits on a bare machine says nothing about the tests.
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()


def _first_line(process: subprocess.Popen[str]) -> str:
    """The first line that the process prints, or "" when it ends or stays silent; then it is stopped."""
    stream: IO[str] | None = process.stdout
    if stream is None:
        return ""
    watchdog = threading.Timer(START_SECONDS, process.kill)
    watchdog.start()
    try:
        return stream.readline().strip()
    finally:
        watchdog.cancel()
