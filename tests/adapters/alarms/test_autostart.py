"""The autostart entry, as a desktop reads it."""
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from aftercare.adapters.alarms.autostart import exec_value
from tests.adapters.alarms.desk import Desk, alarms, instants, scheduler
from tests.adapters.alarms.reading import exec_key

VALIDATE = shutil.which("desktop-file-validate")
needs_validator = pytest.mark.skipif(
    VALIDATE is None, reason="needs desktop-file-validate, from the package desktop-file-utils")
AWKWARD = [
    "/opt/my apps/aftercare",
    "/opt/100% sure/%f",
    '/opt/"quoted"/it\'s/`tick`',
    "/opt/back\\slash/$HOME/aftercare",
    "/home/żółć/данные/😀",
    "/opt/new\nline/tab\there",
    "/opt/; colon/#/&/|/<>/~/*?",
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home = tmp_path / "home"
    home.mkdir()
    return Desk(home)


def entry(desk: Desk) -> Path:
    return desk.home / ".config" / "autostart" / "aftercare-alerts.desktop"


@pytest.mark.parametrize("count", [0, 1, 200])
@needs_validator
def test_the_validator_finds_no_fault_in_the_entry(desk: Desk, count: int) -> None:
    made = scheduler("autostart", desk)
    made.install()
    made.arm(alarms(instants(count)))

    done = subprocess.run(
        [str(VALIDATE), str(entry(desk))], capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert made.status().armed == count


@pytest.mark.parametrize("path", AWKWARD)
@needs_validator
def test_an_awkward_path_is_valid_and_comes_out_as_it_went_in(desk: Desk, path: str) -> None:
    desk.command = (path, "--home", path)
    scheduler("autostart", desk).install()

    done = subprocess.run(
        [str(VALIDATE), str(entry(desk))], capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert exec_key(entry(desk).read_text()) == [path, "--home", path]


def test_a_control_character_has_no_place_in_an_entry() -> None:
    with pytest.raises(ValueError, match="control"):
        exec_value(("/opt/\x07bell",))


def test_installing_starts_the_agent_and_removing_ends_it(desk: Desk) -> None:
    made = scheduler("autostart", desk)
    made.install()
    assert desk.spawned == [list(desk.command)]

    made.remove()
    assert not desk.agent_runs


def test_arming_tells_the_agent_that_runs_and_starts_one_that_does_not(desk: Desk) -> None:
    made = scheduler("autostart", desk)
    made.install()
    made.arm(alarms(instants()))
    assert (len(desk.spawned), desk.calls) == (1, [["look again"]])

    desk.agent_runs = False
    made.arm(alarms(instants()))
    assert len(desk.spawned) == 2


def test_arming_right_after_installing_starts_no_second_agent(desk: Desk) -> None:
    # given a machine on which a program takes its time to come up
    desk.slow_start = True
    made = scheduler("autostart", desk)
    made.install()
    # when it is armed before that
    made.arm(alarms(instants()))
    # then one agent is on its way, not two that push each other out
    assert len(desk.spawned) == 1


def test_an_agent_that_never_came_up_is_started_again(desk: Desk) -> None:
    desk.slow_start = True
    made = scheduler("autostart", desk)
    made.install()
    for _change in range(2):
        made.arm(alarms(instants()))
    assert len(desk.spawned) == 2
