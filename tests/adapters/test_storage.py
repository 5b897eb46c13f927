"""The data file under TinyDB: what goes in comes out, foreign values and foreign files are refused."""
from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from aftercare.adapters.storage import JournalDB, JournalStorage
from aftercare.core.data_errors import NotStorable, UnreadableData

OLD = {"sessions": {"1": {"id": "a"}}}
NEW = {"sessions": {"1": {"id": "b"}}}
posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and signals")

scalars = st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | st.text() | st.floats(
    allow_nan=False, allow_infinity=False)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
    st.text(), inner, max_size=4), max_leaves=12)
tables = st.dictionaries(st.text(), st.dictionaries(
    st.integers(1, 999).map(str), st.dictionaries(st.text(), values, max_size=4), max_size=4), max_size=3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "data.json"


def stored(path: Path, content: dict[str, dict[str, Any]] = OLD) -> Path:
    JournalStorage(path).write(content)
    return path


def test_no_file_is_an_empty_database(path: Path) -> None:
    assert JournalStorage(path).read() is None
    assert not path.parent.exists()


def test_a_record_is_found_after_reopening_through_tinydb(path: Path) -> None:
    with TinyDB(path, storage=JournalStorage) as db:
        db.table("sessions").insert({"id": "a", "note": "Ж 😀 \ud800"})
    with TinyDB(path, storage=JournalStorage) as db:
        assert db.table("sessions").all() == [{"id": "a", "note": "Ж 😀 \ud800"}]


@settings(max_examples=60, deadline=None)
@given(content=tables)
def test_reading_gives_back_what_was_written(tmp_path_factory: pytest.TempPathFactory, content: Any) -> None:
    path = tmp_path_factory.mktemp("data") / "data.json"
    JournalStorage(path).write(content)
    assert JournalStorage(path).read() == content


def test_fields_of_a_newer_version_survive_an_update(path: Path) -> None:
    stored(path, {
        "sessions": {"1": {"id": "a", "later_field": {"x": [1, None]}}},
        "later_table": {"7": {"y": 1}},
    })
    with TinyDB(path, storage=JournalStorage) as db:
        db.table("sessions").update({"status": "cancelled"})
    assert JournalStorage(path).read() == {
        "sessions": {"1": {"id": "a", "later_field": {"x": [1, None]}, "status": "cancelled"}},
        "later_table": {"7": {"y": 1}},
    }


def test_what_a_crash_left_half_written_is_removed_by_the_next_write_only(path: Path) -> None:
    stored(path)
    leftover, foreign = path.with_name(".data.json.0badc0de.tmp"), path.with_name("data.json.tmp")
    leftover.write_text('{"sessions": {"1"')
    foreign.write_text("not ours")

    assert JournalStorage(path).read() == OLD
    assert leftover.exists()
    JournalStorage(path, erases=True).write({})
    assert sorted(entry.name for entry in path.parent.iterdir()) == [".lock", "data.json", "data.json.tmp"]


@posix_only
def test_other_users_can_read_neither_file_nor_folder(path: Path) -> None:
    before = os.umask(0)
    try:
        stored(path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@posix_only
def test_a_link_still_leads_to_the_data_after_a_write(path: Path, tmp_path: Path) -> None:
    stored(path)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    JournalStorage(link).write(NEW)
    assert link.is_symlink()
    assert JournalStorage(path).read() == NEW


@pytest.mark.parametrize(("value", "kind"), [
    (dt.date(2026, 3, 28), "date"), ((1, 2), "tuple"), (b"x", "bytes"), (float("nan"), "nan"),
    ({1: "x"}, "a key of type int"), (2**70, "a number this large"), ({"deep": [0, {1}]}, "set"),
])
def test_a_value_that_json_would_change_is_refused_by_name(path: Path, value: object, kind: str) -> None:
    stored(path)
    with pytest.raises(NotStorable) as refused, TinyDB(path, storage=JournalStorage) as db:
        db.table("sessions").insert({"id": "b", "start": value})
    assert refused.value.key.startswith("sessions/2/start")
    assert refused.value.kind == kind
    assert str(refused.value).startswith(f"{refused.value.key} cannot be saved")
    assert JournalStorage(path).read() == OLD


DAMAGED = [b"", b" ", b'{"sessions": {"1": {"id', b"\xff\xfe\x00", b"[]", b'{"sessions": []}', b'{"s": {"x": {}}}',
           b'{"s": {"1": 5}}', b'{"s": {"1": {"x": NaN}}}', b"[" * 100_000]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_file_is_reported_and_left_alone(path: Path, content: bytes) -> None:
    stored(path)
    path.write_bytes(content)
    with pytest.raises(UnreadableData, match=r"data\.json cannot be read: .+\. It was left as it is\."):
        JournalStorage(path, strict=True).read()
    with pytest.raises(UnreadableData):
        JournalDB(path, strict=True).table("sessions").insert({"id": "b"})
    with pytest.raises(UnreadableData):
        TinyDB(path, storage=JournalStorage, strict=True).drop_tables()
    assert path.read_bytes() == content


def test_a_file_damaged_while_open_is_not_written_over(path: Path) -> None:
    db = TinyDB(stored(path), storage=JournalStorage)
    assert len(db.table("sessions")) == 1
    path.write_bytes(b"{")
    with pytest.raises(UnreadableData):
        db.table("sessions").insert({"id": "b"})
    with pytest.raises(UnreadableData):
        db.drop_tables()
    assert path.read_bytes() == b"{"


def test_a_folder_in_place_of_the_file_is_reported(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(UnreadableData, match="cannot be read"):
        JournalStorage(path).read()
