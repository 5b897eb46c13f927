"""A file that no program of ours wrote is refused with our own error, or read; nothing else happens."""
from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftercare.adapters.journal_file import frames
from aftercare.adapters.storage import JournalDB
from aftercare.core.data_errors import DataError
from tests.adapters.journal_file.fuzz import CORPUS, mutated, survives
from tests.stored import tables_in

GENERATION = b"tests..."


def journal(*payloads: tuple[int, bytes]) -> bytes:
    """A journal of these frames, with right checksums."""
    head = frames.pack(frames.HEAD, GENERATION, 0, b'{"format":1,"reader":1}')
    return head + b"".join(
        frames.pack(kind, GENERATION, number, payload, 1) for number, (kind, payload) in enumerate(payloads, 1)
    )


CRAFTED = {
    "claims 4 GB": frames.pack(frames.CHANGE, GENERATION, 0, b"x")[:20] + b"\xff" * 16,
    "head is a list": frames.pack(frames.HEAD, GENERATION, 0, b"[1]"),
    "head of infinity": frames.pack(frames.HEAD, GENERATION, 0, b'{"format":1e999,"reader":1e999}'),
    "nested": journal((frames.CHANGE, b"[" * 100_000)),
    "nested document": journal((frames.CHANGE, b'[["put","a",["1"]]]\n' + b'{"a":' * 100_000)),
    "document is a list": journal((frames.CHANGE, b'[["put","a",["1"]]]\n[]')),
    "two documents in a line": journal((frames.CHANGE, b'[["put","a",["1"]]]\n{},{}')),
    "not a number": journal((frames.CHANGE, b'[["put","a",["1"]]]\n{"x":NaN}')),
    "too many lines": journal((frames.CHANGE, b'[["put","a",["1"]]]\n{}\n{}')),
    "too few lines": journal((frames.CHANGE, b'[["put","a",["1","2"]]]\n{}')),
    "numbers as ids": journal((frames.CHANGE, b'[["put","a",[1]]]\n{}')),
    "words as ids": journal((frames.CHANGE, b'[["put","a",["one"]]]\n{}')),
    "a sign before an id": journal((frames.CHANGE, b'[["put","a",["-1"]]]\n{}')),
    "an id of 5000 digits": journal((frames.CHANGE, b'[["put","a",["%b"]]]\n{}' % (b"9" * 5000))),
    "unknown verb": journal((frames.CHANGE, b'[["move","a"]]')),
    "unknown kind": journal((77, b"[]")),
    "not UTF-8": journal((frames.CHANGE, b"\xfe\xfe")),
    "notes of nonsense": journal((frames.NOTE, b'[{"records":"x"}]')),
    "only the mark": frames.MAGIC * 50,
    "ten thousand heads": frames.pack(frames.HEAD, GENERATION, 0, b"{}") * 10_000,
}


@pytest.mark.parametrize("name", CRAFTED)
def test_a_crafted_file_raises_our_own_error_or_none(tmp_path: Path, name: str) -> None:
    assert survives(CRAFTED[name])
    path = tmp_path / "data"
    path.write_bytes(CRAFTED[name])
    try:
        JournalDB(path, strict=True).table("diary").insert({"id": "o1"})
        database = JournalDB(path, strict=True)
        _ = [database.table(each).all() for each in database.tables()]
    except DataError:
        return
    # What was written in spite of the damage can be read, and the damaged file is still there.
    assert {"id": "o1"} in database.table("diary").all()
    assert [each.read_bytes() for each in tmp_path.glob("data.damaged-*")] == [CRAFTED[name]]


@settings(max_examples=400)
@given(seed=st.integers(0, 2**64))
def test_mutated_files_raise_our_own_error_or_none(seed: int) -> None:
    assert survives(mutated(random.Random(seed)))


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_random_bytes_raise_our_own_error_or_none(data: bytes) -> None:
    assert survives(data)
    assert survives(frames.MAGIC + data)


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.name)
def test_files_of_every_form_that_was_ever_written_are_read(tmp_path: Path, file: Path) -> None:
    copy = tmp_path / file.name
    copy.write_bytes(file.read_bytes())
    before = tables_in(copy)
    assert before.get("diary", {}) or file.name == "empty.journal"
    JournalDB(copy).table("more").insert({"id": "new"})
    assert tables_in(copy) == {**before, "more": {"1": {"id": "new"}}}
