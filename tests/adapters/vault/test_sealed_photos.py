"""Pictures are sealed on the disk, and shown as they were."""
from __future__ import annotations

import errno
from pathlib import Path

import pytest

from aftercare.adapters.photo_files import PhotoFolder
from aftercare.adapters.vault.open_vault import OpenVault
from aftercare.adapters.vault.sealed_photos import PhotoPart, SealedFiles
from aftercare.core.data_errors import UnsavedData
from aftercare.core.photo_errors import MOST_KEPT_BYTES, PhotoGone
from aftercare.core.sealer_port import Locked, PlainSealer

VAULT = OpenVault(bytes(range(32)))
PICTURE = b"\xff\xd8 picture"


@pytest.fixture
def folder(tmp_path: Path) -> PhotoFolder:
    return PhotoFolder(tmp_path / "photos")


def test_a_picture_is_hidden_on_the_disk_and_comes_back(folder: PhotoFolder) -> None:
    files = SealedFiles(folder, VAULT.strict())
    files.write("p1", PICTURE)
    assert PICTURE not in (folder.folder / "p1").read_bytes()
    assert files.read("p1") == PICTURE
    assert files.names() == {"p1"}
    files.remove("p1")
    assert files.names() == frozenset()


def test_the_largest_picture_that_is_kept_fits(folder: PhotoFolder) -> None:
    files = SealedFiles(folder, VAULT.strict())
    files.write("p1", bytes(MOST_KEPT_BYTES))
    assert files.read("p1") == bytes(MOST_KEPT_BYTES)


def test_two_pictures_that_changed_names_are_gone_rather_than_shown(folder: PhotoFolder) -> None:
    files = SealedFiles(folder, VAULT.strict())
    files.write("p1", PICTURE)
    folder.write("p2", folder.read("p1"))
    with pytest.raises(PhotoGone):
        files.read("p2")


def test_while_locked_nothing_is_read_or_written(folder: PhotoFolder) -> None:
    vault = OpenVault(bytes(32))
    files = SealedFiles(folder, vault.strict())
    files.write("p1", PICTURE)
    vault.close()
    with pytest.raises(Locked):
        files.read("p1")
    with pytest.raises(Locked):
        files.write("p2", PICTURE)
    assert folder.names() == {"p1"}


def test_without_a_code_the_file_is_the_picture(folder: PhotoFolder) -> None:
    SealedFiles(folder, PlainSealer()).write("p1", PICTURE)
    assert (folder.folder / "p1").read_bytes() == PICTURE


def test_a_damaged_picture_does_not_stop_the_others(folder: PhotoFolder) -> None:
    files = SealedFiles(folder, VAULT.strict())
    for name in ("p1", "p2", "p3"):
        files.write(name, PICTURE)
    broken = folder.read("p2")[:-1] + b"?"
    folder.write("p2", broken)

    PhotoPart(folder).reseal(VAULT.lenient(hides=False))

    assert [folder.read(name) for name in ("p1", "p2", "p3")] == [PICTURE, broken, PICTURE]


class Failing(PhotoFolder):
    """A folder of which one picture, or the list of all, cannot be read for a moment."""

    what = ""

    def read(self, name: str) -> bytes:
        if name == self.what:
            raise PhotoGone from OSError(errno.EIO, "Input/output error")
        return super().read(name)

    def listed(self) -> frozenset[str]:
        if self.what == "list":
            raise OSError(errno.EMFILE, "Too many open files")
        return super().listed()


@pytest.mark.parametrize("what", ["p2", "list"])
@pytest.mark.parametrize("hides", [True, False])
def test_a_picture_that_cannot_be_read_now_is_waited_for(tmp_path: Path, what: str, hides: bool) -> None:
    """Passed over, it would stay plain behind a code, or sealed with a key that is forgotten next."""
    folder = Failing(tmp_path / "photos")
    for name in ("p1", "p2"):
        SealedFiles(folder, PlainSealer() if hides else VAULT.strict()).write(name, PICTURE)
    folder.what = what
    with pytest.raises(UnsavedData):
        PhotoPart(folder).reseal(VAULT.lenient(hides))
    folder.what = ""
    PhotoPart(folder).reseal(VAULT.lenient(hides))
    now = SealedFiles(folder, VAULT.strict()) if hides else folder
    assert [now.read(name) for name in ("p1", "p2")] == [PICTURE, PICTURE]


def test_sealing_twice_changes_nothing_more(folder: PhotoFolder) -> None:
    folder.write("p1", PICTURE)
    part = PhotoPart(folder)
    part.reseal(VAULT.lenient(hides=True))
    once = folder.read("p1")
    part.reseal(VAULT.lenient(hides=True))
    assert folder.read("p1") == once
    assert SealedFiles(folder, VAULT.strict()).read("p1") == PICTURE
