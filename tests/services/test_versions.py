"""The other versions in a real data folder."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.rows import KEPT
from aftercare.services.snapshot import Snapshot, build
from aftercare.services.versions import Versions
from tests.services.backup_cases import NOW, Home

LATER = "2026-06-11T09:00:00Z"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A clinic's word, a check-in and a session that differ from a backup that was put in."""
    home = Home(tmp_path / "here").fill()
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    home.store.put("overrides", {"id": "o1", "hours": 24.0, "changed_at": LATER})
    home.store.put("observations", {"id": "c0", "note": "said later", "changed_at": LATER})
    home.store.put("sessions", {"id": "first", "minutes": 45, "changed_at": LATER})
    home.backups.restore(file)
    return home


def versions(home: Home) -> Versions:
    return Versions(home.data, home.clock)


def seen(home: Home) -> Snapshot:
    store = home.store
    return build(
        FileCatalogue(), store.sessions.all(), store.overrides.all(), NOW, "Europe/Berlin",
        observations=store.observations.all(),
    )  # fmt: skip


def test_every_kind_is_counted_and_listed_with_what_is_in_use(home: Home) -> None:
    found = versions(home).all()
    assert versions(home).count(seen(home)) == len(found) == 3
    assert {each.table for each in found} == {"overrides", "observations", "sessions"}
    assert all(each.current is not None and each.origin == "backup" for each in found)


def test_the_example_has_none(home: Home) -> None:
    assert versions(home).count(replace(seen(home), example=True)) == 0


def test_the_clinics_other_word_counts_once_it_is_used_and_undoing_brings_the_first_back(home: Home) -> None:
    [word] = [each for each in versions(home).all() if each.table == "overrides"]
    before = home.rows()

    undo = versions(home).use(word.id)
    assert [each.hours for each in home.store.overrides.all()] == [72.0]
    assert versions(home).count(seen(home)) == 3

    undo()
    assert home.rows() == before


def test_a_session_that_is_exchanged_counts_and_the_other_does_not(home: Home) -> None:
    [kept] = [each for each in versions(home).all() if each.table == "sessions"]
    versions(home).use(kept.id)
    sessions = {each.id: each for each in home.store.sessions.all()}
    assert (sessions["first"].minutes, sessions["first"].cancelled, sessions["first"].copy_from) == (30, False, "")
    [other] = [each for each in sessions.values() if each.copy_from]
    assert (other.minutes, other.cancelled, other.copy_from) == (45, True, "device")


def test_one_that_is_deleted_leaves_the_disk(home: Home) -> None:
    [word] = [each for each in versions(home).all() if each.table == "overrides"]
    undo = versions(home).give_up(word.id)
    assert home.store.documents(KEPT) == []
    assert word.id.encode() not in (home.folder / "aftercare.json").read_bytes()
    undo()
    assert len(home.store.documents(KEPT)) == 1


def test_what_is_gone_already_changes_nothing(home: Home) -> None:
    before = home.everything()
    versions(home).use("gone")()
    versions(home).give_up("gone")()
    assert home.everything() == before


def test_deleting_everything_takes_them_along(home: Home) -> None:
    from aftercare.adapters.alarms.in_process import InProcessAlarms
    from aftercare.services.erase import Eraser

    Eraser(home.ports, home.clock, lambda: InProcessAlarms(home.clock)).erase()

    assert versions(home).all() == ()
    assert not (home.folder / "aftercare.json").exists()
