"""Saving everything into one file, looking into it, and putting it in."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.core.backup import Counts, Mode
from tests.services.backup_cases import NOW, PASSWORD, Home, check_in, session


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


def test_the_copy_of_a_replacement_stays_though_older_ones_are_named_by_a_clock_that_ran_ahead(
    home: Home, tmp_path: Path
) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    home.set_clock(NOW + timedelta(days=2000))
    for _ in range(4):
        home.backups.restore(file, Mode.REPLACE)
        home.set_clock(home.clock.now() + timedelta(days=1))
    home.set_clock(NOW)

    done = home.backups.restore(file, Mode.REPLACE)

    assert Path(done.copy).exists()
    assert len(home.ports.files.copies()) == 3


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
