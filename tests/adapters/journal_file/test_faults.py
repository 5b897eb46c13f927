"""Every call of the disk fails once: nothing acknowledged is lost, nothing refused is half there."""
from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.journal_file.aside import kept_of
from aftercare.adapters.journal_file.disk import SystemDisk
from aftercare.adapters.storage import JournalDB
from aftercare.core.data_errors import UnsavedData
from tests.adapters.journal_file.injecting import injected, met
from tests.fakes.failing_disk import Fault, failing
from tests.fakes.mortal_disk import Killed, Life, living
from tests.stored import fill, tables_in

PATIENCE = 400


def ids(path: Path) -> list[str]:
    return [each["id"] for each in tables_in(path).get("diary", {}).values()]


def record(number: int) -> dict[str, Any]:
    return {"id": f"o{number}", "note": "Slept well. " * 5}


@pytest.mark.parametrize(("error", "taken"), [(errno.ENOSPC, 0.4), (errno.EIO, 0.0), (errno.EIO, 1.0)])
@pytest.mark.parametrize("erases", [False, True])
def test_whichever_call_fails_the_file_opens_with_every_saved_record(
    tmp_path: Path, error: int, taken: float, erases: bool
) -> None:
    kinds: set[str] = set()
    for at in range(60):
        path = tmp_path / str(at) / "data"
        done = met(path, Fault(at, error, taken=taken), erases)
        kinds.update(done.failed)
        assert done.is_exact, (at, done.failed)
        assert done.losses == 0
        assert list(path.parent.glob(".*.tmp")) == []
    assert kinds >= {"create", "edit", "write", "fsync", "replace"}


@pytest.mark.parametrize("torn", [False, True])
def test_whichever_call_it_is_killed_in_every_saved_record_is_there(tmp_path: Path, torn: bool) -> None:
    for most in range(60):
        path = tmp_path / str(most) / "data"
        saved: list[str] = []
        with suppress(Killed), living(Life(most, torn)):
            table = JournalDB(path, patience=PATIENCE).table("diary")
            for number in range(12):
                table.insert(record(number))
                saved.append(f"o{number}")
        # What was on the disk when it died cannot be taken back.
        assert ids(path) in (saved, [*saved, f"o{len(saved)}"])
        table = JournalDB(path, patience=PATIENCE).table("diary")
        before = ids(path)
        table.insert(record(99))
        assert ids(path) == [*before, "o99"]
        assert table.storage.losses() == ()


def test_a_damaged_file_is_kept_and_told_of_whatever_becomes_of_the_write_that_replaces_it(tmp_path: Path) -> None:
    # given a file in which one record is damaged
    path = tmp_path / "whole"
    JournalDB(path).table("diary").insert_multiple(record(number) for number in range(5))
    damaged = path.read_bytes().replace(b'"o2"', b'"x2"')
    for most in range(12):
        path = tmp_path / str(most) / "data"
        path.parent.mkdir()
        path.write_bytes(damaged)
        # when the next write is killed
        with suppress(Killed), living(Life(most)):
            JournalDB(path).table("diary").insert(record(99))
        # then the others are there, the loss is told, and what was replaced is kept
        database = JournalDB(path)
        assert ids(path)[:4] == ["o0", "o1", "o3", "o4"]
        assert sum(loss.records for loss in database.storage.losses()) == 1
        assert path.read_bytes() == damaged or [kept.read_bytes() for kept in kept_of(path)] == [damaged]
    assert ids(path)[4:] == ["o99"]


class SlowDisk(SystemDisk):
    """Takes a few bytes at a time, as a system may; `written` bytes so far."""

    written = 0

    def write(self, descriptor: int, content: bytes) -> int:
        taken = super().write(descriptor, content[:7])
        self.written += taken
        return taken


def test_a_system_that_takes_a_few_bytes_at_a_time_loses_none(tmp_path: Path) -> None:
    table = JournalDB(tmp_path / "data", disk=SlowDisk(), patience=PATIENCE).table("diary")
    for number in range(9):
        table.insert(record(number))
    assert ids(tmp_path / "data") == [f"o{number}" for number in range(9)]


