"""Learn: the guide of the day, all guides by what they are about, and the search over them."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from aftercare.core.evidence import EvidenceRow
from aftercare.core.guide import Guide, GuideGroup
from aftercare.core.search import Entry, SearchIndex
from aftercare.presenters import guide_words, learn_pick
from aftercare.presenters.guide_sources import bibliography
from aftercare.presenters.learn_state import GuideRow, LearnState, LearnView, NothingFound, Pick
from aftercare.presenters.today_words import sentence
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

__all__ = ["LearnState", "LearnView", "build_state", "follow", "index"]

GROUPS = {
    GuideGroup.BEFORE: marked("Before"),
    GuideGroup.AFTER: marked("After"),
    GuideGroup.WARNING: marked("Warning signs"),
    GuideGroup.PROCEDURES: marked("Procedures"),
    GuideGroup.CHOOSING: marked("Choosing"),
}
MOST_FOUND = 12


def index(
    guides: Mapping[str, Guide], phrases: Mapping[str, tuple[str, ...]], stop_words: Iterable[str] = ()
) -> SearchIndex:
    """What `build_state` searches in; `phrases` are other words under which people look for a guide, by its id.

    The headings of a guide find it as well.
    """
    return SearchIndex(
        [
            Entry(guide.id, _(guide.title), (*phrases.get(guide.id, ()), *(_(part.heading) for part in guide.parts)))
            for guide in guides.values()
        ],
        stop_words,
    )


def build_state(
    snapshot: Snapshot,
    guides: Mapping[str, Guide],
    evidence: tuple[EvidenceRow, ...],
    found_by: Callable[[], SearchIndex],
    view: LearnView | None = None,
    beside: bool = False,
) -> LearnState:
    """The screen at this moment. `found_by()` is asked for once something was typed.

    `beside`: a guide is read beside the list, so that one is always chosen.
    """
    view = view or LearnView()
    at = learn_pick.moment(snapshot)
    picked = learn_pick.pick(guides.values(), at)
    ordered = learn_pick.in_order(guides.values(), at)
    query = " ".join(view.query.split())
    if query:
        shown = [guides[match.id] for match in found_by().find(query, MOST_FOUND)]
    else:
        shown = [guide for guide in ordered if view.group in ("", guide.group)]
        if picked and not view.group:
            shown.remove(picked[0])
    reading = ""
    if beside:
        first = picked[0].id if picked else ordered[0].id if ordered else ""
        reading = view.reading if view.reading in guides else first
    count = len(guides)
    return LearnState(
        title=_("Learn"),
        help=_("Feels wrong?"),
        search=_("Search the guides"),
        hint=ngettext("Search {count} short guide", "Search {count} short guides", count).format(count=count),
        clear=_("Clear the search"),
        view=replace(view, reading=reading),
        pick=_pick(*picked, snapshot, evidence, reading) if picked and not query and not view.group else None,
        groups_title=_("Show"),
        groups=(("", _("All")), *((group.value, _(word)) for group, word in GROUPS.items())),
        list_title=_("Guides"),
        found=_found(len(shown)) if query and shown else "",
        rows=tuple(_row(guide, snapshot, evidence, reading) for guide in shown),
        nothing=_nothing(query) if query and not shown else None,
        note=_("Compiled from published articles. No clinician has reviewed these guides yet.")
        if not any(guide.review.reviewed for guide in guides.values())
        else _("Compiled from published articles. Each guide says who has reviewed it."),
    )


def follow(view: LearnView, intent: str, payload: Mapping[str, Any]) -> LearnView | None:
    """The view after an intent of this screen; None: it is none of Learn's."""
    match intent:
        case "learn-search":
            return replace(view, query=str(payload["query"]))
        case "learn-group":
            return replace(view, group=str(payload["group"]))
    return None


def _row(guide: Guide, snapshot: Snapshot, evidence: tuple[EvidenceRow, ...], reading: str) -> GuideRow:
    title = _(guide.title)
    detail = guide_words.detail(guide, bibliography(guide, snapshot.source_titles, evidence))
    spoken = sentence(title, detail.replace(" · ", ", "), _("Opens the guide"))
    return GuideRow(guide.id, guide.icon, guide_words.tone(guide), title, detail, spoken, guide.id == reading)


def _pick(
    guide: Guide, why: str, snapshot: Snapshot, evidence: tuple[EvidenceRow, ...], reading: str
) -> Pick:
    row = _row(guide, snapshot, evidence, reading)
    return Pick(row.id, why, row.detail, row.title, sentence(why, row.spoken), row.read)


def _found(count: int) -> str:
    return ngettext("{count} guide", "{count} guides", count).format(count=count)


def _nothing(query: str) -> NothingFound:
    return NothingFound(
        _("No guide for “{query}”").format(query=query),
        _("Try another word, or look for one thing in “Can I …?”. When in doubt, ask your clinic."),
        _("Show all guides"),
        _("Can I …?"),
    )
