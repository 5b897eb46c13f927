"""Every call of the disk fails once: nothing acknowledged is lost, nothing refused is half there."""
from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.journal_file.disk import SystemDisk
from aftercare.adapters.storage import JournalDB
from aftercare.core.data_errors import UnsavedData
from tests.adapters.journal_file.faults import FaultyDisk, SlowDisk
from tests.adapters.journal_file.injecting import injected
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
    for calls in range(45):
        path = tmp_path / str(calls) / "data"
        disk = FaultyDisk(error, taken)
        table = JournalDB(path, disk=disk, patience=PATIENCE, erases=erases).table("diary")
        disk.calls = calls
        saved: list[str] = []
        for number in range(12):
            try:
                table.insert(record(number))
                if number % 4 == 3:
                    table.remove(doc_ids=[table.ids_where("id", saved[0])[0]])
                    saved.pop(0)
                saved.append(f"o{number}")
            except UnsavedData:
                # What was refused is not there, nor anything that was not refused missing.
                saved = _after_refusal(path, saved, f"o{number}")
        kinds.update(disk.failed)
        assert ids(path) == saved
        assert [each["id"] for each in table] == saved
        assert JournalDB(path).storage.losses() == ()
        assert not list(path.parent.glob(".*.tmp"))
    assert kinds >= {"create", "edit", "write", "sync", "replace"}


def _after_refusal(path: Path, saved: list[str], refused: str) -> list[str]:
    found = ids(path)
    # The insert itself went well where the removal after it was refused.
    assert found in (saved, [*saved, refused])
    return found


@pytest.mark.parametrize("taken", [0.0, 0.3, 0.9])
def test_whichever_call_it_is_killed_in_every_saved_record_is_there(tmp_path: Path, taken: float) -> None:
    for calls in range(40):
        path = tmp_path / str(calls) / "data"
        disk = FaultyDisk(taken=taken, crash=True)
        table = JournalDB(path, disk=disk, patience=PATIENCE).table("diary")
        disk.calls = calls
        saved: list[str] = []
        under_way = ""
        for number in range(12):
            under_way = f"o{number}"
            try:
                table.insert(record(number))
            except UnsavedData:
                break
            saved.append(under_way)
        # A call that fails after the bytes have reached the disk cannot take them back when it is dead.
        assert ids(path) in (saved, [*saved, under_way])
        table = JournalDB(path, patience=PATIENCE).table("diary")
        before = ids(path)
        table.insert(record(99))
        assert ids(path) == [*before, "o99"]
        assert table.storage.losses() == ()


def test_a_system_that_takes_a_few_bytes_at_a_time_loses_none(tmp_path: Path) -> None:
    table = JournalDB(tmp_path / "data", disk=SlowDisk(), patience=PATIENCE).table("diary")
    for number in range(9):
        table.insert(record(number))
    assert ids(tmp_path / "data") == [f"o{number}" for number in range(9)]


def test_after_a_failed_sync_nothing_is_appended_to_that_file_any_more(tmp_path: Path) -> None:
    # given a sync that failed, after which a system may believe that all is on the disk
    disk = FaultyDisk()
    path = tmp_path / "data"
    table = JournalDB(path, disk=disk).table("diary")
    table.insert(record(1))
    before = path.stat().st_ino
    disk.calls = 2
    with pytest.raises(UnsavedData, match="The disk fails"):
        table.insert(record(2))
    assert disk.failed == ["sync"]
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
    for calls in range(4):
        disk = FaultyDisk()
        disk.calls = calls
        with pytest.raises(UnsavedData):
            JournalDB(path, disk=disk).table("diary").insert(record(2))
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
        disk = FaultyDisk()
        table = JournalDB(tmp_path / str(count), disk=disk).table("diary")
        table.insert_multiple(record(1000 + number) for number in range(count))
        disk.bytes = 0
        table.insert(record(1))
        wrote.append(disk.bytes)
    assert wrote[1] <= wrote[0] + 4


def test_whatever_fails_at_whatever_moment_what_was_acknowledged_is_there(tmp_path: Path) -> None:
    done = list(injected(tmp_path, 80, seed=5))
    assert all(each.is_exact for each in done)
    assert not any(each.losses for each in done)
    failed = sum((each.failed for each in done), Counter())
    assert set(failed) >= {"create", "write", "fsync", "replace"}
