"""Killing the pump at random points, and what a clean run after it then shows."""
from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aftercare.adapters.store import Store
from tests.e2e.bus import Server

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-06-11T08:30:00Z"
# What ends at that minute for the session below.
DUE = ("Alcohol", "Makeup", "Massage", "Pool", "Sauna", "Sunbed", "Sun")
SESSION = ("session", "add", "body-injection", "--start", "2026-06-08T10:00", "--zone", "Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Trial:
    """One kill: whether the pump was still running, what was missing after the clean run, under how many ids it
    was shown, how often, and whether a third run repeated it."""

    was_running: bool
    missing: tuple[str, ...]
    ids: int
    times: int
    repeated: bool

    @property
    def is_good(self) -> bool:
        return not self.missing and self.ids == 1 and not self.repeated


def command(home: Path, *arguments: str) -> list[str]:
    """The program on a data folder."""
    return [sys.executable, str(ROOT / "main.py"), "--home", str(home), *arguments]


def template(folder: Path, server: Server) -> Path:
    """A data folder in which alerts are due at NOW."""
    home = folder / "template"
    subprocess.run(command(home, *SESSION), env=_environment(server), check=True, capture_output=True)
    Store(home).settings.put("wording", "full")
    return home


def trials(server: Server, home: Path, folder: Path, count: int, seed: int) -> Iterator[Trial]:
    """Each on a copy of the folder, killed after a random part of the time that a whole run takes."""
    began = time.perf_counter()
    _deliver(server, _copy(home, folder / "timed"))
    whole = time.perf_counter() - began
    chance = random.Random(seed)
    for number in range(count):
        yield _trial(server, _copy(home, folder / str(number)), chance.uniform(0, whole * 1.1))


def _trial(server: Server, home: Path, seconds: float) -> Trial:
    before = len(server.arrived())
    with subprocess.Popen(
        command(home, "alerts", "deliver", "--now", NOW), env=_environment(server),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as pump:  # fmt: skip
        time.sleep(seconds)
        was_running = pump.poll() is None
        pump.send_signal(signal.SIGKILL)
    # A notification that the pump had begun to send may still be on its way.
    time.sleep(0.1)
    _deliver(server, home)
    arrived = server.arrived()[before:]
    _deliver(server, home)
    last = arrived[-1].body if arrived else ""
    return Trial(
        was_running=was_running,
        missing=tuple(name for name in DUE if name.casefold() not in last.casefold()),
        ids=len({one.id for one in arrived}),
        times=len(arrived),
        repeated=len(server.arrived()) > before + len(arrived),
    )


def _deliver(server: Server, home: Path) -> None:
    done = subprocess.run(
        command(home, "alerts", "deliver", "--now", NOW), env=_environment(server), capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"a clean run failed: {done.stderr}")


def _copy(home: Path, to: Path) -> Path:
    shutil.copytree(home, to)
    return to


def _environment(server: Server) -> dict[str, str]:
    return server.bus.environment() | {"TZ": "Europe/Berlin"}
