"""The diary: check-ins page by page, the newest first, the recovery chart, and the pictures."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aftercare.core.advice import AdviceContent
from aftercare.core.photo import Photo
from aftercare.presenters import diary_entries, photo_grid, recovery
from aftercare.presenters.diary_state import CHART, ENTRIES, PHOTOS, DiaryState, DiaryView
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

__all__ = ["DiaryState", "DiaryView", "build_state", "follow"]


def build_state(
    snapshot: Snapshot, content: AdviceContent, view: DiaryView | None = None, photos: Sequence[Photo] = ()
) -> DiaryState:
    """The screen at this moment; `view` of the answer is what is really shown, where the wish no longer exists."""
    view = view or DiaryView()
    entries = chart = pictures = compare = None
    if view.part == PHOTOS:
        pictures = photo_grid.page(snapshot, photos, view.photo_page)
        view = replace(view, photo_page=pictures.page)
    else:
        part = CHART if view.part == CHART else ENTRIES
        entries = diary_entries.page(snapshot, content, view.symptom, view.page, photos)
        view = replace(view, part=part, symptom=entries.chosen, page=entries.page)
        chart = recovery.build_state(snapshot, content, view.charted, view.table)
        compare = photo_grid.compare_card(snapshot, photos) if entries.rows else None
    return DiaryState(
        title=_("Diary"),
        help=_("Feels wrong?"),
        parts_title=_("Part of the diary"),
        parts=((ENTRIES, _("Entries")), (CHART, _("Chart")), (PHOTOS, _("Photos"))),
        view=view,
        entries=entries,
        chart=chart,
        deleted=_("Check-in deleted"),
        photos=pictures,
        compare=compare,
    )


def follow(view: DiaryView, intent: str, payload: dict[str, Any]) -> DiaryView | None:
    """The view after an intent of this screen; None: it is none of the diary's."""
    match intent:
        case "diary-part":
            return replace(view, part=payload["part"])
        case "diary-filter":
            symptom = payload["symptom"]
            return replace(view, symptom=symptom, page=0, charted=symptom or view.charted)
        case "diary-page":
            return replace(view, page=max(0, view.page + payload["by"]))
        case "diary-chart":
            return replace(view, charted=payload["symptom"])
        case "photo-page":
            return replace(view, photo_page=max(0, view.photo_page + payload["by"]))
        case "diary-table":
            return replace(view, table=not view.table)
    return None
