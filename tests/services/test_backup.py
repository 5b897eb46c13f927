"""Saving everything into one file, looking into it, and putting it in."""
from __future__ import annotations

import errno
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.adapters.journal_file import disk
from aftercare.core.backup import Counts, Mode
from aftercare.core.backup_errors import BackupNotSaved, BackupRefused, Fault, NotRestored, PasswordNeeded
from aftercare.core.data_errors import UnsavedData
from aftercare.core.errors import InvalidInput
from aftercare.core.photo_errors import PhotoNotSaved
from aftercare.core.rows import Rows
from tests.services.backup_cases import NOW, PASSWORD, Home, check_in, session


@pytest.fixture
def empty(tmp_path: Path) -> Home:
    return Home(tmp_path / "other")


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_a_backup_in_an_empty_home_is_the_same_data_and_photos(
    home: Home, empty: Home, tmp_path: Path, password: str
) -> None:
    file = str(tmp_path / "all.aftercare")

    saved = home.backups.save(file, password)
    empty.backups.restore(file, password=password)

    assert empty.rows() == home.rows()
    assert empty.pictures() == home.pictures()
    assert saved.counts == Counts(2, 3, 1, 1)
    assert Path(file).stat().st_size == saved.size
    assert Path(file).stat().st_mode & 0o777 == 0o600


