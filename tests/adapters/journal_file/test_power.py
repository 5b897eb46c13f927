"""The power goes: only what was synced is left. Every acknowledged change is in it, whatever happened to names."""
from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.journal_file.disk import SystemDisk
from aftercare.adapters.journal_file.reading import content_of
from aftercare.adapters.journal_file.rows import value_of
from aftercare.adapters.journal_file.seal import Unsealed
from aftercare.adapters.storage import JournalDB


class RememberingDisk(SystemDisk):
    """Knows what would be left without power: of each file what was synced, of the folder the names that were."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: dict[int, bytes] = {}
        self.named: int | None = None
        self.renamed: int | None = None
        self.renames = 0

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        with open(f"/proc/self/fd/{descriptor}", "rb") as file:
            self.files[os.fstat(descriptor).st_ino] = file.read()

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        if target == self.path:
            self.renamed = target.stat().st_ino
            self.renames += 1

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        if folder == self.path.parent:
            self.named = self.renamed

    def left(self) -> set[bytes]:
        """What the file may hold when the power comes back: the rename may have reached the disk or not."""
        return {self.files.get(each, b"") for each in (self.named, self.renamed) if each is not None}


def ids(data: bytes, path: Path) -> list[Any]:
    content = content_of(path, data, Unsealed())
    assert not content.damaged
    return [value_of(text)["id"] for text in content.tables["diary"].values()]


@pytest.mark.skipif(sys.platform != "linux", reason="reads open files by their number")
def test_what_was_acknowledged_is_left_when_the_power_goes(tmp_path: Path) -> None:
    path = tmp_path / "data"
    disk = RememberingDisk(path)
    table = JournalDB(path, disk=disk, patience=500, erases=True).table("diary")
    expected: list[str] = []
    for number in range(60):
        table.insert({"id": f"o{number}", "note": "Slept well."})
        expected.append(f"o{number}")
        if number % 7 == 6:
            table.remove(doc_ids=table.ids_where("id", expected.pop(0)))
        assert disk.left()
        for data in disk.left():
            assert ids(data, path) == expected
    assert disk.renames > 8
