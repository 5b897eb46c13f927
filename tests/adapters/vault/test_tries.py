"""The count of wrong codes survives restarts, damage and a full disk."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.vault.tries import TRIES_NAME, FolderTries, SystemReadings
from aftercare.core.lock_policy import Reading, Tries, one_more

AT = Reading(datetime(2026, 6, 10, 9, 0, 0, 250_000, tzinfo=UTC), 12.5, "run")


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    tries = Tries(7, timedelta(seconds=299.5), AT)
    FolderTries(tmp_path).write(tries)
    assert FolderTries(tmp_path).read() == tries


def test_after_the_right_code_no_file_is_left(tmp_path: Path) -> None:
    FolderTries(tmp_path).write(Tries(1, timedelta(), AT))
    FolderTries(tmp_path).write(Tries())
    assert list(tmp_path.iterdir()) == []
    assert FolderTries(tmp_path).read() == Tries()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"wrong": 2}', "\x00" * 40, '{"wrong": 1e999}'])
def test_a_damaged_file_brings_a_wait_with_the_next_wrong_code_and_keeps_nobody_out(tmp_path: Path, text: str) -> None:
    (tmp_path / TRIES_NAME).write_text(text)
    tries = FolderTries(tmp_path).read()
    assert tries.wait == timedelta()
    assert one_more(tries, AT).wait == timedelta(seconds=30)


def test_a_wait_of_years_in_a_damaged_file_is_not_believed(tmp_path: Path) -> None:
    FolderTries(tmp_path).write(Tries(9, timedelta(days=9999), AT))
    assert FolderTries(tmp_path).read().wait <= timedelta(days=1)


def test_where_the_disk_takes_nothing_the_wait_holds_as_long_as_the_app_runs(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    tries = FolderTries(tmp_path / "home")
    tries.write(Tries(6, timedelta(seconds=60), AT))
    assert tries.read() == Tries(6, timedelta(seconds=60), AT)


def test_the_systems_clocks_run_on() -> None:
    readings = SystemReadings()
    one, other = readings(), readings()
    assert one.run == other.run
    assert other.ticks >= one.ticks
    assert one.now.tzinfo is UTC
    assert SystemReadings()().run != one.run
