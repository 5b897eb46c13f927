"""One guide in full: what it says, where each part comes from, and what of the patient's own plan it touches."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from aftercare.core.evidence import EvidenceRow
from aftercare.core.guide import CallBox, Guide, GuidePart
from aftercare.core.protocol import CareProtocol
from aftercare.presenters import guide_words, review_words
from aftercare.presenters.aloud import said
from aftercare.presenters.article_state import ArticleState, CallState, LimitRow, PartText, RelatedRow  # fmt: skip
from aftercare.presenters.article_usual import usual_times
from aftercare.presenters.guide_sources import Bibliography, bibliography, said_numbers
from aftercare.presenters.today_limits import courses
from aftercare.presenters.today_tiles import tile
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

Protocols = Callable[[], Iterable[CareProtocol]]


def build_state(
    snapshot: Snapshot,
    guide: Guide,
    guides: Mapping[str, Guide],
    evidence: tuple[EvidenceRow, ...],
    protocols: Protocols,
) -> ArticleState:
    """The article at this moment. `protocols()` gives all of them, where the patient's own is not what it is about."""
    sources = bibliography(guide, snapshot.source_titles, evidence)
    session = snapshot.last or snapshot.next
    own = snapshot.protocols.get(session.id) if session else None
    limits = _limits(snapshot, guide) if session else ()
    related = tuple(_related(guides[name], snapshot, evidence) for name in guide.related if name in guides)
    return ArticleState(
        id=guide.id,
        back=_("Back"),
        title=_(guide.title),
        facts=(
            ("clock", guide_words.minutes(guide)),
            ("book-open", guide_words.counted(sources)),
            ("check", _("Saved offline")),
        ),
        short_title=_("In short"),
        short=" ".join(_(line) for line in guide.short),
        parts=tuple(_part(part, sources) for part in guide.parts),
        usual=usual_times(guide, snapshot.symptoms, session, own, protocols, snapshot.now) if guide.usual else None,
        call=_call(guide.call, sources) if guide.call else None,
        limits_title=_("In your plan now") if limits else "",
        limits=limits,
        related_title=_("Read on") if related else "",
        related=related,
        sources_title=_("Sources"),
        sources=sources.rows(),
        review=review_words.version_note(guide.review),
        notes=(_("General advice, not a diagnosis."), _("Your clinic’s advice comes first.")),
        alarm=guide_words.tone(guide) == "dg",
    )


def spoken(state: ArticleState) -> str:
    """The whole text for reading aloud, in reading order; of the sources only how many there are."""
    urgent = [state.call.urgent, state.call.urgent_text] if state.call else []
    parts = [state.title, state.short, *(urgent if state.alarm else [])]
    for part in state.parts:
        parts += [part.heading, *part.text, *part.points]
    if state.usual:
        parts += [bar.label for bar in state.usual.bars]
    if state.call:
        parts += [state.call.title, *state.call.when, *([] if state.alarm else urgent)]
    return said(*parts, state.review, *state.notes)


def _part(part: GuidePart, sources: Bibliography) -> PartText:
    numbers = sources.numbers(part.sources)
    return PartText(
        _(part.heading),
        tuple(_(text) for text in part.text),
        tuple(_(point) for point in part.points),
        numbers,
        _word(numbers),
        said_numbers(numbers),
    )


def _word(numbers: tuple[int, ...]) -> str:
    return ngettext("Source", "Sources", len(numbers))


def _call(box: CallBox, sources: Bibliography) -> CallState:
    numbers = sources.numbers(box.sources)
    urgent = box.emergency
    return CallState(
        _("Call your clinic if"),
        tuple(_(when) for when in box.when),
        numbers,
        _word(numbers),
        said_numbers(numbers),
        _("Hard to breathe, swollen tongue or sight changes?") if urgent else "",
        _("Get emergency help now.") if urgent else "",
        _("Feels wrong?") if urgent else "",
    )


def _limits(snapshot: Snapshot, guide: Guide) -> tuple[LimitRow, ...]:
    states = courses(snapshot)
    found = []
    for activity in snapshot.activities:
        if activity.id in guide.activities:
            shown = tile(snapshot, activity, states)
            line = shown.line.replace("\n", ". ")
            row = LimitRow(activity.id, shown.icon, shown.tone, shown.word, shown.name, line, shown.spoken)
            found.append((guide.activities.index(activity.id), row))
    return tuple(row for _order, row in sorted(found, key=lambda pair: pair[0]))


def _related(guide: Guide, snapshot: Snapshot, evidence: tuple[EvidenceRow, ...]) -> RelatedRow:
    sources = bibliography(guide, snapshot.source_titles, evidence)
    return RelatedRow(
        guide.id, guide.icon, guide_words.tone(guide), _(guide.title), guide_words.detail(guide, sources)
    )
