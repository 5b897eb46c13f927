"""The units, as systemd itself reads them."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.adapters.alarms.systemd import SystemdTimer, exec_line
from tests.adapters.alarms.desk import NOW, Desk, alarms, instants, scheduler
from tests.adapters.alarms.reading import exec_start

ANALYZE = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze, from the package systemd")

AWKWARD = [
    "/opt/my apps/aftercare",
    "/opt/100% sure/%h",
    '/opt/"quoted"/aftercare',
    "/opt/it's/aftercare",
    "/opt/back\\slash/aftercare",
    "/opt/$HOME/${dollar}/aftercare",
    "/home/żółć/Öl/данные/😀",
    "/opt/new\nline/tab\there",
    "/opt/semi ; colon/#/&/|/<>",
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home = tmp_path / "home"
    home.mkdir()
    return Desk(home)


def analyze(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}
    return subprocess.run(
        [str(ANALYZE), *arguments], env=environ, capture_output=True, text=True, timeout=60, check=False)


def units(desk: Desk) -> Path:
    return desk.home / ".config" / "systemd" / "user"


@pytest.mark.parametrize("count", [0, 1, 200])
@needs_systemd
def test_systemd_finds_no_fault_in_the_units(desk: Desk, tmp_path: Path, count: int) -> None:
    desk.command = (sys.executable, *desk.command[1:])
    made = scheduler("systemd", desk)
    made.install()
    made.arm(alarms(instants(count)))

    # an unknown key is only a warning, so nothing at all may be said
    done = analyze(tmp_path, "--user", "verify", *(str(units(desk) / f"aftercare-alerts.{kind}")
                                                   for kind in ("service", "timer")))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert made.status().armed == count


@needs_systemd
def test_systemd_reads_the_instants_as_we_mean_them(desk: Desk, tmp_path: Path) -> None:
    made = scheduler("systemd", desk)
    made.arm(alarms([NOW + timedelta(days=400)]))
    timer = (units(desk) / "aftercare-alerts.timer").read_text()
    [line] = [line for line in timer.splitlines() if line.startswith("OnCalendar=")]

    done = analyze(tmp_path, "calendar", line.removeprefix("OnCalendar="))

    assert done.returncode == 0
    assert "Normalized form: 2027-12-27 10:00:00 UTC" in done.stdout


@pytest.mark.parametrize("path", AWKWARD)
@needs_systemd
def test_systemd_starts_a_program_with_an_awkward_path(desk: Desk, tmp_path: Path, path: str) -> None:
    # given a program there, so that systemd checks that it finds it
    program = tmp_path / path.lstrip("/")
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    desk.command = (str(program), "--home", path)
    scheduler("systemd", desk).install()

    done = analyze(tmp_path, "--user", "verify", str(units(desk) / "aftercare-alerts.service"))

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("path", AWKWARD)
def test_an_awkward_path_comes_out_as_it_went_in(tmp_path: Path, path: str) -> None:
    # given a program there that tells its name and its arguments
    program = tmp_path / path.lstrip("/")
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\nprintf '%s\\0' \"$0\" \"$@\"\n")
    program.chmod(0o755)

    command = exec_start(f"[Service]\nExecStart={exec_line((str(program), '--home', path))}\n")

    done = subprocess.run(command, capture_output=True, timeout=30, check=True)
    assert done.stdout.decode().split("\0")[:-1] == [str(program), "--home", path]


def test_the_units_say_what_makes_reminders_dependable(desk: Desk) -> None:
    made = scheduler("systemd", desk)
    made.install()
    made.arm(alarms(instants(2)))

    timer = (units(desk) / "aftercare-alerts.timer").read_text().splitlines()
    service = (units(desk) / "aftercare-alerts.service").read_text().splitlines()

    for line in ("Persistent=true", "AccuracySec=1s", "OnClockChange=true", "OnTimezoneChange=true",
                 "OnCalendar=2026-11-22 11:30:00 UTC", "OnCalendar=2026-11-22 13:00:00 UTC",
                 "Unit=aftercare-alerts.service", "WantedBy=timers.target"):
        assert line in timer
    for line in ("Type=oneshot", "Restart=on-failure", "RestartPreventExitStatus=2",
                 "StandardOutput=null"):
        assert line in service


def test_installing_delivers_once_and_arming_does_not(desk: Desk) -> None:
    made = scheduler("systemd", desk)
    deliver = ["systemctl", "--user", "start", "--no-block", "aftercare-alerts.service"]

    made.install()
    assert desk.calls.count(deliver) == 1

    made.arm(alarms(instants(2)))
    assert desk.calls.count(deliver) == 1
    assert desk.calls[-1] == ["systemctl", "--user", "restart", "aftercare-alerts.timer"]


def test_the_stamp_of_the_last_time_goes_with_the_rest(desk: Desk) -> None:
    made = scheduler("systemd", desk)
    made.install()
    stamp = desk.home / ".local" / "share" / "systemd" / "timers" / "stamp-aftercare-alerts.timer"
    stamp.parent.mkdir(parents=True)
    stamp.touch()

    assert made.remove().ok
    assert desk.files() == {}


@pytest.mark.parametrize("runtime", [None, "empty"])
def test_without_systemd_for_the_user_nothing_is_tried(desk: Desk, tmp_path: Path, runtime: str | None) -> None:
    folder = tmp_path / runtime if runtime else None
    absent = SystemdTimer("aftercare-alerts", desk.command, desk.home, desk.home, folder, desk.run)

    assert not absent.available().ok
    assert absent.available().reason
    assert desk.calls == []


def test_what_was_installed_goes_even_where_systemd_is_gone(desk: Desk) -> None:
    made = scheduler("systemd", desk)
    made.install()
    (desk.home.parent / "run" / "systemd").rmdir()
    desk.refuse["stop"] = "no bus"

    outcome = made.remove()

    assert outcome.ok
    assert desk.files() == {}
