"""Data of every version that ever landed, and data of a version that is still to come."""
from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.backup_files import FolderBackups
from aftercare.adapters.clock import FixedClock
from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.adapters.photo_store import StoredPhotos
from aftercare.adapters.store import DATA_FILE, Store
from aftercare.adapters.stored_data import StoredData
from aftercare.adapters.tables import rows_of, tables_of
from aftercare.adapters.upgrade import copy_before
from aftercare.core.alert_journal import AlertState, Entry
from aftercare.core.data_errors import NewerData, UnsavedData
from aftercare.core.migrations import CURRENT, migrate, version_of, with_version
from aftercare.core.rows import CHANGED_AT, META, Rows, setting
from tests.services.backup_cases import Home

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "data"
# The first session, the clinic's word and the choices are in every one of them.
LANDED = sorted(path.name for path in GOLDEN.iterdir())
FIRST = "6f0d5a4e-2f0b-4a7e-9d0e-0d0c6f6f1a01"
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)


def stored(home: Path, name: str) -> Store:
    """A store that finds a golden file as its data."""
    home.mkdir(exist_ok=True)
    shutil.copy(GOLDEN / name, home / DATA_FILE)
    return Store(home, clock=FixedClock(NOW))


def raw(store: Store) -> Rows:
    return rows_of(store.storage.read() or {})


def fields(rows: Rows) -> dict[tuple[str, str], dict[str, Any]]:
    """Every record without what a migration adds."""
    return {
        (table, record["id"]): {name: value for name, value in record.items() if name != CHANGED_AT}
        for table, records in rows.items()
        for record in records
        if table != META
    }


@pytest.mark.parametrize("name", LANDED)
def test_what_any_version_stored_is_read_before_and_after_it_is_brought_up_to_date(name: str, tmp_path: Path) -> None:
    store = stored(tmp_path, name)
    before, sessions, check_ins = raw(store), store.sessions.all(), store.observations.all()

    store.settings.put("theme", "dark")

    after = raw(store)
    assert version_of(after) == CURRENT
    assert sessions[0].id == FIRST
    assert store.sessions.all() == sessions
    assert store.observations.all() == check_ins
    assert [each.hours for each in store.overrides.all()] == [96.0, None]
    assert store.settings.get("wording") == "full"
    assert len(store.journal.entries()) == 1
    assert fields(before).items() <= fields(after).items()


@pytest.mark.parametrize("name", [name for name in LANDED if name.startswith("v1")])
def test_a_copy_of_before_is_kept_and_can_be_opened(name: str, tmp_path: Path) -> None:
    store = stored(tmp_path, name)
    before = fields(raw(store))

    store.settings.put("theme", "dark")

    copy = copy_before(tmp_path / DATA_FILE, 2)
    assert copy.stat().st_mode & 0o777 == 0o600
    with FolderBackups(tmp_path).open(str(copy)) as found:
        assert found.manifest.schema == 1
        assert fields(found.rows) == before


def test_records_of_the_first_version_say_when_they_were_written(tmp_path: Path) -> None:
    rows = migrate(raw(stored(tmp_path, "v1-photos.json")))

    stamps = {table: [each.get(CHANGED_AT) for each in rows[table]] for table in ("sessions", "overrides", "photos")}
    assert stamps == {
        "sessions": ["2026-06-08T14:00:00Z", None],
        "overrides": ["2026-06-08T15:00:00Z", "2026-06-08T15:00:00Z"],
        "photos": ["2026-06-08T18:00:00Z"],
    }
    assert [each[CHANGED_AT] for each in rows["observations"]] == ["2026-06-08T18:00:00Z", "2026-06-09T13:00:00Z"]


def test_migrating_twice_is_migrating_once(tmp_path: Path) -> None:
    rows = migrate(raw(stored(tmp_path, "v1-photos.json")))

    assert migrate(rows) == rows


def test_without_room_for_a_copy_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = stored(tmp_path, "v1-photos.json")
    before = (tmp_path / DATA_FILE).read_bytes()
    copy_before(tmp_path / DATA_FILE, 2).mkdir()

    with pytest.raises(UnsavedData):
        store.settings.put("theme", "dark")

    assert (tmp_path / DATA_FILE).read_bytes() == before
    assert len(store.sessions.all()) == 2


def test_a_first_day_starts_in_this_version_without_a_copy(tmp_path: Path) -> None:
    store = Store(tmp_path)

    store.settings.put("theme", "dark")

    assert setting(raw(store), META, "schema_version") == str(CURRENT)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", DATA_FILE]


@pytest.fixture
def newer(tmp_path: Path) -> Store:
    """Data that a newer version wrote."""
    store = stored(tmp_path, "v1-photos.json")
    before = store.storage.read() or {}
    store.storage.write(tables_of(with_version(raw(store), CURRENT + 1), before))
    return store


def test_newer_data_is_read_and_not_changed_and_it_is_said_why(newer: Store) -> None:
    before = (newer.home / DATA_FILE).read_bytes()

    for change in (
        lambda: newer.settings.put("theme", "dark"),
        lambda: newer.sessions.save(newer.sessions.all()[0]),
        lambda: newer.observations.remove("c-1"),
        lambda: StoredData(newer).replace({}),
    ):
        with pytest.raises(NewerData, match="a newer Aftercare wrote it; update this one first"):
            change()

    assert (newer.home / DATA_FILE).read_bytes() == before
    assert newer.sessions.all()[0].id == FIRST
    assert len(newer.observations.all()) == 2


def test_alerts_of_newer_data_are_told_once_and_remembered_after_the_update(newer: Store) -> None:
    told = Entry("s:sauna:end", AlertState.SHOWN, NOW, NOW, "s:sauna:end", "allowed", "")

    newer.journal.record([told])
    again = Store(newer.home)
    remembered = again.journal.entries()
    tables = newer.storage.read() or {}
    newer.storage.write(tables_of(with_version(rows_of(tables), CURRENT), tables))
    later = Store(newer.home)
    later.journal.record([Entry("x", AlertState.SHOWN, NOW, NOW + timedelta(hours=1))])

    assert remembered["s:sauna:end"] == told
    assert len(remembered) == 2
    assert set(later.journal.entries()) == {*remembered, "x"}
    assert {record["id"] for record in later.documents("alerts")} == {*remembered, "x"}
    assert list(later.aside()) == []


def test_no_picture_of_newer_data_is_taken_for_a_leftover(newer: Store) -> None:
    files = PhotoFolder(newer.home / PHOTO_FOLDER)
    files.write("told-in-a-new-way", b"a picture")

    assert StoredPhotos(newer, files, PillowCodec()).clean() == 0
    assert files.names() == {"told-in-a-new-way"}


@pytest.mark.parametrize("text", ["99", "2.1", "two", "-1", "99999999999999999999"])
def test_a_version_that_is_not_known_counts_as_newer(text: str) -> None:
    assert version_of({META: [{"id": "schema_version", "value": text}]}) > CURRENT


def test_a_backup_of_an_older_version_is_brought_up_to_date_as_it_is_put_in(tmp_path: Path) -> None:
    store = stored(tmp_path / "old", "v1-photos.json")
    before = fields(raw(store))
    store.settings.put("theme", "dark")
    other = Home(tmp_path / "other")

    other.backups.restore(str(copy_before(tmp_path / "old" / DATA_FILE, 2)))

    assert fields(other.data.rows()) == before
    assert other.store.observations.all() == store.observations.all()
    assert all(CHANGED_AT in record for record in other.data.rows()["observations"])
