"""Files that are sealed as a whole, and the copies that a migration makes."""
from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from aftercare.adapters.backup_files import place_of_copy
from aftercare.adapters.vault.open_vault import OpenVault
from aftercare.adapters.vault.stream import looks_streamed, seal_stream
from aftercare.adapters.vault.whole_files import Leftovers, WholeFiles
from aftercare.core.data_errors import UnsavedData
from aftercare.core.sealer_port import PlainSealer

VAULT = OpenVault(bytes(range(32)))
NOTES = b"swollen cheek " * 20_000


def part(folder: Path) -> WholeFiles:
    return WholeFiles(lambda: folder.glob("data.*"))


def test_a_file_is_sealed_and_comes_back_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "data.before-1"
    path.write_bytes(NOTES)
    part(tmp_path).reseal(VAULT.lenient(hides=True))
    assert looks_streamed(path.read_bytes())
    assert b"swollen" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    part(tmp_path).reseal(VAULT.lenient(hides=False))
    assert path.read_bytes() == NOTES


def test_sealing_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "data.before-1"
    path.write_bytes(NOTES)
    part(tmp_path).reseal(VAULT.lenient(hides=True))
    once = path.read_bytes()
    part(tmp_path).reseal(VAULT.lenient(hides=True))
    assert path.read_bytes() == once


def test_a_copy_that_was_made_behind_a_code_is_opened_when_the_code_goes(tmp_path: Path) -> None:
    path = tmp_path / "data.before-20260610.aftercare"
    with open(tmp_path / "source", "wb+") as source, open(path, "wb") as target:
        source.write(NOTES)
        source.seek(0)
        seal_stream(source, target, VAULT.strict(), place_of_copy(path))
    part(tmp_path).reseal(VAULT.lenient(hides=False))
    assert path.read_bytes() == NOTES


def test_a_damaged_file_stays_as_it_is_and_stops_nobody(tmp_path: Path) -> None:
    for name in ("data.1", "data.2"):
        (tmp_path / name).write_bytes(NOTES)
    part(tmp_path).reseal(VAULT.lenient(hides=True))
    broken = (tmp_path / "data.1").read_bytes()[:-1] + b"?"
    (tmp_path / "data.1").write_bytes(broken)
    part(tmp_path).reseal(VAULT.lenient(hides=False))
    assert (tmp_path / "data.1").read_bytes() == broken
    assert (tmp_path / "data.2").read_bytes() == NOTES
    assert sorted(os.listdir(tmp_path)) == ["data.1", "data.2"]


def test_leftovers_go_and_nothing_else(tmp_path: Path) -> None:
    for name in (".data.ab12.tmp", "data", ".lock", "my.tmp"):
        (tmp_path / name).write_bytes(NOTES)
    Leftovers(tmp_path, tmp_path / "missing").reseal(PlainSealer())
    assert sorted(os.listdir(tmp_path)) == [".lock", "data", "my.tmp"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_takes_nothing_is_told_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "data.1"
    path.write_bytes(NOTES)
    tmp_path.chmod(0o500)
    with pytest.raises(UnsavedData):
        part(tmp_path).reseal(VAULT.lenient(hides=True))
    tmp_path.chmod(0o700)
    assert path.read_bytes() == NOTES


@pytest.mark.skipif(sys.platform != "linux", reason="looks up the files that this process has open")
def test_no_file_is_replaced_while_it_is_open_which_windows_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "data.before-1"
    path.write_bytes(NOTES)
    replace = os.replace

    def as_on_windows(source: Path, target: Path) -> None:
        opened = (os.readlink(f"/proc/self/fd/{entry}") for entry in os.listdir("/proc/self/fd")
                  if os.path.lexists(f"/proc/self/fd/{entry}"))  # fmt: skip
        if str(target) in opened:
            raise PermissionError(13, "The process cannot access the file")
        replace(source, target)

    monkeypatch.setattr(os, "replace", as_on_windows)
    part(tmp_path).reseal(VAULT.lenient(hides=True))
    part(tmp_path).reseal(VAULT.lenient(hides=False))
    assert path.read_bytes() == NOTES
