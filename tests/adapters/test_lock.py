"""Two writers on one data folder."""
from __future__ import annotations

import logging
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tinydb import TinyDB

from aftercare.adapters.lock import LOCK_NAME, DataLock
from aftercare.adapters.storage import JournalDB, JournalStorage
from aftercare.core.data_errors import DataBusy, UnsavedData

ROOT = Path(__file__).resolve().parents[2]

HOLDER = """
import sys, time
from aftercare.adapters.lock import DataLock
with DataLock(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""
WRITER = """
import sys
from tinydb import TinyDB
from aftercare.adapters.lock import DataLock
from aftercare.adapters.storage import JournalDB, JournalStorage
folder, writer, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(count):
    with DataLock(folder, timeout=60), TinyDB(folder + "/data.json", storage=JournalStorage) as db:
        db.table("sessions").insert({"writer": writer, "number": number})
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[subprocess.Popen[str]]:
    with start(HOLDER, str(folder)) as child:
        if child.stdout is not None:
            assert child.stdout.readline().strip() == "held"
        try:
            yield child
        finally:
            child.kill()


def test_two_processes_writing_at_once_lose_no_record(tmp_path: Path) -> None:
    writers = [start(WRITER, str(tmp_path), name, "200") for name in ("window", "pump")]
    assert [writer.wait(100) for writer in writers] == [0, 0]
    for writer in writers:
        if writer.stdout is not None:
            writer.stdout.close()

    with TinyDB(tmp_path / "data.json", storage=JournalStorage) as db:
        records = {(record["writer"], record["number"]) for record in db.table("sessions")}
    assert records == {(name, number) for name in ("window", "pump") for number in range(200)}


def test_a_lock_held_by_another_process_ends_in_one_clear_sentence(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path), pytest.raises(DataBusy) as busy, DataLock(tmp_path, timeout=0.1):
        pytest.fail("entered a held lock")
    assert str(busy.value) == "Your data is in use by another Aftercare window. Close it or try again."
    assert busy.value.seconds == 0.1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_crashed_holder_frees_the_lock(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path) as child:
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        with DataLock(tmp_path, timeout=5):
            assert (tmp_path / LOCK_NAME).exists()


def test_the_holder_may_enter_again_and_keeps_the_lock_until_the_outermost_end(tmp_path: Path) -> None:
    with DataLock(tmp_path, timeout=1):
        with DataLock(tmp_path, timeout=1):
            pass
        assert entered_by_another_thread(tmp_path) is False
    assert entered_by_another_thread(tmp_path) is True


def test_one_lock_object_may_be_used_again(tmp_path: Path) -> None:
    lock = DataLock(tmp_path, timeout=1)
    for _ in range(2):
        with lock, lock:
            assert entered_by_another_thread(tmp_path) is False
    assert entered_by_another_thread(tmp_path) is True


def test_an_error_inside_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"), DataLock(tmp_path, timeout=1):
        raise ValueError("inside")
    assert entered_by_another_thread(tmp_path) is True


def test_a_missing_folder_is_made_for_the_owner_alone(tmp_path: Path) -> None:
    with DataLock(tmp_path / "home", timeout=1):
        if sys.platform != "win32":
            assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnsavedData, match="cannot be saved"), DataLock(tmp_path / "file" / "home", timeout=1):
        pytest.fail("locked a folder that cannot exist")


def test_importing_the_lock_leaves_the_lock_library_for_the_first_write() -> None:
    code = "import sys, aftercare.adapters.lock; print('filelock' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def entered_by_another_thread(folder: Path) -> bool:
    entered: list[bool] = []

    def enter() -> None:
        try:
            with DataLock(folder, timeout=0.1):
                entered.append(True)
        except DataBusy:
            entered.append(False)

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join(20)
    return entered == [True]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX processes")
def test_a_database_that_was_open_before_a_fork_is_used_by_both(tmp_path: Path) -> None:
    # given a database that has been written to, and so knows its lock
    table = JournalDB(tmp_path / "data").table("diary")
    table.insert({"n": 0})
    children = []
    for number in (1, 2):
        child = os.fork()
        if child == 0:
            try:
                for _ in range(20):
                    table.insert({"n": number})
                os._exit(0)
            finally:
                os._exit(1)
        children.append(child)
    for _ in range(20):
        table.insert({"n": 3})
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    found = [each["n"] for each in JournalDB(tmp_path / "data").table("diary")]
    assert sorted(found) == [0, *[1] * 20, *[2] * 20, *[3] * 20]
    assert len(table) == 61


def test_no_log_tells_of_each_change(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), DataLock(tmp_path):
        pass
    assert caplog.records == []
