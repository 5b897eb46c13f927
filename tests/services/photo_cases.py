"""A patient with pictures in a folder, and the thread that draws."""
from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from time import monotonic

from aftercare.adapters.clock import FixedClock
from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.adapters.photo_store import StoredPhotos
from aftercare.adapters.store import Store
from aftercare.core.observation import SymptomReport
from aftercare.core.photo import Photo
from aftercare.core.photo_errors import UNDO_SECONDS
from aftercare.core.photo_port import Picked, Pixels, Source
from aftercare.core.session import Session, new_session
from aftercare.services import checkins
from aftercare.services.patient import Patient
from aftercare.services.photo_worker import PhotoWorker
from tests.fakes import photos

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
ZONE = "Europe/Berlin"
CATALOGUE = FileCatalogue()
SOON = 10.0


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


def until(true: Callable[[], bool]) -> bool:
    end = monotonic() + SOON
    pause = threading.Event()
    while not true() and monotonic() < end:
        pause.wait(0.02)
    return true()
