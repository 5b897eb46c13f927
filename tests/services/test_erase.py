"""Deleting everything, interrupted or not."""
from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from aftercare.adapters.backup_ports import backup_ports
from aftercare.adapters.clock import FixedClock
from aftercare.adapters.erasable_folder import OurFolder
from aftercare.adapters.store import Store
from aftercare.adapters.vault.folder import lock_ports
from aftercare.adapters.vault.keys import FolderKeys
from aftercare.core.alarm_port import AlarmStatus, Outcome, PlannedAlarm
from aftercare.core.alert_reach import CONSENT, LEAVING
from aftercare.core.erase import Erased, What, Wish
from aftercare.core.notify_port import Availability
from aftercare.services.app_lock import AppLock
from aftercare.services.erase import Eraser
from tests.services.backup_cases import CHEAP, NOW, Home


class FakeSystem:
    """A system that holds what was put into it; `stuck`: it does not let go."""

    name = "fake"

    def __init__(self, stuck: bool = False) -> None:
        self.installed, self.stuck = True, stuck

    def available(self) -> Availability:
        return Availability(True)

    def install(self) -> Outcome:
        self.installed = True
        return Outcome(True)

    def remove(self) -> Outcome:
        self.installed = self.stuck
        return Outcome(not self.stuck, "The system said no." if self.stuck else "")

    def status(self) -> AlarmStatus:
        return AlarmStatus(self.installed)

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        return Outcome(True)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "here").fill()
    files = {
        "aftercare.json.damaged-1a": b"swelling", "aftercare.json.backups": b"{}",
        "aftercare.json.before-20260101T000000Z.aftercare": b"PK",
        ".aftercare.json.0a0b0c.tmp": b"swelling", "lock.key": b"k", "lock.key.copy": b"k", "lock.tries": b"2",
        "lock.alerts": b"{}", ".lock.key.aa.tmp": b"k", "photos/.p1.aabb.tmp": b"x", "kivy/logs/kivy.txt": b"sauna",
        "kivy/config.ini": b"x", "lock.key.lost": b"k", "lock.key.copy.lost": b"k", ".agent.pid": b"1",
        ".agent.lock": b"", "aftercare.aside": b"{}", "aftercare.aside.damaged-key": b"x",
        ".aftercare.aside.0a.tmp": b"x", ".aftercare.json.backups.0a.tmp": b"x", "..erasing.0a.tmp": b"{",
        "photos/camera-0123456789ab.jpg": b"x",
    }  # fmt: skip
    for name, content in files.items():
        (made.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (made.folder / name).write_bytes(content)
    return made


def eraser_of(home: Home, system: FakeSystem) -> Eraser:
    return Eraser(home.ports, home.clock, lambda: system)


def finish_erasing(folder: Path, system: FakeSystem) -> Erased | None:
    """The next start."""
    ports = backup_ports(Store(folder))
    return Eraser(ports, FixedClock(NOW), lambda: system).finish_interrupted()


def test_nothing_is_left_and_the_app_is_as_on_its_first_day(home: Home) -> None:
    system = FakeSystem()

    done = eraser_of(home, system).erase()

    assert not home.folder.exists()
    assert not system.installed
    assert done.complete
    assert {each.what for each in done.gone} == set(What) - {What.BACKUPS}
    again = Home(home.folder)
    assert again.rows() == {}
    assert again.store.settings.all() == {}
    again.fill()
    assert len(again.store.sessions.all()) == 2


def test_the_open_window_sees_no_data_any_more_either(home: Home) -> None:
    eraser_of(home, FakeSystem()).erase()

    assert home.store.sessions.all() == ()
    assert home.store.observations.all() == ()
    assert home.store.settings.all() == {}


def test_what_is_not_ours_stays(home: Home) -> None:
    for name in ("letter.txt", "photos/holiday.jpg", "aftercare.pdf"):
        (home.folder / name).write_bytes(b"mine")

    eraser_of(home, FakeSystem()).erase()

    assert sorted(home.everything()) == ["aftercare.pdf", "letter.txt", "photos/holiday.jpg"]


@pytest.mark.parametrize("asked", [True, False])
def test_backups_made_by_themselves_go_when_asked_for_and_others_never(
    home: Home, tmp_path: Path, asked: bool
) -> None:
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    home.auto.choose(str(cloud))
    (cloud / "Aftercare-20260101T000000Z-ffffffff.aftercare").write_bytes(b"of another device")
    home.backups.save(str(tmp_path / "own.aftercare"))

    done = eraser_of(home, FakeSystem()).erase(with_backups=asked)

    assert len(list(cloud.iterdir())) == (1 if asked else 2)
    assert (tmp_path / "own.aftercare").exists()
    assert any(each.what is What.BACKUPS for each in done.gone) is asked


def test_a_note_that_names_other_files_takes_none_of_them_away(home: Home, tmp_path: Path) -> None:
    # given a deletion that was interrupted, and somebody who wrote more into its note
    letter, backup = tmp_path / "letter.txt", tmp_path / "Aftercare-20260610T074800Z-0a1b2c3d.aftercare"
    for path in (letter, backup):
        path.write_bytes(b"mine")
    (home.folder / ".erasing").write_text(json.dumps({"backups": [str(letter), str(backup)]}))

    done = finish_erasing(home.folder, FakeSystem())

    assert done is not None
    assert (letter.exists(), backup.exists()) == (True, False)


def test_what_cannot_be_taken_out_is_said_and_tried_again(home: Home) -> None:
    system = FakeSystem(stuck=True)

    done = eraser_of(home, system).erase()

    assert [(each.what, each.reason) for each in done.left] == [(What.ALARMS, "The system said no.")]
    assert "reminders could not" in done.left[0].sentence
    # What waits for its turn may still be running.
    assert sorted(home.everything()) == [".agent.lock", ".erasing"]
    system.stuck = False
    finished = finish_erasing(home.folder, system)
    assert finished is not None
    assert finished.complete
    assert not home.folder.exists()


@pytest.mark.parametrize("stop", list(What)[1:])
def test_a_crash_anywhere_is_finished_at_the_next_start(
    home: Home, tmp_path: Path, stop: What, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    home.auto.choose(str(cloud))
    folder = OurFolder(home.folder)
    remove = folder.remove

    def dies(what: What) -> tuple[int, list[str]]:
        if what is stop:
            raise KeyboardInterrupt
        return remove(what)

    monkeypatch.setattr(folder, "remove", dies)
    eraser = Eraser(replace(home.ports, folder=folder), home.clock, FakeSystem)
    with pytest.raises(KeyboardInterrupt):
        eraser.erase(with_backups=True)

    finished = finish_erasing(home.folder, FakeSystem())

    assert finished is not None
    assert not home.folder.exists()
    assert list(cloud.iterdir()) == []


def test_a_log_that_was_in_use_goes_at_the_next_start_and_what_was_entered_since_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a system that lets nobody delete the log that the window has open
    unlink = Path.unlink

    def in_use(path: Path, missing_ok: bool = False) -> None:
        if path.name == "kivy.txt":
            raise PermissionError(13, "in use")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", in_use)
    done = eraser_of(home, FakeSystem()).erase()
    assert [(each.what, each.sentence) for each in done.left] == [
        (What.LOGS, "Technical notes could not be deleted. They go at the next start.")
    ]
    home.store.settings.put("theme", "dark")
    monkeypatch.undo()
    # when the app starts again
    again = finish_erasing(home.folder, FakeSystem())
    # then
    assert again is None
    assert sorted(home.everything()) == ["aftercare.json"]
    assert Store(home.folder).settings.all() == {"theme": "dark"}
    assert finish_erasing(home.folder, FakeSystem()) is None


def test_without_an_interrupted_deletion_a_start_deletes_nothing(home: Home) -> None:
    before = home.everything()

    assert finish_erasing(home.folder, FakeSystem()) is None

    assert home.everything() == before


def test_reminders_go_before_the_data(home: Home) -> None:
    seen: list[str] = []

    class Watching(FakeSystem):
        def remove(self) -> Outcome:
            seen.append(home.store.settings.get(CONSENT))
            return super().remove()

    eraser_of(home, Watching()).erase()

    assert seen == [LEAVING]


def test_damaged_data_is_deleted_too(home: Home) -> None:
    (home.folder / "aftercare.json").write_bytes(b'{"sessions": {"1": ')
    broken = Home(home.folder)
    system = FakeSystem()

    done = eraser_of(broken, system).erase()

    assert done.complete
    assert not home.folder.exists()


@pytest.fixture
def lock(home: Home) -> AppLock:
    """The lock of the home, closed by a code and open."""
    for planted in home.folder.glob("lock.*"):
        planted.unlink()
    ports = lock_ports(home.folder)
    made = AppLock(replace(ports, keys=FolderKeys(home.folder, lambda: CHEAP)))
    made.turn_on(made.draft("482915"))
    return made


def test_behind_a_code_nothing_is_left_and_new_data_is_plain(home: Home, lock: AppLock) -> None:
    store = Store(home.folder, lock.sealer)
    lock.on_change(store.forget)
    system = FakeSystem()

    done = Eraser(backup_ports(store, lock.sealer), home.clock, lambda: system, lock.lock).erase()
    store.settings.put("theme", "dark")

    assert done.complete
    assert not store.is_sealed
    assert [path.name for path in home.folder.iterdir() if path.name != ".lock"] == ["aftercare.json"]
    assert Store(home.folder).settings.all() == {"theme": "dark"}


@pytest.mark.parametrize("keys_are_gone", [True, False])
def test_a_locked_app_that_died_while_deleting_finishes_without_the_code(
    home: Home, lock: AppLock, keys_are_gone: bool
) -> None:
    folder = OurFolder(home.folder)
    folder.begin(Wish())
    if keys_are_gone:
        folder.remove(What.LOCK)
    system = FakeSystem()

    finished = finish_erasing(home.folder, system)

    assert finished is not None
    assert finished.complete
    assert not system.installed
    assert not home.folder.exists()
