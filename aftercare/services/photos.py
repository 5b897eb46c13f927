"""What the patient does with pictures: take in, look at, compare, delete, undo. Slow work goes to the PhotoWorker."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from aftercare.core import photo_errors
from aftercare.core.instants import Clock
from aftercare.core.photo import Line, Photo, PhotoDetails, last_like, pair_to_compare
from aftercare.core.photo_port import Picked, Pixels
from aftercare.core.ports import ObservationRepository, SessionRepository
from aftercare.services import checkins
from aftercare.services.photo_worker import PhotoWorker, Refusal, forget


@dataclass(frozen=True, slots=True)
class Photos:
    """Every use case of pictures. Without a worker there are none, and none is taken in.

    Calls with `done` and `refused` return at once; one of the two follows where the window draws. `refused` gets one
    sentence for the patient.
    """

    worker: PhotoWorker | None
    observations: ObservationRepository
    sessions: SessionRepository
    clock: Clock

    def all(self) -> tuple[Photo, ...]:
        """The oldest first, each with the check-in that names it. Raises DataError."""
        if self.worker is None:
            return ()
        owners = {photo: each.id for each in self.observations.all() for photo in each.photos}
        return tuple(replace(photo, observation_id=owners.get(photo.id)) for photo in self.worker.all())

    def clean(self) -> None:
        """Delete what an app that died left behind. To be called once, when the app has started."""
        if self.worker is not None:
            self.worker.clean()

    def pair(self) -> tuple[Photo, Photo] | None:
        """The two that are compared unless others are chosen. Raises DataError."""
        return pair_to_compare(self.all(), self.sessions.all())

    def guide(self, view: str) -> Photo | None:
        """The picture from that side whose outline the next one is held against. Raises DataError."""
        session = checkins.session_at(self.sessions.all(), self.clock.now())
        return last_like(self.all(), view, session.id if session else None)

    def add(
        self, picked: Picked, done: Callable[[Photo], None], refused: Refusal, view: str = "",
        pose: tuple[Line, ...] | None = None, at: datetime | None = None,
    ) -> None:  # fmt: skip
        """Take a picture in. `at`: the UTC instant that it speaks of, if not now; it belongs to the session of then.

        To tie it to a check-in, name its id in the check-in's `photos`.
        """
        if self.worker is None:
            forget(picked)
            refused(str(photo_errors.in_example()))
            return
        taken = at or self.clock.now()
        session = checkins.session_at(self.sessions.all(), taken)
        details = PhotoDetails(taken, self.clock.zone(), session.id if session else None, view, pose)
        self.worker.add(picked, details, done, refused)

    def thumbnail(self, photo_id: str, done: Callable[[Pixels], None], refused: Refusal) -> None:
        """The small picture, its longest side THUMBNAIL_SIDE pixels at most."""
        if self.worker is None:
            refused(str(photo_errors.PhotoGone()))
        else:
            self.worker.thumbnail(photo_id, done, refused)

    def picture(self, photo_id: str, done: Callable[[Pixels], None], refused: Refusal) -> None:
        """The picture, its longest side LONGEST_SIDE pixels at most."""
        if self.worker is None:
            refused(str(photo_errors.PhotoGone()))
        else:
            self.worker.picture(photo_id, done, refused)

    def outline(self, photo: Photo, view: str, pose: tuple[Line, ...] | None) -> Photo:
        """Keep from which side a picture is and the outline drawn on it. Raises DataError."""
        told = replace(photo, view=view, pose=pose)
        if self.worker is not None:
            self.worker.save(told)
        return told

    def remove(self, photo_ids: Iterable[str]) -> Callable[[], None]:
        """Delete pictures; the answer undoes it for UNDO_SECONDS, then raises PhotoGone. Raises DataError."""
        ids = tuple(photo_ids)
        return self.worker.remove(ids) if self.worker is not None and ids else lambda: None

    def named_alone_by(self, observation_id: str) -> tuple[str, ...]:
        """The ids of the pictures that a check-in names and no other does. Raises DataError."""
        everything = self.observations.all()
        others = {photo for each in everything if each.id != observation_id for photo in each.photos}
        named = next((each.photos for each in everything if each.id == observation_id), ())
        return tuple(photo for photo in named if photo not in others)
