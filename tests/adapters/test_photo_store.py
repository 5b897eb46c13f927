"""Keeping pictures: whole or not at all, closed to others, and gone for good when they are deleted."""
from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.adapters.photo_store import StoredPhotos
from aftercare.adapters.store import DATA_FILE, Store
from aftercare.core.data_errors import DataError, UnreadableData
from aftercare.core.photo import Photo, PhotoDetails
from aftercare.core.photo_errors import PhotoGone, PhotoNotSaved, PhotoRefused
from aftercare.core.photo_port import PhotoFiles
from tests.fakes import photos

TAKEN = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
POSE = (((0.25, 0.5), (0.5, 0.75)), ((0.0, 1.0), (1.0, 0.0)))
DETAILS = PhotoDetails(TAKEN, "Europe/Berlin", "s1", "left", POSE)
KEPT = Photo("p1", TAKEN, "Europe/Berlin", 400, 300, "s1", "left", POSE)


class Killed(BaseException):
    """The app dies here: nothing after it is carried out."""


@dataclass
class TroubledFiles:
    """PhotoFiles on which the `at`-th change fails in a way of the system."""

    inner: PhotoFiles
    at: int
    error: BaseException
    changes: int = field(default=0)

    def names(self) -> frozenset[str]:
        return self.inner.names()

    def read(self, name: str) -> bytes:
        return self.inner.read(name)

    def write(self, name: str, content: bytes) -> None:
        self._count()
        self.inner.write(name, content)

    def remove(self, name: str) -> None:
        self._count()
        self.inner.remove(name)

    def _count(self) -> None:
        self.changes += 1
        if self.changes == self.at:
            raise self.error


def kept_in(home: Path, files: Callable[[PhotoFiles], PhotoFiles] = lambda inner: inner) -> StoredPhotos:
    return StoredPhotos(Store(home), files(PhotoFolder(home / PHOTO_FOLDER)), PillowCodec())


def on_disk(home: Path) -> set[str]:
    return set(PhotoFolder(home / PHOTO_FOLDER).names())


def test_a_picture_is_found_again_with_all_that_was_said_of_it(tmp_path: Path) -> None:
    assert kept_in(tmp_path).add("p1", photos.telling_jpeg(), DETAILS) == KEPT

    again = kept_in(tmp_path)

    assert again.all() == (KEPT,)
    assert photos.opened(again.read("p1")).size == (400, 300)
    assert photos.opened(again.thumbnail("p1")).size == (320, 240)


def test_only_the_patient_may_read_the_files_whose_names_say_nothing(tmp_path: Path) -> None:
    kept_in(tmp_path).add("p1", photos.jpeg(), DETAILS)

    assert on_disk(tmp_path) == {"p1", "p1-small"}
    assert stat.S_IMODE((tmp_path / PHOTO_FOLDER).stat().st_mode) == 0o700
    assert {stat.S_IMODE(f.stat().st_mode) for f in (tmp_path / PHOTO_FOLDER).iterdir()} == {0o600}


def test_pictures_come_in_the_order_in_which_they_were_taken(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.add("b", photos.jpeg(), DETAILS)
    kept.add("a", photos.jpeg(), replace(DETAILS, taken=datetime(2026, 6, 8, tzinfo=UTC)))

    assert [photo.id for photo in kept.all()] == ["a", "b"]


def test_an_outline_can_be_drawn_later_and_unknown_fields_stay(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.add("p1", photos.jpeg(), replace(DETAILS, pose=None))
    Store(tmp_path).put("photos", {"id": "p1", "lamp": "daylight", "view": "from-above"})
    assert kept_in(tmp_path).all() == (replace(KEPT, pose=None, view="from-above"),)

    kept.save(KEPT)

    assert kept.all() == (KEPT,)
    assert Store(tmp_path).documents("photos")[0]["lamp"] == "daylight"


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


def test_a_deleted_picture_is_no_longer_listed_and_comes_back_whole(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.add("p1", photos.jpeg(), DETAILS)
    removal = kept.remove(["p1", "unknown"])
    assert kept.all() == ()

    removal.undo()
    removal.finish()

    assert kept.all() == (KEPT,)
    assert photos.opened(kept.read("p1")).size == (400, 300)


def test_a_deleted_picture_is_gone_for_good_once_it_is_finished(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.add("p1", photos.jpeg(), DETAILS)
    kept.add("p2", photos.jpeg(), DETAILS)
    removal = kept.remove(["p1"])

    removal.finish()

    assert on_disk(tmp_path) == {"p2", "p2-small"}
    assert b"p1" not in (tmp_path / DATA_FILE).read_bytes()
    with pytest.raises(PhotoGone):
        removal.undo()
    with pytest.raises(PhotoGone):
        kept.save(KEPT)
    assert [photo.id for photo in kept.all()] == ["p2"]


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


@pytest.mark.parametrize("name", ["../aftercare.json", "/etc/passwd", "", "a/b", ".lock", "a\0b", "é"])
def test_a_foreign_id_leads_nowhere(tmp_path: Path, name: str) -> None:
    Store(tmp_path).put("photos", {"id": name, "taken": "2026-06-10T07:48:00Z", "zone": "UTC", "width": 1, "height": 1})
    kept = kept_in(tmp_path)

    assert kept.all() == ()
    with pytest.raises(PhotoGone):
        kept.read(name)
    with pytest.raises(DataError):
        kept.add(name, photos.jpeg(), DETAILS)
    assert on_disk(tmp_path) == set()


def test_an_id_is_used_once(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.add("p1", photos.jpeg(), DETAILS)

    with pytest.raises(PhotoNotSaved):
        kept.add("p1", photos.jpeg((80, 80)), DETAILS)

    assert kept.all() == (KEPT,)
    assert photos.opened(kept.read("p1")).size == (400, 300)


def test_a_file_that_is_not_ours_is_not_read(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.add("p1", photos.jpeg(), DETAILS)
    (tmp_path / PHOTO_FOLDER / "p1").write_bytes(bytes(9_000_000))
    (tmp_path / PHOTO_FOLDER / "p1-small").write_bytes(b"")

    for read in (kept.read, kept.thumbnail):
        with pytest.raises(PhotoGone):
            read("p1")
