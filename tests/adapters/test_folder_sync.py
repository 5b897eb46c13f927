"""Giving a file its name where somebody else may have the old one open."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from aftercare.adapters import folder_sync


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many times more the file counts as open; as on Windows, and in no time."""
    left = [3]
    replace = os.replace

    def refusing(source: Path, target: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise PermissionError(13, "The process cannot access the file")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refusing)
    monkeypatch.setattr(folder_sync, "_WAITS", True)
    monkeypatch.setattr(folder_sync, "_PAUSE", 0)
    return left


def files(folder: Path) -> tuple[Path, Path]:
    new, old = folder / "new", folder / "old"
    new.write_text("new")
    old.write_text("old")
    return new, old


def test_a_file_that_somebody_reads_is_replaced_as_soon_as_it_is_closed(tmp_path: Path, busy: list[int]) -> None:
    new, old = files(tmp_path)
    folder_sync.replace(new, old)
    assert old.read_text() == "new"
    assert not new.exists()


def test_one_that_stays_open_is_told_and_both_are_as_they_were(tmp_path: Path, busy: list[int]) -> None:
    busy[0] = 10**6
    new, old = files(tmp_path)
    with pytest.raises(PermissionError):
        folder_sync.replace(new, old)
    assert (new.read_text(), old.read_text()) == ("new", "old")


def test_elsewhere_a_refusal_is_told_at_once(tmp_path: Path, busy: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_sync, "_WAITS", False)
    new, old = files(tmp_path)
    with pytest.raises(PermissionError):
        folder_sync.replace(new, old)
    assert busy == [2]
