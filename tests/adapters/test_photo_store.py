"""Keeping pictures: whole or not at all, closed to others, and gone for good when they are deleted."""
from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aftercare.adapters.photo_files import PHOTO_FOLDER
from aftercare.adapters.store import DATA_FILE, Store
from aftercare.core.data_errors import DataError
from aftercare.core.photo_errors import PhotoGone, PhotoNotSaved
from tests.adapters.photo_store_cases import DETAILS, KEPT, kept_in, on_disk
from tests.fakes import photos


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
