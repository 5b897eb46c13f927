"""One picture, large, with what belongs to it."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.photo import Photo
from aftercare.core.photo_outline import face_outline
from aftercare.presenters import photo_words, wording
from aftercare.presenters.photo_grid import shot_of
from aftercare.presenters.photos_state import OutlineState, PhotoPageState
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
        draw=_("Change the outline") if photo.pose else _("Draw an outline"),
        check_in=_("Open its check-in") if owned else "",
        check_in_id=photo.observation_id or "",
        compare=_("Compare with another photo") if len(photos) > 1 else "",
        delete=_("Delete this photo"),
        gone=_("There is no copy. A deleted photo is gone for good."),
    )


def outline_state(snapshot: Snapshot, photo: Photo) -> OutlineState:
    """The screen on which an outline is drawn on a picture."""
    session = next((each for each in snapshot.sessions if each.id == photo.session_id), None)
    face = session is None or session.area == "face"
    usual = face_outline(photo.view) if face else ()
    return OutlineState(
        back=_("Back"),
        title=_("Outline"),
        lead=_("Trace the edges with a finger. You see the line before your next photo."),
        shot=shot_of(photo, snapshot),
        outline=photo.pose or (),
        usual=_("Use a ready-made line") if usual else "",
        usual_lines=usual,
        undo=_("Take the last line back"),
        save=_("Save the outline"),
        saved=_("Outline saved."),
    )


def deleted() -> str:
    """What is said beside the undo."""
    return _("Photo deleted. It is gone for good in 6 seconds.")
