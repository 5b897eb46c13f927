"""A writer killed at any instant, and two writers at once."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aftercare.adapters.storage import JournalDB
from tests.adapters.journal_file.killing import kills

ROOT = Path(__file__).resolve().parents[3]

WRITER = """
import sys
from aftercare.adapters.storage import JournalDB
path, writer, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
table = JournalDB(path, patience=20_000).table("diary")
for number in range(count):
    table.insert({"writer": writer, "number": number})
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_writer_killed_at_any_instant_leaves_exactly_what_it_acknowledged(tmp_path: Path) -> None:
    done = list(kills(tmp_path / "data", 20, seed=22))
    assert all(kill.is_exact for kill in done)
    assert not any(kill.losses for kill in done)
    assert sum(kill.acknowledged for kill in done) > 20


def test_two_processes_writing_a_thousand_records_each_lose_none(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path / "data")]
    writers = [subprocess.Popen([*command, name, "1000"], cwd=ROOT) for name in ("window", "pump")]
    assert [writer.wait(100) for writer in writers] == [0, 0]

    found = [(each["writer"], each["number"]) for each in JournalDB(tmp_path / "data").table("diary")]
    assert len(found) == 2000
    assert set(found) == {(name, number) for name in ("window", "pump") for number in range(1000)}