def test_restoring_twice_is_restoring_once(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    home.store.observations.save(check_in("c0", NOW, "said later"))
    home.store.sessions.save(replace(session("first"), minutes=45))

    home.backups.restore(file)
    once = home.rows()
    home.backups.restore(file)

    assert home.rows() == once


def test_both_versions_of_a_changed_check_in_are_kept_and_the_later_one_wins(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    home.store.put("observations", {"id": "c0", "note": "said later", "changed_at": "2026-06-10T09:00:00Z"})

    done = home.backups.restore(file)

    notes = {each.id: each.note for each in home.store.observations.all()}
    copies = [each for each in home.store.documents("observations") if each.get("copy_of") == "c0"]
    assert notes["c0"] == "said later"
    assert [(each["note"], each["copy_from"]) for each in copies] == [("day 0", "backup")]
    assert done.kept == Counts(check_ins=1)
    assert done.updated == Counts()


def test_the_second_version_of_a_session_restricts_nothing(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    home.store.put("sessions", {"id": "first", "minutes": 45, "changed_at": "2026-06-11T09:00:00Z"})

    home.backups.restore(file)

    found = {each.id: each for each in home.store.sessions.all()}
    copies = [each for name, each in found.items() if name not in ("first", "second")]
    assert found["first"].minutes == 45
    assert [(each.minutes, each.cancelled) for each in copies] == [(30, True)]


def test_a_second_version_of_the_clinics_word_is_set_aside(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    home.store.put("overrides", {"id": "o1", "hours": 24.0, "changed_at": "2026-06-11T09:00:00Z"})

    done = home.backups.restore(file)

    assert [each.hours for each in home.store.overrides.all()] == [24.0]
    assert [each["record"]["hours"] for each in home.store.documents("kept")] == [72.0]
    assert done.set_aside == 1


def test_the_preview_counts_what_is_there_here_and_newer(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    before = home.rows()
    home.store.observations.save(check_in("c9"))
    home.store.put("observations", {"id": "c1", "note": "changed", "changed_at": "2026-06-11T09:00:00Z"})
    home.store.overrides.remove("o1")
    changed = home.rows()

    found = home.backups.look(file)

    assert found.made_at == NOW
    assert found.backup == Counts(2, 3, 1, 1)
    assert found.here == Counts(2, 4, 1, 0)
    assert found.added == Counts(clinic_times=1)
    assert found.newer_here == Counts(check_ins=1)
    assert found.newer_there == Counts()
    assert found.lost == Counts(check_ins=2)
    assert home.rows() == changed != before


def test_replacing_leaves_what_the_backup_has_and_a_copy_of_what_was_here(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    then, pictures = home.rows(), home.pictures()
    home.store.observations.save(check_in("c9"))
    home.picture("p2", b"newer", b"small")
    later, later_pictures = home.rows(), home.pictures()

    done = home.backups.restore(file, Mode.REPLACE)

    assert home.rows() == then
    assert home.pictures() == pictures
    home.backups.restore(done.copy, Mode.REPLACE)
    assert home.rows() == later
    assert home.pictures() == later_pictures


def test_choices_of_a_device_neither_leave_it_nor_come_to_it(home: Home, empty: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    empty.store.settings.put("closed_app", "off")

    empty.backups.restore(file, Mode.REPLACE)

    assert empty.store.settings.get("closed_app") == "off"
    assert empty.store.settings.get("wording") == "full"
    assert "backup_last" not in empty.store.settings.all()


def test_what_was_told_is_not_told_again_after_replacing(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    told = {"id": "first:sauna:end", "state": "planned", "fire_at": "2026-06-10T06:00:00Z", "at": "2026-06-10T05:00Z"}
    home.store.put("alerts", told)
    home.backups.save(file)
    home.store.put("alerts", {**told, "state": "shown", "at": "2026-06-10T06:00:00Z"})

    home.backups.restore(file, Mode.REPLACE)

    assert [entry.state for entry in home.store.journal.entries().values()] == ["shown"]


def test_unknown_tables_fields_and_codes_come_along(home: Home, empty: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.store.put("moods", {"id": "m1", "mood": "calm"})
    home.store.put("observations", {"id": "c0", "signs": ["of-tomorrow"], "colour": {"deep": [1, None, True]}})
    home.backups.save(file)

    empty.backups.restore(file)

    assert empty.rows() == home.rows()


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("place", [1, 2])
def test_a_disk_that_fills_up_leaves_all_as_it_was(
    home: Home, empty: Home, tmp_path: Path, mode: Mode, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    empty.store.sessions.save(session("mine"))
    before = empty.everything()
    write, calls = empty.photos.write, iter(range(1, 9))

    def full(name: str, content: bytes) -> None:
        if next(calls) == place:
            raise PhotoNotSaved(full=True)
        write(name, content)

    monkeypatch.setattr(empty.photos, "write", full)

    with pytest.raises(NotRestored, match="Your device is full"):
        empty.backups.restore(file, mode)

    after = {name: content for name, content in empty.everything().items() if ".before-" not in name}
    assert after == before


def test_rows_that_cannot_be_saved_take_their_photos_back(
    home: Home, empty: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)

    def fails(rows: Rows) -> None:
        raise UnsavedData("x", "no room")

    monkeypatch.setattr(empty.data, "replace", fails)

    with pytest.raises(UnsavedData):
        empty.backups.restore(file)

    assert empty.pictures() == {}


def test_rows_that_stand_there_though_they_may_not_last_keep_their_pictures(
    home: Home, empty: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    empty.picture("own", b"my picture", b"small")

    def not_taken(_folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(disk, "sync_folder", not_taken)
    with pytest.raises(UnsavedData):
        empty.backups.restore(file, Mode.REPLACE)

    # Whichever of the two is there after a power cut, its pictures are, too.
    assert empty.rows()["photos"].keys() == home.rows()["photos"].keys()
    assert empty.pictures().items() >= home.pictures().items()
    assert "own" in empty.pictures()


def test_a_wrong_password_and_a_missing_one_are_told_apart(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file, PASSWORD)

    with pytest.raises(BackupRefused) as wrong:
        home.backups.look(file, "red lamp 8")
    with pytest.raises(BackupRefused) as missing:
        home.backups.look(file)

    assert (wrong.value.fault, missing.value.fault) == (Fault.WRONG_PASSWORD, Fault.NO_PASSWORD)
    assert b"swelling" not in Path(file).read_bytes()


def test_a_short_password_is_refused(home: Home, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="8 characters"):
        home.backups.save(str(tmp_path / "x.aftercare"), "short")


def test_a_locked_app_saves_no_backup_that_everybody_can_read(tmp_path: Path) -> None:
    home = Home(tmp_path / "here", sealed=True).fill()

    with pytest.raises(PasswordNeeded):
        home.backups.save(str(tmp_path / "x.aftercare"))

    assert not (tmp_path / "x.aftercare").exists()


def test_a_place_that_is_not_there_is_said_and_leaves_nothing(home: Home, tmp_path: Path) -> None:
    with pytest.raises(BackupNotSaved):
        home.backups.save(str(tmp_path / "nowhere" / "x.aftercare"))


def test_no_name_inside_says_anything_about_health(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "all.aftercare"
    home.backups.save(str(file))

    content = file.read_bytes().lower()

    for word in (b"session", b"check-in", b"swelling", b"injection", b"clinic", b"observation"):
        assert word not in content


@pytest.mark.parametrize("left", [None, b""])
def test_a_picture_that_is_gone_is_left_out_and_counted(
    home: Home, empty: Home, tmp_path: Path, left: bytes | None
) -> None:
    file = str(tmp_path / "all.aftercare")
    home.photos.remove("p1")
    if left is not None:
        (home.photos.folder / "p1").write_bytes(left)

    saved = home.backups.save(file)
    done = empty.backups.restore(file)

    assert (saved.missing_photos, done.missing_photos) == (1, 1)


def test_a_backup_made_later_brings_what_is_newer_there(home: Home, empty: Home, tmp_path: Path) -> None:
    first, second = str(tmp_path / "one.aftercare"), str(tmp_path / "two.aftercare")
    home.backups.save(first)
    empty.backups.restore(first)
    home.store.put("observations", {"id": "c2", "note": "newer", "changed_at": "2027-01-01T00:00:00Z"})
    home.set_clock(NOW + timedelta(days=1))
    home.backups.save(second)

    done = empty.backups.restore(second)

    kept = [each for each in empty.store.documents("observations") if each.get("copy_of") == "c2"]
    assert {each.id: each.note for each in empty.store.observations.all()}["c2"] == "newer"
    assert [(each["note"], each["copy_from"]) for each in kept] == [("day 2", "device")]
    assert done.updated == Counts(check_ins=1)


@pytest.mark.parametrize("place", ["aftercare.json", "b.aftercare", "photos/b.aftercare"])
def test_no_backup_is_saved_over_the_data_or_beside_it(home: Home, place: str) -> None:
    """There it would be lost with the data, and a code that is set later would not hide it."""
    before = home.everything()
    with pytest.raises(BackupNotSaved):
        home.backups.save(str(home.folder / place))
    assert home.everything() == before
    with pytest.raises(BackupNotSaved):
        home.auto.choose(str(home.folder))
    assert not list(home.folder.rglob("*.aftercare"))
