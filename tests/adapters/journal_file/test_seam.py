"""The seams: bytes wrapped by a seal, and files of a newer version."""
from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from aftercare.adapters.journal_file import frames
from aftercare.adapters.journal_file.seal import BrokenSeal
from aftercare.adapters.storage import JournalDB
from aftercare.core.data_errors import NewerData, UnreadableData, UnsavedData
from tests.stored import tables_in


class ToySeal:
    """Seal: enough to see that every byte goes through it; no encryption that anyone should use."""

    hides = True

    def __init__(self, key: bytes = b"key") -> None:
        self._key = key

    def seal(self, payload: bytes, about: bytes) -> bytes:
        check = hashlib.sha256(self._key + about + payload).digest()
        return check + bytes(each ^ 0x55 for each in payload)

    def open(self, stored: bytes, about: bytes) -> bytes:
        payload = bytes(each ^ 0x55 for each in stored[32:])
        if hashlib.sha256(self._key + about + payload).digest() != stored[:32]:
            raise BrokenSeal
        return payload


def test_nothing_that_was_sealed_stands_in_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "home" / "data"
    table = JournalDB(path, seal=ToySeal(), patience=500).table("diary")
    for number in range(30):
        table.insert({"note": f"Swollen {number}"})
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert not any(word in content for word in (b"Swollen", b"note", b"diary"))
    assert len(JournalDB(path, seal=ToySeal()).table("diary")) == 30


def test_without_the_seal_or_with_another_the_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "data"
    JournalDB(path, seal=ToySeal()).table("diary").insert({"note": "Swollen"})
    before = path.read_bytes()
    with pytest.raises(UnreadableData, match="locked with a PIN"):
        JournalDB(path).table("diary").insert({"note": "more"})
    with pytest.raises(UnreadableData):
        JournalDB(path, seal=ToySeal(b"other")).table("diary").insert({"note": "more"})
    assert path.read_bytes() == before


def test_a_sealed_record_does_not_open_in_another_place(tmp_path: Path) -> None:
    # given two changes of the same length that somebody exchanged, with right checksums
    path = tmp_path / "data"
    table = JournalDB(path, seal=ToySeal()).table("diary")
    table.insert({"n": 0})
    table.insert({"n": 1})
    table.insert({"n": 2})
    found = [piece for piece in frames.scan(path.read_bytes()) if isinstance(piece, frames.Frame)]
    payloads = [piece.payload for piece in found]
    payloads[-1], payloads[-2] = payloads[-2], payloads[-1]
    path.write_bytes(b"".join(
        frames.pack(piece.kind, piece.generation, piece.number, payload, piece.rows, piece.sealed)
        for piece, payload in zip(found, payloads, strict=True)
    ))
    # then neither is believed
    database = JournalDB(path, seal=ToySeal())
    assert [each["n"] for each in database.table("diary")] == [0]
    assert sum(loss.records for loss in database.storage.losses()) == 2


def newer(path: Path, reader: int) -> None:
    """Make the head of a journal say that a newer version wrote it."""
    found = [piece for piece in frames.scan(path.read_bytes()) if isinstance(piece, frames.Frame)]
    head = frames.pack(frames.HEAD, found[0].generation, 0, b'{"format":9,"reader":%d,"more":[]}' % reader)
    unknown = frames.pack(200, found[0].generation, len(found), b"something new")
    path.write_bytes(head + path.read_bytes()[found[0].end :] + unknown)


def test_a_file_of_a_newer_version_may_be_looked_at_and_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "data"
    JournalDB(path).table("diary").insert({"n": 1})
    newer(path, reader=1)
    before = path.read_bytes()
    table = JournalDB(path).table("diary")
    assert table.all() == [{"n": 1}]
    with pytest.raises(NewerData, match="a newer Aftercare wrote it; update this one first"):
        table.insert({"n": 2})
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) in (["data"], ["data", ".lock"], [".lock", "data"])


def test_a_file_that_is_too_new_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data"
    JournalDB(path).table("diary").insert({"n": 1})
    newer(path, reader=9)
    with pytest.raises(UnreadableData, match="newer"):
        JournalDB(path).table("diary").all()


def test_a_read_only_database_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "data"
    JournalDB(path).table("diary").insert({"n": 1})
    with pytest.raises(UnsavedData, match="cannot be saved"):
        JournalDB(path, read_only=True).table("diary").insert({"n": 2})
    assert tables_in(path) == {"diary": {"1": {"n": 1}}}


def test_what_is_erased_is_gone_from_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "data"
    table = JournalDB(path, erases=True).table("diary")
    table.insert({"note": "secret"})
    table.insert({"note": "kept"})
    table.remove(doc_ids=[1])
    assert b"secret" not in path.read_bytes()
    assert table.all() == [{"note": "kept"}]
