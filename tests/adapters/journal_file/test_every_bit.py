"""Every single bit of a small file flipped, and the file cut after every byte: noticed, and nothing false is read."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aftercare.adapters.journal_file.content import Content
from aftercare.adapters.journal_file.reading import content_of
from aftercare.adapters.journal_file.rows import RawTables
from aftercare.adapters.journal_file.seal import Seal, Unsealed
from aftercare.adapters.storage import JournalDB
from aftercare.adapters.vault.journal_part import JournalSeal
from aftercare.adapters.vault.open_vault import OpenVault
from aftercare.core.data_errors import UnreadableData

Found = dict[tuple[str, str], bytes]


def only_a_snapshot(path: Path, seal: Seal) -> None:
    JournalDB(path, seal=seal).table("diary").insert_multiple({"id": f"o{number}", "n": 1} for number in range(3))


def changes_too(path: Path, seal: Seal) -> None:
    only_a_snapshot(path, seal)
    table = JournalDB(path, seal=seal).table("diary")
    for number in range(3, 6):
        table.insert({"id": f"o{number}", "n": 1})


def edits_too(path: Path, seal: Seal) -> None:
    changes_too(path, seal)
    table = JournalDB(path, seal=seal).table("diary")
    table.update({"n": 2}, doc_ids=[1, 5])
    table.remove(doc_ids=[2])


def sealed() -> Seal:
    return JournalSeal(OpenVault(bytes(range(32))).strict())


FILES = {
    "a snapshot": (only_a_snapshot, Unsealed), "changes": (changes_too, Unsealed), "edits": (edits_too, Unsealed),
    "sealed": (edits_too, sealed),
}  # fmt: skip


class Sample:
    """A small file, what it holds, and every document that it ever held."""

    def __init__(self, path: Path, fill: Callable[[Path, Seal], None], seal: Seal) -> None:
        fill(path, seal)
        self.data, self.seal = path.read_bytes(), seal
        self.good = flat(self.read(self.data).tables)
        self.ever = {text for kept in (b'{"id":"o%d","n":1}', b'{"id":"o%d","n":2}') for text in (
            kept % number for number in range(6))}

    def read(self, data: bytes) -> Content:
        return content_of(Path("small"), data, self.seal)


def flat(tables: RawTables) -> Found:
    return {(name, key): text for name, texts in tables.items() for key, text in texts.items()}


@pytest.fixture(params=FILES)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Sample:
    fill, seal = FILES[request.param]
    return Sample(tmp_path / "data", fill, seal())


def told(content: Content) -> int:
    return sum(loss.records for loss in content.to_tell)


def test_whichever_bit_is_flipped_it_is_noticed_and_what_is_missing_is_told(sample: Sample) -> None:
    for at in range(len(sample.data)):
        for bit in range(8):
            damaged = bytearray(sample.data)
            damaged[at] ^= 1 << bit
            content = sample.read(bytes(damaged))
            found = flat(content.tables)
            assert content.damaged, (at, bit)
            assert set(found.values()) <= sample.ever, (at, bit)
            assert found == sample.good or told(content) > 0, (at, bit)


@pytest.mark.parametrize("name", ["a snapshot", "changes"])
def test_nothing_is_told_as_lost_while_all_is_there(name: str, tmp_path: Path) -> None:
    fill, seal = FILES[name]
    sample = Sample(tmp_path / "data", fill, seal())
    for at in range(len(sample.data)):
        damaged = bytearray(sample.data)
        damaged[at] ^= 1
        content = sample.read(bytes(damaged))
        assert (told(content) > 0) == (len(flat(content.tables)) < len(sample.good)), at
        assert told(content) >= len(sample.good) - len(flat(content.tables)), at


def test_a_cut_change_goes_without_a_word_and_a_cut_snapshot_is_told_or_refused(sample: Sample) -> None:
    snapshot_end = sample.read(sample.data).snapshot_end
    states: list[Found] = []
    for size in range(len(sample.data), snapshot_end - 1, -1):
        content = sample.read(sample.data[:size])
        assert not content.damaged
        states.append(flat(content.tables))
    # One state after the other, each of them true once.
    assert all(set(state.values()) <= sample.ever for state in states)
    assert states[0] == sample.good
    for size in range(snapshot_end - 1, -1, -1):
        try:
            content = sample.read(sample.data[:size])
        except UnreadableData:
            continue
        found = flat(content.tables)
        assert content.damaged
        assert found.items() <= states[-1].items()
        assert told(content) >= max(1, len(states[-1]) - len(found))


def test_of_a_snapshot_that_was_cut_whole_records_are_read(tmp_path: Path) -> None:
    sample = Sample(tmp_path / "data", only_a_snapshot, Unsealed())
    content = sample.read(sample.data[: sample.data.index(b'"o2"')])
    assert [*flat(content.tables).values()] == [b'{"id":"o0","n":1}', b'{"id":"o1","n":1}']
    assert told(content) == 1


@pytest.mark.parametrize("size", [5, 48, 130])
@pytest.mark.parametrize("wiped", [False, True])
def test_wherever_a_piece_of_the_file_is_gone_what_is_missing_is_told(sample: Sample, size: int, wiped: bool) -> None:
    for at in range(len(sample.data) - size):
        before = sample.data[at : at + size]
        piece = bytes(size) if wiped else bytes(byte ^ 0xFF for byte in before)
        # Zeros at the very end are what a power cut leaves of a change that was never acknowledged.
        if piece == before or (wiped and at + size > len(sample.data) - 8):
            continue
        try:
            content = sample.read(sample.data[:at] + piece + sample.data[at + size :])
        except UnreadableData:
            continue
        found = flat(content.tables)
        assert content.damaged, at
        assert set(found.values()) <= sample.ever, at
        assert found == sample.good or told(content) > 0, at
