"""What is shown before a picture is taken: the last one from the same side, and hints that never block."""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from aftercare.core.photo import Photo, View
from aftercare.core.photo_outline import face_outline
from aftercare.presenters import photo_words, wording
from aftercare.presenters.photo_grid import shot_of
from aftercare.presenters.photos_state import GuideState
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import pgettext

FACE = ("face",)


@dataclass(frozen=True, slots=True)
class GuideView:
    """`view` is the side; `adding`: a picture is being taken in; `fault`: why one was not."""

    view: str = View.FRONT.value
    adding: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """What the device offers: a camera, a way to choose a picture, and whether it is a desktop."""

    camera: bool = False
    dialog: bool = True
    desktop: bool = True


def follow(view: GuideView, intent: str, payload: dict[str, Any]) -> GuideView | None:
    """The view after an intent of this screen; None: it is none of the guide's."""
    if intent == "photo-view":
        return replace(view, view=payload["view"], fault="")
    return None


def build_state(snapshot: Snapshot, view: GuideView, last: Photo | None, ways: Ways) -> GuideState:
    """The screen. `last`: the picture from this side, as `Photos.guide` finds it."""
    face = snapshot.last is None or snapshot.last.area in FACE
    outline = (last.pose or ()) if last is not None else face_outline(view.view) if face else ()
    return GuideState(
        close=_("Close"),
        title=_title(snapshot, view),
        lead=_("Look here first. Then take the same picture again.") if last
        else _("This is for your next photos: take them all alike."),
        views_title=pgettext("of the face", "Side"),
        views=tuple((side.value, photo_words.view_word(side)) for side in View),
        view=view.view,
        last=shot_of(last, snapshot) if last else None,
        outline=outline,
        drawing=_("Outline of a face, {side}").format(side=photo_words.view_word(view.view).lower())
        if outline and not last else "",
        caption=_caption(last, bool(outline)),
        hints=(
            ("sun", pgettext("in a room", "Light"), _("Face a window.")),
            ("user", _("Angle"), _("Turn as you did last time.") if last else _("Look straight ahead.")
             if view.view == View.FRONT else _("Turn to the side.")),
            ("arrows-horizontal", _("Distance"), _("Stay an arm away.")),
        ),
        hints_note=_("These are hints. You can always take the photo."),
        take=_("Take a photo") if ways.camera else "",
        choose=_("Choose a photo") if ways.dialog else "",
        typed=_("Name of a file") if ways.desktop else "",
        typed_hint=_("For example: Pictures/cheek.jpg") if ways.desktop else "",
        typed_add=_("Add this file") if ways.desktop else "",
        typed_empty=_("Name of a file: type where the picture lies.") if ways.desktop else "",
        drop=_("Or drop a picture on this window.") if ways.desktop else "",
        kept=_("Kept on this device, not in your gallery."),
        adding=_("Adding your photo") if view.adding else "",
        fault=view.fault,
    )  # fmt: skip


def _title(snapshot: Snapshot, view: GuideView) -> str:
    side = photo_words.view_word(view.view)
    session = snapshot.last
    if session is None or session.start > snapshot.now:
        return _("New photo: {side}").format(side=side.lower())
    day = wording.day_after(session.start, snapshot.now, session.zone, snapshot.zone)
    return _("{side}, day {day}").format(side=side, day=day)


def _caption(last: Photo | None, outlined: bool) -> str:
    if last is None:
        return _("The dotted line shows where the face goes.") if outlined else _("No photo from this side yet.")
    return _("The dotted line is your last photo.") if outlined else _("This is your last photo from this side.")
