"""Deleting pictures: with a check-in or alone, undone or for good, also when the app ends or died."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aftercare.adapters.photo_files import PHOTO_FOLDER
from aftercare.core.photo_errors import UNDO_SECONDS, PhotoGone
from tests.services.photo_cases import Window, check_in, session, until


def test_deleting_can_be_undone(window: Window) -> None:
    kept = window.added_one()
    undo = window.patient.photos.remove([kept.id])
    assert window.ids() == []

    undo()

    assert window.ids() == [kept.id]
    window.worker.close()
    assert window.files() == {kept.id, f"{kept.id}-small"}


def test_after_the_time_to_undo_the_files_are_gone(tmp_path: Path) -> None:
    window = Window(tmp_path, undo_seconds=0.2)
    kept = window.added_one()
    undo = window.patient.photos.remove([kept.id])
    assert len(window.files()) == 2

    assert until(lambda: not window.files())
    with pytest.raises(PhotoGone):
        undo()
    window.worker.close()


def test_the_time_to_undo_is_that_of_the_message_about_it() -> None:
    assert UNDO_SECONDS == 6


def test_when_the_app_ends_deleted_files_go_at_once(window: Window) -> None:
    window.patient.photos.remove([window.added_one().id])

    window.worker.close()

    assert not window.files()


def test_what_was_begun_is_done_before_the_app_ends(window: Window) -> None:
    window.add()

    window.worker.close()

    assert len(window.ids()) == 1


def test_what_an_app_left_that_died_is_gone_after_the_next_start(window: Window) -> None:
    kept = window.added_one()
    (window.home / PHOTO_FOLDER / "camera-1.jpg").write_bytes(b"taken, never read")

    window.patient.photos.clean()

    assert until(lambda: window.files() == {kept.id, f"{kept.id}-small"})


def test_a_check_in_takes_its_own_pictures_along_and_brings_them_back(window: Window) -> None:
    own, shared, other = (window.added_one().id for _ in range(3))
    id = check_in(window, own, shared)
    check_in(window, shared)

    undo = window.patient.delete_check_in(id)
    left = window.ids()
    undo()

    assert sorted(left) == sorted([shared, other])
    assert sorted(window.ids()) == sorted([own, shared, other])
    assert window.patient.observations.get(id) is not None


def test_a_deleted_check_in_comes_back_even_when_its_pictures_cannot(tmp_path: Path) -> None:
    window = Window(tmp_path, undo_seconds=0)
    id = check_in(window, window.added_one().id)
    undo = window.patient.delete_check_in(id)
    assert until(lambda: not window.files())

    with pytest.raises(PhotoGone):
        undo()

    assert window.patient.observations.get(id) is not None
    window.worker.close()


def test_a_cancelled_session_keeps_its_pictures(window: Window) -> None:
    window.patient.change(session())
    kept = window.added_one()

    window.patient.cancel("s1")

    assert window.ids() == [kept.id]
    assert window.patient.photos.all()[0].session_id == "s1"


def test_a_changed_view_does_not_bring_a_deleted_picture_back(window: Window) -> None:
    kept = window.added_one()
    window.patient.photos.remove([kept.id])

    with pytest.raises(PhotoGone):
        window.patient.photos.outline(replace(kept), "left", None)

    assert window.ids() == []
