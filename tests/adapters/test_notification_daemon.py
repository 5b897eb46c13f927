"""Asking the bus when it does not answer as it should, and at no cost to the start of the app."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from aftercare.adapters import notification_daemon
from aftercare.adapters.notification_daemon import DaemonState, look_for_daemon

ROOT = Path(__file__).resolve().parents[2]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for the programs")


def with_program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "dbus-send"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    monkeypatch.setitem(sys.modules, "dbus", None)


@posix_only
@pytest.mark.parametrize("script", ["exec /bin/sleep 30", "exit 1", "exit 0", "echo nonsense", "exit 127"])
def test_a_bus_that_gives_no_usable_answer_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(notification_daemon, "ANSWER_SECONDS", 0.3)
    with_program(tmp_path, script, monkeypatch)
    assert look_for_daemon().state is DaemonState.NO_BUS


@posix_only
def test_a_broken_program_counts_as_no_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_program(tmp_path, "", monkeypatch)
    (tmp_path / "dbus-send").write_bytes(b"\x7fELF not a program")
    assert look_for_daemon().state is DaemonState.NO_BUS


@posix_only
def test_the_owner_is_read_from_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_program(tmp_path, "echo '   :1.42'", monkeypatch)
    found = look_for_daemon()
    assert (found.state, found.owner) == (DaemonState.RUNNING, ":1.42")


def test_importing_the_notifier_loads_nothing_that_only_showing_needs() -> None:
    code = ("import sys, aftercare.adapters.notifier\n"
            "print(sorted({'plyer', 'dbus', 'subprocess', 'shutil', 'html', 'kivy'} & set(sys.modules)))")
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
