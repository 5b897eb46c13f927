"""The set-up scripts, run as if on another machine: the programs they call are stand-ins on the path."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a POSIX shell")


def run(*command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """What a command did, with some variables of the environment changed."""
    env = os.environ | environ
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def debian(tmp_path: Path) -> Path:
    """A folder of programs that make any machine a Debian on which only `libgl1` is installed."""
    programs = {
        "dpkg-query": 'for name in "$@"; do :; done; [ "$name" = libgl1 ] && printf installed',
        "apt-get": f'echo "$@" >>"{tmp_path}/apt"',
        "id": "echo 0",
    }
    for name, script in programs.items():
        stand_in = tmp_path / name
        stand_in.write_text(f"#!/bin/sh\n{script}\n")
        stand_in.chmod(0o755)
    return tmp_path


def packages(debian: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """What packages.sh did on that machine."""
    return run("tools/packages.sh", *names, PATH=f"{debian}:{os.environ['PATH']}")


def test_root_gets_the_missing_packages_alone(debian: Path) -> None:
    done = packages(debian, "libgl1", "xvfb", "dbus")

    assert done.returncode == 0, done.stderr
    update, install = (debian / "apt").read_text().splitlines()
    assert update.startswith("update")
    assert install.split()[-2:] == ["xvfb", "dbus"]
    assert "libgl1" not in install
    assert "--no-install-recommends" in install


def test_nothing_is_asked_of_a_machine_that_has_all(debian: Path) -> None:
    done = packages(debian, "libgl1")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (debian / "apt").exists()


def test_others_get_the_one_command_that_helps(debian: Path) -> None:
    (debian / "id").write_text("#!/bin/sh\necho 1000\n")

    done = packages(debian, "libgl1", "xvfb", "dbus")

    assert done.returncode == 1
    assert "sudo apt-get install --no-install-recommends xvfb dbus" in done.stderr
    assert not (debian / "apt").exists()


def test_what_apt_said_is_shown_when_it_fails(debian: Path) -> None:
    (debian / "apt-get").write_text("#!/bin/sh\necho no such package\nexit 100\n")

    done = packages(debian, "xvfb")

    assert done.returncode == 1
    assert "no such package" in done.stderr
    assert "could not install: xvfb" in done.stderr


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac always has a display")
def test_run_without_a_display_names_the_way_out_in_one_line() -> None:
    done = run("tools/run.sh", DISPLAY="", WAYLAND_DISPLAY="")

    assert done.returncode != 0
    assert len(done.stderr.splitlines()) == 1
    assert "make shots" in done.stderr


@pytest.mark.bus
def test_the_desktop_in_memory_hands_on_output_and_exit_code() -> None:
    done = run("tools/with_desktop.sh", "sh", "-c", 'echo "$DISPLAY $DBUS_SESSION_BUS_ADDRESS"; exit 7')

    assert done.returncode == 7
    display, bus = done.stdout.split()
    assert display != os.environ["DISPLAY"]
    assert bus != os.environ["DBUS_SESSION_BUS_ADDRESS"]


def test_an_unknown_kind_of_setup_is_refused() -> None:
    done = run("tools/setup.sh", "everything")

    assert done.returncode == 2
    assert "run, test or lint" in done.stderr


def test_other_systems_are_told_what_is_needed(tmp_path: Path) -> None:
    for name in ("sh", "uname"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")

    done = run("tools/packages.sh", "libgl1", "xvfb", PATH=str(tmp_path))

    assert done.returncode == 0
    assert "libgl1 xvfb" in done.stdout or sys.platform == "darwin"
