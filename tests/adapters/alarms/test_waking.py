"""What every desktop scheduler does alike."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.alarms.desk import NOW, WAYS, Desk, alarms, instants, scheduler

every_way = pytest.mark.parametrize("name", WAYS)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home = tmp_path / "home"
    home.mkdir()
    return Desk(home)


@every_way
def test_it_is_known_by_its_name_and_installs_nothing_by_itself(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)

    assert made.name == name
    assert made.available().ok
    assert not made.status().installed
    assert desk.files() == {}


@every_way
def test_install_then_remove_leaves_no_file_behind(desk: Desk, name: str) -> None:
    # given something of somebody else in the same places
    stranger = desk.home / ".config" / "systemd" / "user" / "backup.timer"
    stranger.parent.mkdir(parents=True)
    stranger.write_text("[Timer]\n")
    before = desk.files()
    made = scheduler(name, desk)

    assert made.install().ok
    assert made.arm(alarms(instants())).ok
    assert made.status().installed
    assert made.remove().ok

    assert not made.status().installed
    assert desk.files() == before


@every_way
def test_status_tells_what_is_still_to_come(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    made.install()
    made.arm(alarms(instants(3)))

    desk.moment = NOW + timedelta(hours=2)

    status = made.status()
    assert (status.installed, status.armed, status.next, status.note) == (True, 2, NOW + timedelta(hours=3), "")


@every_way
def test_to_install_twice_changes_nothing_and_keeps_what_is_armed(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    made.install()
    made.arm(alarms(instants()))
    before = desk.files()

    assert made.install().ok
    assert desk.files() == before


@every_way
def test_to_remove_what_was_never_installed_is_no_fault(desk: Desk, name: str) -> None:
    desk.refuse |= {"/Delete": "cannot find it", "/Query": "cannot find it"}
    assert scheduler(name, desk).remove().ok
    assert desk.files() == {}


@every_way
def test_what_is_armed_replaces_what_was(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    made.install()
    made.arm(alarms(instants(10)))
    made.arm(alarms(instants(1)))
    assert made.status().armed == 1

    made.arm([])
    assert (made.status().installed, made.status().armed) == (True, 0)


@every_way
def test_it_sees_without_any_program_that_all_is_in_order(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    made.install()
    made.arm(alarms(instants(3)))
    desk.calls.clear()

    assert made.intact(alarms(instants(3)))
    # what passed since is no difference
    desk.moment = NOW + timedelta(hours=2)
    assert made.intact(alarms(instants(3)[1:]))
    assert desk.calls == []


@every_way
def test_a_moved_program_a_changed_and_a_deleted_file_are_noticed_and_put_right(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    wanted = alarms(instants(3))
    made.install()
    made.arm(wanted)
    whole = desk.files()
    files = [file for file in whole if "wants" not in file]

    for file in files:
        (desk.home / file).unlink()
        assert not made.intact(wanted)
        assert not made.status().installed
        made.arm(wanted)
        assert desk.files() == whole
        (desk.home / file).write_bytes(b"[Timer]\n")
        assert not made.intact(wanted)
        made.arm(wanted)
        assert desk.files() == whole

    desk.command = ("/elsewhere/aftercare", *desk.command[1:])
    moved = scheduler(name, desk)
    assert not moved.intact(wanted)
    moved.arm(wanted)
    assert moved.intact(wanted)
    assert desk.files() != whole


@pytest.mark.parametrize(
    ("name", "word"),
    [("systemd", "daemon-reload"), ("systemd", "enable"), ("systemd", "restart"), ("systemd", "start"),
     ("autostart", "spawn"), ("launchd", "bootstrap"), ("task-scheduler", "/Create")],
)
def test_a_refused_install_says_why_and_leaves_no_file(desk: Desk, name: str, word: str) -> None:
    desk.refuse[word] = "Permission denied"
    outcome = scheduler(name, desk).install()

    assert not outcome.ok
    assert "Permission denied" in outcome.reason
    assert desk.files() == {}
    assert not desk.agent_runs
    assert not desk.job_loaded


@every_way
def test_a_folder_that_takes_no_files_is_told(desk: Desk, name: str) -> None:
    # given a file where the folder should be
    for folder in (".config", "Library"):
        (desk.home / folder).write_text("")
    if name == "task-scheduler":
        desk.home = desk.home / ".config" / "data"

    outcome = scheduler(name, desk).install()

    assert not outcome.ok
    assert "could not be written" in outcome.reason


@every_way
def test_a_path_that_no_timer_can_hold_is_refused(desk: Desk, name: str) -> None:
    desk.command = ("/opt/\udcff/aftercare", *desk.command[1:])
    made = scheduler(name, desk)

    assert not made.install().ok
    assert not made.intact([])
    assert not made.status().installed
    assert desk.files() == {}


@every_way
def test_files_of_somebody_else_under_our_name_arm_nothing(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    made.install()
    for junk in (b"", b"\xff\xfe\x00", b"OnCalendar=2026-13-45 99:00:00 UTC\nX-Aftercare-Wakes=never;\n", b"<plist/>"):
        for file in desk.files():
            (desk.home / file).write_bytes(junk)
        assert not made.status().installed
        assert made.install().ok
        assert (made.status().installed, made.status().armed) == (True, 0)


@every_way
def test_all_traces_go_even_if_the_system_gives_no_answer(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    made.install()
    desk.refuse |= {"stop": "no bus", "bootout": "no bus", "/Delete": "no answer"}

    outcome = made.remove()

    assert desk.files() == {}
    if name != "autostart":
        assert not outcome.ok
        assert outcome.reason.startswith("Not all of it could be removed: ")


@every_way
def test_a_system_that_does_not_wake_us_is_told_in_the_status(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    made.install()
    desk.refuse |= {"is-active": "inactive", "print": "not found", "/Query": "not found"}
    desk.agent_runs = False

    status = made.status()

    assert not status.installed
    assert status.note.endswith(".")


@every_way
def test_it_never_wakes_before_the_instant_itself(desk: Desk, name: str) -> None:
    made = scheduler(name, desk)
    made.install()
    made.arm(alarms([NOW + timedelta(hours=1, microseconds=1)]))
    assert made.status().next == NOW + timedelta(hours=1, seconds=1)
