"""Flipped bits and torn ends: what is whole is recovered, the damaged file is kept, and the patient can be told."""
from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftercare.adapters.journal_file import frames
from aftercare.adapters.storage import JournalDB
from aftercare.core.data_errors import UnreadableData
from tests.stored import tables_in

COUNT = 300


def record(number: int) -> dict[str, Any]:
    return {"id": f"o{number}", "note": f"Slept well, the left cheek feels tight. Day {number}."}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of a snapshot in several pieces and ten changes after it."""
    path = tmp_path / "data"
    table = JournalDB(path).table("diary")
    table.insert_multiple(record(number) for number in range(COUNT - 10))
    for number in range(COUNT - 10, COUNT):
        table.insert(record(number))
    assert sum(piece.kind == frames.ROWS for piece in frames.scan(path.read_bytes())) > 1  # type: ignore[union-attr]
    return path


def flip(path: Path, at: int, bit: int = 0) -> bytes:
    data = bytearray(path.read_bytes())
    data[at] ^= 1 << bit
    path.write_bytes(data)
    return bytes(data)


def where_is(path: Path, text: str) -> int:
    return path.read_bytes().index(text.encode())


def notes(path: Path) -> set[str]:
    return {each["note"] for each in tables_in(path)["diary"].values()}


@pytest.mark.parametrize("number", [3, COUNT - 11, COUNT - 5, COUNT - 1])
def test_a_flipped_bit_in_a_record_costs_that_record_alone(path: Path, number: int) -> None:
    # given a flipped bit in the text of one record, in the snapshot or behind it
    damaged = flip(path, where_is(path, f"Day {number}."))
    # when the file is opened
    database = JournalDB(path)
    # then all others are there, one is told of, and nothing was written
    assert {each["id"] for each in database.table("diary")} == {f"o{each}" for each in range(COUNT) if each != number}
    [loss] = database.storage.losses()
    assert loss.records == 1
    assert loss.sentence == "1 entry of your data file was damaged and is lost. All the others are here."
    assert path.read_bytes() == damaged
    # when something is saved
    database.table("diary").insert(record(1000))
    # then the damaged file is kept aside as it was, and the new one is whole and still tells of it
    [loss] = JournalDB(path).storage.losses()
    assert (path.parent / loss.kept).read_bytes() == damaged
    assert loss.records == 1
    assert len(notes(path)) == COUNT
    # until the patient was told
    database.storage.losses_told()
    assert JournalDB(path).storage.losses() == ()
    assert len(notes(path)) == COUNT
    assert (path.parent / loss.kept).exists()


@settings(max_examples=150)
@given(seed=st.integers(0, 2**32))
def test_any_flipped_bit_is_noticed_and_nothing_false_is_read(tmp_path_factory: pytest.TempPathFactory, seed: int
                                                              ) -> None:
    chance = random.Random(seed)
    path = tmp_path_factory.mktemp("flip") / "data"
    table = JournalDB(path).table("diary")
    table.insert_multiple(record(number) for number in range(60))
    for number in range(60, 64):
        table.insert(record(number))
    good = tables_in(path)["diary"]

    flip(path, chance.randrange(len(path.read_bytes())), chance.randrange(8))

    database = JournalDB(path)
    found = (database.storage.read() or {}).get("diary", {})
    assert found.items() <= good.items()
    missing = len(good) - len(found)
    told = sum(loss.records for loss in database.storage.losses())
    assert (told > 0) == (missing > 0)
    database.table("diary").insert(record(1000))
    assert list(path.parent.glob("data.damaged-*"))
    assert len(tables_in(path)["diary"]) == len(found) + 1


def test_a_lost_page_in_the_middle_costs_what_stood_there(path: Path) -> None:
    data = bytearray(path.read_bytes())
    start = where_is(path, "Day 150.")
    data[start : start + 4096] = bytes(4096)
    path.write_bytes(data)

    database = JournalDB(path)
    [loss] = database.storage.losses()
    found = len(database.table("diary"))
    # The page itself, and the piece of the snapshot whose header lay in it.
    assert COUNT - 160 < found < COUNT - 50
    assert loss.records == COUNT - found
    assert loss.tables == ("diary",)


@pytest.mark.parametrize("left", ["nothing of it", "a few bytes", "its header", "half of it", "zeros"])
def test_a_torn_end_is_cut_without_a_word(path: Path, left: str) -> None:
    before = path.read_bytes()
    JournalDB(path).table("diary").insert(record(1000))
    whole = path.read_bytes()
    size = len(whole) - len(before)
    parts = {"nothing of it": 0, "a few bytes": 9, "its header": frames.HEADER, "half of it": size // 2, "zeros": 0}
    path.write_bytes(whole[: len(before) + parts[left]] + (bytes(size) if left == "zeros" else b""))

    database = JournalDB(path)
    assert len(database.table("diary")) == COUNT
    database.table("diary").insert(record(1001))
    assert database.storage.losses() == JournalDB(path).storage.losses() == ()
    assert len(notes(path)) == COUNT + 1
    assert not list(path.parent.glob("data.damaged-*"))


def test_bytes_that_came_as_zeros_after_a_power_cut_are_a_torn_end(path: Path) -> None:
    before = path.read_bytes()
    JournalDB(path).table("diary").insert(record(1000))
    whole = path.read_bytes()
    header = len(before) + frames.HEADER
    path.write_bytes(whole[:header] + bytes(len(whole) - header))

    assert len(JournalDB(path).table("diary")) == COUNT
    assert JournalDB(path).storage.losses() == ()


def test_a_snapshot_that_was_cut_afterwards_is_told(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"Day 250.")])
    database = JournalDB(path)
    assert 0 < len(database.table("diary")) < 251
    assert database.storage.losses()[0].records >= 1


def test_a_reader_sees_whole_changes_only_while_another_process_writes(path: Path) -> None:
    reader = JournalDB(path)
    before = path.read_bytes()
    JournalDB(path).table("diary").insert(record(1000))
    whole = path.read_bytes()
    for size in range(len(before), len(whole), 5):
        path.write_bytes(whole[:size])
        assert len(reader.table("diary")) == COUNT
        assert reader.storage.losses() == ()
    path.write_bytes(whole)
    assert len(reader.table("diary")) == COUNT + 1


@pytest.mark.parametrize("left", [20, frames.HEADER - 1, frames.HEADER + 3])
def test_a_file_of_which_nothing_can_be_read_is_left_alone(path: Path, left: int) -> None:
    content = path.read_bytes()[:left]
    path.write_bytes(content)
    with pytest.raises(UnreadableData):
        JournalDB(path).table("diary").insert(record(1))
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir() if "damaged" in each.name] == []
