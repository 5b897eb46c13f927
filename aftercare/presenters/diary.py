"""The diary: check-ins page by page, the newest first, and the recovery chart."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from aftercare.core.advice import AdviceContent
from aftercare.presenters import diary_entries, recovery
from aftercare.presenters.diary_state import CHART, ENTRIES, DiaryState, DiaryView
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

__all__ = ["DiaryState", "DiaryView", "build_state", "follow"]


def build_state(snapshot: Snapshot, content: AdviceContent, view: DiaryView | None = None) -> DiaryState:
    """The screen at this moment; `view` of the answer is what is really shown, where the wish no longer exists."""
    view = view or DiaryView()
    entries = chart = None
    if view.part == CHART:
        chart = recovery.build_state(snapshot, content, view.charted, view.table)
    else:
        entries = diary_entries.page(snapshot, content, view.symptom, view.page)
        view = replace(view, part=ENTRIES, symptom=entries.chosen, page=entries.page)
    return DiaryState(
        title=_("Diary"),
        help=_("Feels wrong?"),
        parts_title=_("Part of the diary"),
        parts=((ENTRIES, _("Entries")), (CHART, _("Chart"))),
        view=view,
        entries=entries,
        chart=chart,
        deleted=_("Check-in deleted"),
    )


def follow(view: DiaryView, intent: str, payload: dict[str, Any]) -> DiaryView | None:
    """The view after an intent of this screen; None: it is none of the diary's."""
    match intent:
        case "diary-part":
            return replace(view, part=payload["part"])
        case "diary-filter":
            return replace(view, symptom=payload["symptom"], page=0)
        case "diary-page":
            return replace(view, page=max(0, view.page + payload["by"]))
        case "diary-chart":
            return replace(view, charted=payload["symptom"])
        case "diary-table":
            return replace(view, table=not view.table)
    return None
