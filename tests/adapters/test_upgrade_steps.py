"""Several steps at once, as after a long time without an update: killed anywhere, each step is done once."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.backup_files import FolderBackups
from aftercare.adapters.storage import JournalDB, JournalStorage
from aftercare.adapters.tables import rows_of
from aftercare.adapters.upgrade import bring_up_to_date, copy_before
from aftercare.core import migrations
from aftercare.core.data_errors import UnsavedData
from aftercare.core.migrations import Step, version_of
from aftercare.core.rows import META, Record, Rows
from aftercare.core.sealer_port import PlainSealer
from tests.fakes.failing_disk import Fault, failing
from tests.fakes.mortal_disk import Killed, Life, living

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
OLD = {"diary": {"1": {"id": "a", "steps": [], "later": {"unknown": True}}, "7": {"id": "b", "steps": []}}}


def step(name: str) -> Step:
    """A step that leaves its mark in each record, and would leave it twice if it were done twice."""

    def change(rows: Rows) -> Rows:
        def marked(record: Record) -> Record:
            return {**record, "steps": [*record["steps"], name]}

        return {
            table: [record if table == META else marked(record) for record in records]
            for table, records in rows.items()
        }

    return change


@pytest.fixture(autouse=True)
def _two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", (step("first"), step("second")))
    monkeypatch.setattr(migrations, "CURRENT", 3)


def upgrade(path: Path) -> None:
    bring_up_to_date(path, JournalStorage(path), PlainSealer(), NOW)


def stored(path: Path) -> Path:
    JournalStorage(path).write(OLD)
    return path


def found(path: Path) -> Rows:
    return rows_of(JournalStorage(path).read() or {})


def marks(rows: Rows) -> list[Any]:
    return [record["steps"] for record in rows["diary"]]


def test_the_steps_are_done_in_their_order_with_a_copy_before_each(tmp_path: Path) -> None:
    path = stored(tmp_path / "aftercare.json")

    upgrade(path)

    rows = found(path)
    assert version_of(rows) == 3
    assert marks(rows) == [["first", "second"]] * 2
    assert rows["diary"][0]["later"] == {"unknown": True}
    assert list((JournalStorage(path).read() or {})["diary"]) == ["1", "7"]
    copies = [FolderBackups(tmp_path).open(str(copy_before(path, version))) for version in (2, 3)]
    with copies[0] as first, copies[1] as second:
        assert (first.manifest.schema, marks(first.rows)) == (1, [[], []])
        assert (second.manifest.schema, marks(second.rows)) == (2, [["first"], ["first"]])


def deaths(tmp_path: Path, act: Callable[[Path], None]) -> Iterator[Path]:
    """The data after each possible death of an upgrade."""
    for torn in (False, True):
        for most in range(200):
            path = stored(tmp_path / f"{most}{torn}" / "aftercare.json")
            try:
                with living(Life(most, torn)):
                    act(path)
            except Killed:
                yield path
            else:
                assert most > 15
                break


def test_wherever_it_is_killed_the_data_is_of_one_version_and_the_next_start_goes_on(tmp_path: Path) -> None:
    seen = set[int]()
    for path in deaths(tmp_path, upgrade):
        rows = found(path)
        version = version_of(rows)
        seen.add(version)
        assert marks(rows) == [["first", "second"][: version - 1]] * 2
        # What is behind us is kept before the next step is gone.
        assert all(copy_before(path, each).exists() for each in range(2, version + 1))

        upgrade(path)

        assert marks(found(path)) == [["first", "second"]] * 2
        with FolderBackups(path.parent).open(str(copy_before(path, 2))) as copy:
            assert marks(copy.rows) == [[], []]
        # Half a copy goes with the next snapshot at the latest.
        JournalDB(path, erases=True).drop_table("diary")
        assert list(path.parent.glob(".*.tmp")) == []
    # Between the two steps, too.
    assert seen == {1, 2, 3}


def test_a_step_that_finds_no_room_leaves_the_step_before_it_done(tmp_path: Path) -> None:
    for at in range(100):
        path = stored(tmp_path / str(at) / "aftercare.json")
        with failing(Fault(at, for_good=True)) as fault, suppress(UnsavedData):
            upgrade(path)
        rows = found(path)
        assert marks(rows) == [["first", "second"][: version_of(rows) - 1]] * 2
        upgrade(path)
        assert marks(found(path)) == [["first", "second"]] * 2
        if not fault.failed:
            assert at > 15
            return
