"""Taking pictures in, showing and deleting them, all of it away from the thread that draws."""
from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TypeVar

from aftercare.core.data_errors import DataError
from aftercare.core.errors import InvalidInput
from aftercare.core.photo import Photo, PhotoDetails
from aftercare.core.photo_errors import UNDO_SECONDS
from aftercare.core.photo_port import PhotoCodec, PhotoStore, Picked, Pixels, Removal
from aftercare.services.sessions import new_id

log = logging.getLogger("aftercare")
Told = TypeVar("Told")
Refusal = Callable[[str], None]
HandBack = Callable[[Callable[[], None]], None]


def at_once(call: Callable[[], None]) -> None:
    """Hand back on the thread of the worker, where nothing draws."""
    call()


def forget(picked: Picked) -> None:
    """Delete the file that a camera wrote for us. What the patient owns stays; so does what the system refuses."""
    if picked.ours and isinstance(picked.source, str):
        with suppress(OSError):
            Path(picked.source).unlink(missing_ok=True)


class PhotoWorker:
    """The patient's pictures. What takes time is done one after the other by a thread of its own.

    Its answers are passed to `hand_back`, which calls them where the window draws. Every call returns at once.
    """

    def __init__(
        self, store: PhotoStore, codec: PhotoCodec, hand_back: HandBack = at_once, undo_seconds: float = UNDO_SECONDS
    ) -> None:
        self.hand_back = hand_back
        self._store, self._codec, self._undo_seconds = store, codec, undo_seconds
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._leaving: dict[int, tuple[float, Removal]] = {}
        self._turn = threading.Lock()
        self._worker: threading.Thread | None = None

    def all(self) -> tuple[Photo, ...]:
        """All pictures, the oldest first. Raises DataError."""
        return self._store.all()

    def clean(self) -> None:
        """Delete what an app that died left behind. To be called once, when the app starts."""
        self._do(self._store.clean)

    def add(
        self, picked: Picked, details: PhotoDetails, done: Callable[[Photo], None], refused: Refusal,
        make_id: Callable[[], str] = new_id,
    ) -> None:  # fmt: skip
        """Take a picture in. Either `done` or `refused`, with one sentence, follows."""

        def take() -> Photo:
            try:
                return self._store.add(make_id(), picked.source, details)
            finally:
                forget(picked)

        self._do(take, done, refused)

    def thumbnail(self, photo_id: str, done: Callable[[Pixels], None], refused: Refusal) -> None:
        """The small picture, decoded."""
        self._do(lambda: self._codec.pixels(self._store.thumbnail(photo_id)), done, refused)

    def picture(self, photo_id: str, done: Callable[[Pixels], None], refused: Refusal) -> None:
        """The picture, decoded."""
        self._do(lambda: self._codec.pixels(self._store.read(photo_id)), done, refused)

    def save(self, photo: Photo) -> None:
        """Store what is said of a picture, such as its outline. Raises DataError."""
        self._store.save(photo)

    def remove(self, photo_ids: Iterable[str]) -> Callable[[], None]:
        """Delete pictures: their files go for good once the time to undo is over, or the app ends.

        Raises DataError. The answer undoes it; later it raises PhotoGone.
        """
        removal = self._store.remove(photo_ids)
        with self._turn:
            self._leaving[id(removal)] = (monotonic() + self._undo_seconds, removal)
        self._do(lambda: None)

        def undo() -> None:
            with self._turn:
                self._leaving.pop(id(removal), None)
            removal.undo()

        return undo

    def close(self) -> None:
        """Delete at once what is leaving, and let the worker end after what it was given. The app ends."""
        self._let_go(float("inf"))
        if self._worker is not None:
            self._work.put(None)
            self._worker.join(timeout=2)
            self._worker = None

    def _do(
        self, work: Callable[[], Told], done: Callable[[Told], None] = lambda _: None,
        refused: Refusal = lambda _: None,
    ) -> None:  # fmt: skip
        def told() -> None:
            try:
                found = work()
            except (InvalidInput, DataError) as fault:
                sentence = str(fault)
                log.info("A picture: %s", type(fault).__name__)
                self.hand_back(lambda: refused(sentence))
            else:
                self.hand_back(lambda: done(found))

        self._work.put(told)
        if self._worker is None:
            self._worker = threading.Thread(target=self._run, name="photos", daemon=True)
            self._worker.start()

    def _run(self) -> None:
        while True:
            try:
                work = self._work.get(timeout=self._next_leave())
            except Empty:
                work = self._nothing
            self._let_go(monotonic())
            if work is None:
                return
            try:
                work()
            except Exception:  # whatever a callback does, the next picture is still worked on
                log.exception("A picture could not be handled")

    def _nothing(self) -> None:
        """The time to undo something is over."""

    def _next_leave(self) -> float | None:
        with self._turn:
            times = [when for when, _ in self._leaving.values()]
        return max(0.0, min(times) - monotonic()) if times else None

    def _let_go(self, now: float) -> None:
        with self._turn:
            over = [key for key, (when, _) in self._leaving.items() if when <= now]
            removals = [self._leaving.pop(key)[1] for key in over]
        for removal in removals:
            try:
                removal.finish()
            except (DataError, OSError):
                # What stays is listed nowhere, and deleted at the next start.
                log.warning("A deleted picture will be removed at the next start")
