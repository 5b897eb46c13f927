"""A picture that cannot be kept leaves nothing; what an app left that died is cleaned up, and nothing else."""
from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.store import DATA_FILE, Store
from aftercare.core.data_errors import UnreadableData
from aftercare.core.photo_errors import PhotoGone, PhotoNotSaved, PhotoRefused
from tests.adapters.photo_store_cases import DETAILS, Killed, TroubledFiles, kept_in, on_disk
from tests.fakes import photos


def test_a_picture_that_is_refused_leaves_nothing(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)

    with pytest.raises(PhotoRefused):
        kept.add("p1", b"no picture", DETAILS)

    assert kept.all() == ()
    assert not (tmp_path / PHOTO_FOLDER).exists()


@pytest.mark.parametrize("at", [1, 2])
def test_a_full_device_is_said_and_leaves_nothing(tmp_path: Path, at: int) -> None:
    kept = kept_in(tmp_path, lambda inner: TroubledFiles(inner, at, PhotoNotSaved(full=True)))

    with pytest.raises(PhotoNotSaved, match=r"^The photo was not saved\. Your device is full\.$"):
        kept.add("p1", photos.jpeg(), DETAILS)

    assert kept.all() == ()
    assert not PhotoFolder(tmp_path / PHOTO_FOLDER).names()


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_device_that_fills_up_while_writing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(PhotoNotSaved) as refused:
        kept_in(tmp_path).add("p1", photos.jpeg(), DETAILS)

    assert refused.value.full
    assert on_disk(tmp_path) == set()


def test_a_row_that_finds_no_room_takes_its_files_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced = os.replace

    def full_for_rows(source: Path, target: Path) -> None:
        if Path(target).name == DATA_FILE:
            raise OSError(errno.ENOSPC, "No space left on device")
        replaced(source, target)

    monkeypatch.setattr(os, "replace", full_for_rows)
    with pytest.raises(PhotoNotSaved) as refused:
        kept_in(tmp_path).add("p1", photos.jpeg(), DETAILS)

    assert refused.value.full
    assert on_disk(tmp_path) == set()


def test_a_folder_that_may_not_be_written_is_no_full_device(tmp_path: Path) -> None:
    (tmp_path / PHOTO_FOLDER).write_text("in the way")

    with pytest.raises(PhotoNotSaved) as refused:
        kept_in(tmp_path).add("p1", photos.jpeg(), DETAILS)

    assert (refused.value.full, str(refused.value)) == (False, "The photo was not saved. Try it once more.")


@pytest.mark.parametrize("at", [1, 2, 3])
def test_whenever_the_app_dies_every_row_has_its_files_and_the_next_start_cleans_up(tmp_path: Path, at: int) -> None:
    # given one picture that is kept, and an app that dies while it takes in or deletes another
    kept_in(tmp_path).add("p1", photos.jpeg(), DETAILS)
    dying = kept_in(tmp_path, lambda inner: TroubledFiles(inner, at, Killed()))

    def add_and_delete() -> None:
        dying.add("p2", photos.jpeg(), DETAILS)
        dying.remove(["p2"]).finish()

    with pytest.raises(Killed):
        add_and_delete()
    (tmp_path / PHOTO_FOLDER / ".p3.0a1b2c.tmp").write_bytes(b"half")

    again = kept_in(tmp_path)
    again.clean()

    assert on_disk(tmp_path) == {"p1", "p1-small"}
    assert [again.read(photo.id)[:2] for photo in again.all()] == [b"\xff\xd8"]


def test_a_deletion_that_was_never_finished_is_finished_at_the_next_start(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.add("p1", photos.jpeg(), DETAILS)
    removal = kept.remove(["p1"])

    kept_in(tmp_path).clean()

    assert on_disk(tmp_path) == set()
    with pytest.raises(PhotoGone):
        removal.undo()
    assert kept.all() == ()


def test_cleaning_spares_what_a_newer_version_wrote(tmp_path: Path) -> None:
    kept_in(tmp_path).add("p1", photos.jpeg(), DETAILS)
    Store(tmp_path).put("photos", {"id": "p1", "taken": "in a new way"})
    (tmp_path / PHOTO_FOLDER / "p1-large").write_bytes(b"newer")

    again = kept_in(tmp_path)

    assert (again.all(), again.clean()) == ((), 0)
    assert on_disk(tmp_path) == {"p1", "p1-small", "p1-large"}


def test_nothing_is_cleaned_away_when_the_rows_cannot_be_read(tmp_path: Path) -> None:
    kept_in(tmp_path).add("p1", photos.jpeg(), DETAILS)
    data = tmp_path / DATA_FILE
    before = data.read_bytes()

    data.write_bytes(before[:20])
    with pytest.raises(UnreadableData):
        kept_in(tmp_path).clean()
    data.unlink()
    assert kept_in(tmp_path).clean() == 0

    data.write_bytes(before)
    assert photos.opened(kept_in(tmp_path).read("p1")).size == (400, 300)


def test_a_picture_whose_row_was_damaged_is_not_cleaned_away(tmp_path: Path) -> None:
    # given a flipped bit in the row of a picture
    kept_in(tmp_path).add("p1", photos.jpeg(), DETAILS)
    data = tmp_path / DATA_FILE
    damaged = bytearray(data.read_bytes())
    damaged[damaged.rindex(b"p1")] ^= 4
    data.write_bytes(damaged)
    # when the app starts, also after it has mended its file and told the patient
    assert kept_in(tmp_path).clean() == 0
    store = Store(tmp_path)
    store.settings.put("theme", "dark")
    store.losses_told()
    # then the picture is still there
    assert kept_in(tmp_path).clean() == 0
    assert on_disk(tmp_path) == {"p1", "p1-small"}
