"""Pictures as the patient meets them: taken in while the window stays free, tied to check-ins, deleted for good."""
from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue
from time import monotonic

import pytest

from aftercare.adapters.clock import FixedClock
from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.adapters.photo_store import StoredPhotos
from aftercare.adapters.store import Store
from aftercare.core.observation import SymptomReport
from aftercare.core.photo import Photo
from aftercare.core.photo_errors import UNDO_SECONDS, PhotoGone
from aftercare.core.photo_port import Encoded, Picked, Pixels, Source
from aftercare.core.session import Session, new_session
from aftercare.services import checkins
from aftercare.services.patient import Patient
from aftercare.services.photo_worker import PhotoWorker
from tests.fakes import photos

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
ZONE = "Europe/Berlin"
CATALOGUE = FileCatalogue()
SOON = 10.0


class SlowCodec(PillowCodec):
    """A codec that waits before each picture until it is let go."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    def encode(self, source: Source) -> Encoded:
        self.gate.wait(SOON)
        return super().encode(source)


class Window:
    """A patient with pictures in a folder, and the thread that draws: `answer()` makes its next call."""

    def __init__(self, home: Path, codec: PillowCodec | None = None, undo_seconds: float = UNDO_SECONDS) -> None:
        self.home, self.calls = home, SimpleQueue[Callable[[], None]]()
        store, codec = Store(home), codec or PillowCodec()
        self.kept = StoredPhotos(store, PhotoFolder(home / PHOTO_FOLDER), codec)
        self.worker = PhotoWorker(self.kept, codec, self.calls.put, undo_seconds)
        self.patient = Patient(
            CATALOGUE, FixedClock(NOW, ZONE), store.sessions, store.overrides, store.journal, store.settings,
            own_observations=store.observations, photo_worker=self.worker,
        )  # fmt: skip
        self.added: list[Photo] = []
        self.said: list[str] = []
        self.shown: list[Pixels] = []

    def answer(self) -> None:
        self.calls.get(timeout=SOON)()

    def add(self, source: Source | None = None, ours: bool = False) -> None:
        picked = Picked(photos.jpeg() if source is None else source, ours)
        self.patient.photos.add(picked, self.added.append, self.said.append)

    def added_one(self) -> Photo:
        self.add()
        self.answer()
        return self.added[-1]

    def files(self) -> frozenset[str]:
        return PhotoFolder(self.home / PHOTO_FOLDER).names()

    def ids(self) -> list[str]:
        return [photo.id for photo in self.patient.photos.all()]


def session() -> Session:
    return new_session("s1", CATALOGUE.protocol("face-injection"), datetime(2026, 6, 8, 14, 30), ZONE)


def check_in(window: Window, *photo_ids: str) -> str:
    made = checkins.new_observation(NOW, NOW, ZONE, None, [SymptomReport("redness", "mild")], photos=photo_ids)
    window.patient.check_in(made)
    return made.id


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    yield made
    made.worker.close()


def until(true: Callable[[], bool]) -> bool:
    end = monotonic() + SOON
    pause = threading.Event()
    while not true() and monotonic() < end:
        pause.wait(0.02)
    return true()


def test_the_window_stays_free_while_a_picture_is_taken_in(tmp_path: Path) -> None:
    slow = SlowCodec()
    window = Window(tmp_path, slow)
    begun = monotonic()

    for _ in range(3):
        window.add()

    assert monotonic() - begun < 0.5
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


def test_a_changed_view_does_not_bring_a_deleted_picture_back(window: Window) -> None:
    kept = window.added_one()
    window.patient.photos.remove([kept.id])

    with pytest.raises(PhotoGone):
        window.patient.photos.outline(replace(kept), "left", None)

    assert window.ids() == []
