"""One picture, large, with what belongs to it."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.photo import Photo
from aftercare.presenters import photo_words, wording
from aftercare.presenters.photo_grid import shot_of
from aftercare.presenters.photos_state import PhotoPageState
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


def build_state(snapshot: Snapshot, photos: Sequence[Photo], photo: Photo) -> PhotoPageState:
    """The page of one of the pictures."""
    facts = [
        photo_words.view_word(photo.view),
        photo_words.date_of(photo, snapshot),
        wording.clock(photo.taken, snapshot.zone),
    ]
    owned = photo.observation_id is not None
    return PhotoPageState(
        back=_("Back"),
        title=photo_words.day_word(photo, snapshot) or photo_words.date_of(photo, snapshot),
        shot=shot_of(photo, snapshot),
        facts=", ".join(fact for fact in facts if fact),
        outline=photo.pose or (),
        draw="",
        check_in=_("Open its check-in") if owned else "",
        check_in_id=photo.observation_id or "",
        compare=_("Compare with another photo") if len(photos) > 1 else "",
        delete=_("Delete this photo"),
        gone=_("There is no copy. A deleted photo is gone for good."),
    )


def deleted() -> str:
    """What is said beside the undo."""
    return _("Photo deleted. It is gone for good in 6 seconds.")