def test_after_a_failed_sync_nothing_is_appended_to_that_file_any_more(tmp_path: Path) -> None:
    # given a sync that failed, after which a system may believe that all is on the disk
    path = tmp_path / "data"
    table = JournalDB(path).table("diary")
    table.insert(record(1))
    before = path.stat().st_ino
    with failing(Fault(0, only="fsync")), pytest.raises(UnsavedData, match="The disk fails"):
        table.insert(record(2))
    # when it works again
    table.insert(record(3))
    # then everything is written anew, into a file of its own
    assert path.stat().st_ino != before
    assert ids(path) == ["o1", "o3"]


class LosesNames(SystemDisk):
    """Where renaming works, and having the new name on the disk does not."""

    fails = False

    def sync_folder(self, folder: Path) -> None:
        if self.fails:
            raise OSError(errno.EIO, "Input/output error")
        super().sync_folder(folder)


def test_a_name_that_did_not_reach_the_disk_is_no_saved_change(tmp_path: Path) -> None:
    """When the power goes, the old file may stand there again: without the change, and all that was appended to it."""
    path = tmp_path / "data"
    disk = LosesNames()
    table = JournalDB(path, disk=disk, erases=True).table("diary")
    table.insert_multiple([record(1), record(2)])
    # given a snapshot whose name the disk did not take
    disk.fails = True
    with pytest.raises(UnsavedData, match="Input/output"):
        table.remove(doc_ids=[1])
    with pytest.raises(UnsavedData):
        table.insert(record(3))
    # when the disk works again, the next change brings a file of its own, and its name
    disk.fails = False
    before = path.stat().st_ino
    table.insert(record(4))
    assert path.stat().st_ino != before
    assert ids(path)[-1] == "o4"
    assert [each["id"] for each in table] == ids(path)


def test_after_a_new_start_whose_name_did_not_reach_the_disk_nothing_is_appended(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(b"nothing of ours")
    disk = LosesNames()
    database = JournalDB(path, disk=disk)
    # given data put in the place of a file that cannot be read, whose name the disk did not take
    disk.fails = True
    with pytest.raises(UnsavedData):
        database.storage.start_over({"diary": {"1": record(1)}})
    # when the disk works again
    disk.fails = False
    before = path.stat().st_ino
    database.table("diary").insert(record(2))
    # then the next change brings a file of its own, and its name
    assert path.stat().st_ino != before
    assert ids(path) == ["o1", "o2"]


def test_a_system_that_syncs_no_folders_saves_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def on_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", on_files_only)
    table = JournalDB(tmp_path / "data").table("diary")
    table.insert(record(1))
    assert ids(tmp_path / "data") == ["o1"]


def test_an_old_file_stays_until_the_new_one_is_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "data"
    old = {"diary": {"1": record(1)}}
    fill(path, old)
    text = path.read_text()
    for call in ("create", "write", "fsync", "replace"):
        with failing(Fault(0, only=call)), pytest.raises(UnsavedData):
            JournalDB(path).table("diary").insert(record(2))
        assert path.read_text() == text
    JournalDB(path).table("diary").insert(record(2))
    assert ids(path) == ["o1", "o2"]


def test_a_failed_snapshot_does_not_fail_the_change_before_it(tmp_path: Path) -> None:
    class NoRoomForTwo(SystemDisk):
        full = False

        def create(self, path: Path) -> int:
            if self.full:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().create(path)

    disk = NoRoomForTwo()
    table = JournalDB(tmp_path / "data", disk=disk, patience=PATIENCE).table("diary")
    table.insert(record(0))
    disk.full = True
    for number in range(1, 20):
        table.insert(record(number))
    assert len(ids(tmp_path / "data")) == 20


def test_an_insert_writes_as_much_whatever_is_there_already(tmp_path: Path) -> None:
    wrote: list[int] = []
    for count in (10, 1000):
        disk = SlowDisk()
        table = JournalDB(tmp_path / str(count), disk=disk).table("diary")
        table.insert_multiple(record(1000 + number) for number in range(count))
        disk.written = 0
        table.insert(record(1))
        wrote.append(disk.written)
    assert wrote[1] <= wrote[0] + 4


def test_whatever_fails_at_whatever_moment_what_was_acknowledged_is_there(tmp_path: Path) -> None:
    done = list(injected(tmp_path, 80, seed=5))
    assert all(each.is_exact for each in done)
    assert not any(each.losses for each in done)
    failed = sum((each.failed for each in done), Counter())
    assert set(failed) >= {"create", "write", "fsync", "replace"}
