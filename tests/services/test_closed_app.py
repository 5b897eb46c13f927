"""Consent, repair and removal, on real files and a system that remembers what it was asked."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.adapters.alarms.running import Ran
from aftercare.adapters.alarms.waking import WakingAlarms
from aftercare.adapters.store import Store
from aftercare.core.alarm_port import AlarmScheduler, Outcome, PlannedAlarm
from aftercare.services import closed_app
from tests.adapters.alarms.desk import NOW, WAYS, Desk, instants, scheduler, way

WANTED = closed_app.wakes(instants(3), NOW)


@pytest.fixture(params=WAYS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home = tmp_path / "home"
    home.mkdir()
    return Desk(home)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data")


def enabled(desk: Desk, store: Store, name: str) -> AlarmScheduler:
    made = scheduler(name, desk)
    assert closed_app.enable(made, store.settings, WANTED, NOW).ok
    desk.calls.clear()
    desk.spawned.clear()
    return made


def test_without_consent_nothing_is_installed(desk: Desk, store: Store, name: str) -> None:
    made = scheduler(name, desk)

    assert closed_app.repair_at_start(made, store.settings, WANTED, NOW).ok

    assert (desk.files(), desk.calls, desk.spawned) == ({}, [], [])
    assert not closed_app.is_wanted(store.settings)
    assert not closed_app.status(made, store.settings).wanted


def test_consent_installs_and_arms(desk: Desk, store: Store, name: str) -> None:
    made = enabled(desk, store, name)

    found = closed_app.status(made, store.settings)

    assert (found.name, found.available.ok, found.wanted) == (name, True, True)
    assert (found.status.installed, found.status.armed, found.status.next) == (True, 3, WANTED[0].fire_at)


def test_withdrawn_consent_leaves_no_file_and_is_not_repaired(desk: Desk, store: Store, name: str) -> None:
    made = enabled(desk, store, name)

    assert closed_app.disable(made, store.settings).ok
    assert desk.files() == {}

    assert closed_app.repair_at_start(made, store.settings, WANTED, NOW).ok
    assert desk.files() == {}


def test_with_nothing_changed_a_start_runs_no_program_and_writes_nothing(
    desk: Desk, store: Store, name: str
) -> None:
    made = enabled(desk, store, name)
    stored = (store.home / "aftercare.json").stat().st_mtime_ns

    for hours in (0, 2):
        desk.moment = NOW + timedelta(hours=hours)
        coming = closed_app.wakes(instants(3), desk.moment)
        assert closed_app.repair_at_start(made, store.settings, coming, desk.moment).ok

    assert (desk.calls, desk.spawned) == ([], [])
    assert (store.home / "aftercare.json").stat().st_mtime_ns == stored


def test_a_changed_plan_is_armed(desk: Desk, store: Store, name: str) -> None:
    made = enabled(desk, store, name)

    closed_app.repair_at_start(made, store.settings, closed_app.wakes(instants(5), NOW), NOW)

    assert made.status().armed == 5


def test_deleted_files_come_back_and_what_was_missed_is_delivered(desk: Desk, store: Store, name: str) -> None:
    made = enabled(desk, store, name)
    before = desk.files()
    for file in before:
        (desk.home / file).unlink()
    desk.agent_runs = False

    assert closed_app.repair_at_start(made, store.settings, WANTED, NOW).ok

    assert desk.files() == before
    deliveries = [call for call in desk.calls if {"start", "/Run", "bootstrap"} & set(call)] + desk.spawned
    assert deliveries


def test_a_program_that_moved_is_installed_anew(desk: Desk, store: Store, name: str) -> None:
    enabled(desk, store, name)
    desk.command = ("/elsewhere/aftercare", *desk.command[1:])
    moved = scheduler(name, desk)

    assert closed_app.repair_at_start(moved, store.settings, WANTED, NOW).ok

    assert moved.status().installed
    assert not scheduler(name, Desk(desk.home)).status().installed


def test_once_a_day_the_system_itself_is_asked(desk: Desk, store: Store, name: str) -> None:
    # given a system that forgot us although the files are whole
    made = enabled(desk, store, name)
    desk.agent_runs = desk.job_loaded = False
    next_day = NOW + timedelta(days=1)
    desk.moment = next_day

    assert closed_app.repair_at_start(made, store.settings, (), next_day).ok

    assert desk.calls or desk.spawned
    if name in ("autostart", "launchd"):
        assert desk.agent_runs or desk.job_loaded


def test_a_refused_consent_is_not_stored_and_leaves_nothing(desk: Desk, store: Store, name: str) -> None:
    made = scheduler(name, desk)
    desk.refuse |= {"restart": "no", "bootstrap": "no", "/Create": "no", "spawn": "no"}

    outcome = closed_app.enable(made, store.settings, WANTED, NOW)

    assert not outcome.ok
    assert outcome.reason
    assert desk.files() == {}
    assert not closed_app.is_wanted(store.settings)


def test_a_repair_that_failed_is_tried_again(desk: Desk, store: Store, name: str) -> None:
    made = enabled(desk, store, name)
    changed = closed_app.wakes(instants(5), NOW)
    refusals = {"restart": "no", "bootstrap": "no", "/Create": "no", "spawn": "no"}
    desk.refuse |= refusals
    desk.agent_runs = False
    assert not closed_app.repair_at_start(made, store.settings, changed, NOW).ok
    desk.refuse.clear()

    assert closed_app.repair_at_start(made, store.settings, changed, NOW).ok
    assert made.status().armed == 5


def test_a_removal_that_failed_is_tried_again_at_the_next_start(desk: Desk, store: Store) -> None:
    made = enabled(desk, store, "task-scheduler")
    desk.refuse["/Delete"] = "the service is not running"
    outcome = closed_app.disable(made, store.settings)
    assert (outcome.ok, closed_app.status(made, store.settings).wanted) == (False, False)
    assert closed_app.is_wanted(store.settings)
    desk.refuse.clear()

    assert closed_app.repair_at_start(made, store.settings, WANTED, NOW).ok

    assert desk.calls[-1] == ["schtasks", "/Delete", "/TN", "aftercare-alerts", "/F"]
    assert not closed_app.is_wanted(store.settings)


def test_forty_eight_instants_within_two_weeks_are_armed_and_one_after_them() -> None:
    many = closed_app.wakes(instants(200), NOW)
    assert [wake.fire_at for wake in many] == instants(49)

    far = closed_app.wakes([NOW + timedelta(days=20), NOW + timedelta(days=30)], NOW)
    assert [wake.fire_at for wake in far] == [NOW + timedelta(days=20)]


def test_what_is_past_and_what_comes_twice_wakes_nobody_more() -> None:
    [wake] = closed_app.wakes([NOW, NOW - timedelta(hours=1), *instants(1), *instants(1)], NOW)
    assert wake.fire_at == instants(1)[0]


def test_a_wake_carries_no_word_about_the_patient() -> None:
    [wake] = closed_app.wakes(instants(1), NOW)
    assert {wake.title_private, wake.text_private, wake.title_public, wake.text_public} == {""}


class RefusesToArm(WakingAlarms):
    """Installs, and then takes no alarms."""

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        return Outcome(False, "The disk is full.")


def test_a_system_that_installs_but_does_not_arm_is_left_as_it_was(desk: Desk, store: Store, name: str) -> None:
    outcome = closed_app.enable(RefusesToArm(way(name, desk), desk), store.settings, WANTED, NOW)

    assert outcome == Outcome(False, "The disk is full.")
    assert desk.files() == {}
    assert not closed_app.is_wanted(store.settings)


def test_a_repair_that_was_interrupted_half_way_is_done_again(desk: Desk, store: Store) -> None:
    # given a process that ended after the timer was written and before systemd read it
    made = enabled(desk, store, "systemd")
    changed = closed_app.wakes(instants(5), NOW)

    def end(command: Sequence[str]) -> Ran:
        if "daemon-reload" in command:
            raise KeyboardInterrupt
        return Ran(0)

    ending = Desk(desk.home)
    ending.run = end  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        closed_app.repair_at_start(scheduler("systemd", ending), store.settings, changed, NOW)
    assert isinstance(made, WakingAlarms)
    assert made.intact(changed)

    assert closed_app.repair_at_start(made, store.settings, changed, NOW).ok

    assert ["systemctl", "--user", "daemon-reload"] in desk.calls
