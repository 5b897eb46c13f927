"""Pictures as the patient meets them: taken in while the window stays free, shown, compared, tied to check-ins."""
from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.adapters.clock import FixedClock
from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.adapters.store import Store
from aftercare.core.photo_port import Encoded, Picked, Source
from aftercare.services.patient import Patient
from aftercare.services.photo_worker import PhotoWorker
from tests.fakes import photos
from tests.services.photo_cases import CATALOGUE, NOW, SOON, ZONE, Window, check_in, session, until


class SlowCodec(PillowCodec):
    """A codec that waits before each picture until it is let go."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    def encode(self, source: Source) -> Encoded:
        self.gate.wait(SOON)
        return super().encode(source)


def test_the_window_stays_free_while_a_picture_is_taken_in(tmp_path: Path) -> None:
    slow = SlowCodec()
    window = Window(tmp_path, slow)

    for _ in range(3):
        window.add()

    # The first of them waits still.
    assert (window.added, window.ids(), window.calls.empty()) == ([], [], True)
    slow.gate.set()
    for _ in range(3):
        window.answer()
    assert sorted(photo.id for photo in window.added) == sorted(window.ids())
    window.worker.close()


def test_a_picture_belongs_to_the_moment_it_is_taken_and_the_session_of_then(window: Window) -> None:
    window.patient.change(session())
    window.added_one()
    window.patient.photos.add(
        Picked(photos.jpeg()), window.added.append, window.said.append, view="left", at=NOW - timedelta(days=5)
    )
    window.answer()

    now, before = window.added

    assert (now.taken, now.zone, now.session_id) == (NOW, ZONE, "s1")
    assert (before.taken, before.session_id, before.view) == (NOW - timedelta(days=5), None, "left")


def test_what_is_refused_is_said_and_the_next_is_taken_in(window: Window) -> None:
    window.add(b"\x7fELF")
    window.add()
    window.answer()
    window.answer()

    assert window.said == ["Photo: this is not a picture; use a JPEG, PNG or WebP file."]
    assert len(window.added) == 1


@pytest.mark.parametrize("content", [photos.telling_jpeg(), b"\x7fELF"], ids=["taken in", "refused"])
def test_what_the_camera_wrote_for_us_is_deleted_and_what_the_patient_owns_is_not(
    window: Window, content: bytes
) -> None:
    own, ours = window.home / "own.jpg", window.home / "camera.jpg"
    own.write_bytes(content)
    ours.write_bytes(content)

    window.add(str(own))
    window.add(str(ours), ours=True)
    window.answer()
    window.answer()

    assert (own.exists(), ours.exists()) == (True, False)


def test_pictures_are_shown_decoded(window: Window) -> None:
    kept = window.added_one()
    window.patient.photos.picture(kept.id, window.shown.append, window.said.append)
    window.patient.photos.thumbnail(kept.id, window.shown.append, window.said.append)
    window.patient.photos.picture("unknown", window.shown.append, window.said.append)
    for _ in range(3):
        window.answer()

    assert [(shown.width, shown.height) for shown in window.shown] == [(400, 300), (320, 240)]
    assert window.said == ["Photo: this picture cannot be shown, as its file is missing or damaged."]


def test_a_picture_names_the_check_in_that_names_it(window: Window) -> None:
    alone, tied = window.added_one(), window.added_one()
    id = check_in(window, tied.id, "unknown")

    owners = {photo.id: photo.observation_id for photo in window.patient.photos.all()}

    assert owners == {alone.id: None, tied.id: id}


def test_an_outline_is_kept_and_guides_the_next(window: Window) -> None:
    drawn = (((0.1, 0.2), (0.3, 0.4)),)
    window.patient.photos.outline(window.added_one(), "right", drawn)

    guide = window.patient.photos.guide("right")

    assert guide is not None
    assert guide.pose == drawn


def test_the_first_and_the_newest_are_compared(window: Window) -> None:
    window.patient.change(session())
    ids = []
    for hours in (40, 0, 20):
        taken = NOW - timedelta(hours=hours)
        window.patient.photos.add(Picked(photos.jpeg()), window.added.append, window.said.append, at=taken)
        window.answer()
        ids.append(window.added[-1].id)

    pair = window.patient.photos.pair()

    assert pair is not None
    assert [photo.id for photo in pair] == ids[:2]


def test_the_example_keeps_no_picture_and_shows_none_of_the_patients(window: Window) -> None:
    window.added_one()
    window.patient.open_example()
    ours = window.home / "camera.jpg"
    ours.write_bytes(photos.telling_jpeg())

    window.add(str(ours), ours=True)

    assert not ours.exists()
    assert window.said == ["Photo: the example keeps none; add your own session first."]
    assert (window.ids(), window.patient.photos.pair()) == ([], None)
    window.patient.close_example()
    assert len(window.ids()) == 1


def test_what_works_on_pictures_is_made_with_the_first_one(tmp_path: Path) -> None:
    made, store = Window(tmp_path), Store(tmp_path)
    workers = list[PhotoWorker]()
    patient = Patient(
        CATALOGUE, FixedClock(NOW, ZONE), store.sessions, store.overrides, store.journal, store.settings,
        make_photo_worker=lambda: workers.append(made.worker) or made.worker,
    )  # fmt: skip
    patient.snapshot()
    assert workers == []

    assert (patient.photos.all(), patient.photos.all()) == ((), ())

    assert workers == [made.worker]


def test_a_callback_that_breaks_does_not_end_the_work(tmp_path: Path) -> None:
    def broken(_call: Callable[[], None]) -> None:
        raise RuntimeError("the window is gone")

    window = Window(tmp_path)
    window.worker.hand_back = broken
    window.add()
    window.add()

    assert until(lambda: len(window.ids()) == 2)
    window.worker.close()
