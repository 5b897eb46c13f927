"""A picture of the skin that the patient keeps, and which two are put side by side."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from aftercare.core.instants import zone_named
from aftercare.core.session import Session

# Points are fractions of the picture's width and height, from its top left corner.
Point = tuple[float, float]
Line = tuple[Point, ...]


class View(StrEnum):
    """From which side a picture is taken, in the order in which the guide offers them."""

    LEFT = "left"
    FRONT = "front"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class PhotoDetails:
    """What is told about a picture when it is added.

    `taken` is the UTC instant it speaks of, `zone` the device's zone then. `view` is a View or "". `pose` is the
    outline that the next picture is held against, as drawn; None: no outline.
    """

    taken: datetime
    zone: str
    session_id: str | None = None
    view: str = ""
    pose: tuple[Line, ...] | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """One kept picture; `width` and `height` are its pixels as kept, upright.

    `observation_id` is the check-in that names it. Check-ins hold that tie, so it is filled in when photos are
    listed and is not stored a second time.
    """

    id: str
    taken: datetime
    zone: str
    width: int
    height: int
    session_id: str | None = None
    view: str = ""
    pose: tuple[Line, ...] | None = None
    observation_id: str | None = None


def in_order(photos: Iterable[Photo]) -> tuple[Photo, ...]:
    """The oldest first; two of one instant by their ids."""
    return tuple(sorted(photos, key=lambda photo: (photo.taken, photo.id)))


def day_of(photo: Photo, session: Session) -> int:
    """The day after the session: 0 is the session's own date at the clinic, below 0 is before it."""
    taken = photo.taken.astimezone(zone_named(photo.zone)).date()
    return (taken - session.start.astimezone(zone_named(session.zone)).date()).days


def pair_to_compare(photos: Iterable[Photo], sessions: Iterable[Session] = ()) -> tuple[Photo, Photo] | None:
    """The two that are compared unless others are chosen, the older first; None while there is but one.

    The newest stands beside an older one of the same session, then of the same side, then of day 0; of several the
    oldest.
    """
    ordered = in_order(photos)
    if len(ordered) < 2:
        return None
    newest = ordered[-1]
    known = {session.id: session for session in sessions}

    def distance(photo: Photo) -> tuple[bool, bool, bool]:
        session = known.get(photo.session_id or "")
        first_day = session is not None and day_of(photo, session) == 0
        return photo.session_id != newest.session_id, photo.view != newest.view, not first_day

    # min() takes the first of equals, and that is the oldest.
    return min(ordered[:-1], key=distance), newest


def last_like(photos: Iterable[Photo], view: str, session_id: str | None = None) -> Photo | None:
    """The newest picture from a side, whose outline guides the next; of the session if that has one."""
    same = [photo for photo in in_order(photos) if photo.view == view]
    return next((photo for photo in reversed(same) if photo.session_id == session_id), same[-1] if same else None)
