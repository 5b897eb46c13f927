"""The pictures of the diary by day, the newest first, page by page, with the two that are worth comparing."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from aftercare.core.photo import Photo, in_order, pair_to_compare
from aftercare.numerals import thousands
from aftercare.presenters import photo_words, wording
from aftercare.presenters.photos_state import CompareCard, PhotoDay, PhotosState, Shot
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

PAGE = 24


def page(snapshot: Snapshot, photos: Sequence[Photo], number: int = 0) -> PhotosState:
    """The pictures of a page, 0 the newest; a page too far shows the last."""
    newest = tuple(reversed(in_order(photos)))
    number = max(0, min(number, (len(newest) - 1) // PAGE))
    shown = newest[number * PAGE : (number + 1) * PAGE]
    first, last = number * PAGE + 1, number * PAGE + len(shown)
    numbers = {"first": thousands(first), "last": thousands(last), "count": thousands(len(newest))}
    return PhotosState(
        add="" if snapshot.example else _("Add a photo"),
        compare=compare_card(snapshot, photos) if number == 0 else None,
        days=tuple(_days(snapshot, shown)),
        counted=_("{first} to {last} of {count}").format(**numbers) if len(newest) > PAGE else "",
        newer=_("Newer") if number else "",
        older=_("Older") if last < len(newest) else "",
        page=number,
        empty=None if newest else _empty(snapshot),
    )


def shot_of(photo: Photo, snapshot: Snapshot) -> Shot:
    """A picture with its words."""
    name = photo_words.spoken(photo, snapshot)
    return Shot(
        photo.id, name, photo_words.caption(photo, snapshot), photo_words.badge(photo, snapshot),
        _("{name}. Opens the photo.").format(name=name),
    )  # fmt: skip


def _empty(snapshot: Snapshot) -> tuple[str, str]:
    if snapshot.example:
        return _("No photos here"), _("The example keeps none. Add your own session first.")
    return _("No photos yet"), _("Take one in the same light each time.")


def _days(snapshot: Snapshot, shown: Sequence[Photo]) -> list[PhotoDay]:
    days = groupby(shown, key=lambda photo: photo_words.day_title(photo, snapshot))
    return [PhotoDay(title, tuple(shot_of(photo, snapshot) for photo in photos)) for title, photos in days]


def compare_card(snapshot: Snapshot, photos: Sequence[Photo]) -> CompareCard | None:
    """The two pictures that are worth comparing; None where there are none."""
    pair = pair_to_compare(photos, snapshot.sessions)
    if pair is None:
        return None
    older, newer = pair
    days = [photo_words.day_number(photo, snapshot) for photo in pair]
    if None in days or min(day or 0 for day in days) < 0 or older.session_id != newer.session_id:
        names = [photo_words.date_of(photo, snapshot) for photo in pair]
        line = _("{first} and {second}").format(first=names[0], second=names[1])
    elif days[0] == days[1]:
        line = photo_words.day_title(newer, snapshot)
    else:
        line = _("Day {first} and day {second}").format(first=days[0], second=days[1])
    first, second = (_badged(photo, other, snapshot) for photo, other in ((older, newer), (newer, older)))
    title = _("Compare photos")
    return CompareCard(
        title, line, _("Choose"), _("{title}: {line}.").format(title=title, line=line), (first, second)
    )


def _badged(photo: Photo, other: Photo, snapshot: Snapshot) -> Shot:
    """With the time in its corner where both are of one day."""
    return Shot(photo.id, photo_words.spoken(photo, snapshot), badge=corner(photo, other, snapshot))


def corner(photo: Photo, other: Photo, snapshot: Snapshot) -> str:
    """What tells a picture from the other one: its day, or its time where the day is one."""
    word = photo_words.badge(photo, snapshot)
    if photo_words.badge(other, snapshot) == word:
        return wording.clock(photo.taken, snapshot.zone)
    return word
