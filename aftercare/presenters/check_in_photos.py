"""The pictures of a check-in that is being filled in."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aftercare.core.photo import Photo, in_order
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.photo_grid import shot_of
from aftercare.presenters.photos_state import PhotoRow
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext


def photo_row(draft: CheckInDraft, snapshot: Snapshot, photos: Sequence[Photo]) -> PhotoRow:
    """Those of the draft that there are, the oldest first. The example keeps none, and says so."""
    named = in_order(photo for photo in photos if photo.id in draft.photos)
    shots = [shot_of(photo, snapshot) for photo in named]
    words = [(shot, _("Remove: {name}").format(name=shot.name)) for shot in shots]
    return PhotoRow(
        title=_("Photo"),
        add="" if snapshot.example else _("Add a photo"),
        shots=tuple(replace(shot, caption=_("Remove"), press=press) for shot, press in words),
        kept=_("The example keeps no photos.") if snapshot.example else _("Kept on this device, not in your gallery."),
    )


def photo_removed(count: int) -> str:
    """What is said beside the undo."""
    return ngettext(
        "Photo removed. It is gone for good in 6 seconds.",
        "{count} photos removed. They are gone for good in 6 seconds.",
        count,
    ).format(count=count)
