"""Two pictures beside or over each other, the older first, and which two."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from aftercare.core.photo import Photo, in_order, pair_to_compare
from aftercare.presenters import photo_words, wording
from aftercare.presenters.photo_grid import corner, shot_of
from aftercare.presenters.photos_state import Choice, CompareState, Shot
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

SLIDER, SIDE, FADE = "slider", "side", "fade"
PAGE = 8


@dataclass(frozen=True, slots=True)
class CompareView:
    """What the patient chose: the two pictures, the one chosen last at the end; how; the page of the choice."""

    chosen: tuple[str, ...] = ()
    mode: str = SLIDER
    page: int = 0


def follow(view: CompareView, intent: str, payload: dict[str, Any]) -> CompareView | None:
    """The view after an intent of this screen; None: it is none of the comparison's."""
    match intent:
        case "compare-mode":
            return replace(view, mode=payload["mode"])
        case "compare-page":
            return replace(view, page=max(0, view.page + payload["by"]))
        case "compare-choose":
            return replace(view, chosen=(*(each for each in view.chosen if each != payload["id"]), payload["id"])[-2:])
    return None


def settled(view: CompareView, snapshot: Snapshot, photos: Sequence[Photo]) -> CompareView | None:
    """The view with two pictures that there are; None where there are fewer than two."""
    ids = {photo.id for photo in photos}
    kept = tuple(each for each in view.chosen if each in ids)
    if len(kept) == 2:
        return replace(view, chosen=kept)
    # Of one that is there the best partner, else the usual pair.
    pair = pair_to_compare(photos, snapshot.sessions)
    if pair is None:
        return None
    older, newer = (photo.id for photo in pair)
    if not kept:
        return replace(view, chosen=(older, newer))
    return replace(view, chosen=(newer if kept[0] != newer else older, kept[0]))


def build_state(snapshot: Snapshot, photos: Sequence[Photo], view: CompareView) -> CompareState:
    """The screen of a settled view."""
    first, second = in_order(photo for photo in photos if photo.id in view.chosen)
    newest = tuple(reversed(in_order(photos)))
    number = max(0, min(view.page, (len(newest) - 1) // PAGE))
    shown = newest[number * PAGE : (number + 1) * PAGE]
    names = {"older": _inside(first, second, snapshot), "newer": _inside(second, first, snapshot)}
    pair = tuple(
        Shot(photo.id, photo_words.spoken(photo, snapshot), badge=corner(photo, other, snapshot))
        for photo, other in ((first, second), (second, first))
    )
    # The numbers are put in by the divider while it moves.
    value = _("{first} percent {older}, {second} percent {newer}.").format(first="{first}", second="{second}", **names)
    return CompareState(
        back=_("Back"),
        title=_("Compare photos"),
        modes_title=_("How to compare"),
        modes=((SLIDER, _("Slider")), (SIDE, _("Side")), (FADE, _("Fade"))),
        mode=view.mode,
        pair=(pair[0], pair[1]),
        divider=_("Fade between the photos") if view.mode == FADE else _("Divider between the photos"),
        hint=_("Left and right arrows move it."),
        value=value,
        choose=_("Choose two photos"),
        choices=tuple(Choice(_choice(photo, snapshot), photo.id in view.chosen) for photo in reversed(shown)),
        newer=_("Newer") if number else "",
        older=_("Older") if (number + 1) * PAGE < len(newest) else "",
        skin=_("On brown or black skin, look for darker, purple or grey areas. Feel for warmth."),
        add=_("New photo, same angle"),
    )


def _choice(photo: Photo, snapshot: Snapshot) -> Shot:
    shot = shot_of(photo, snapshot)
    day = photo_words.day_word(photo, snapshot) or wording.day_and_number(
        wording.local(photo.taken, snapshot.zone).date()
    )
    return replace(shot, caption=f"{day}\n{wording.clock(photo.taken, snapshot.zone)}", press="")


def _inside(photo: Photo, other: Photo, snapshot: Snapshot) -> str:
    """The picture inside the divider's sentence."""
    word = photo_words.badge_within(photo, snapshot)
    if photo_words.badge_within(other, snapshot) == word:
        return wording.clock(photo.taken, snapshot.zone)
    return word
