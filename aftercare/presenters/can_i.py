"""Can I …?: type or pick a question; one large answer, then what people ask beside it."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from aftercare.core.protocol import CareProtocol
from aftercare.core.question import Question, SearchWords
from aftercare.core.search import Entry, Match, SearchIndex
from aftercare.presenters.can_i_answer import answer, copy_deed
from aftercare.presenters.can_i_rows import rows
from aftercare.presenters.can_i_state import FIRST, MORE, CanIState, CanIView, Deed
from aftercare.presenters.result_phone import clinic_phone
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

BESIDE = 6


@dataclass(frozen=True, slots=True)
class Known:
    """What can be asked in the language spoken now. `protocols`: all there are, for a patient without a session."""

    questions: tuple[Question, ...]
    index: SearchIndex
    protocols: tuple[CareProtocol, ...] = ()


def known(
    questions: tuple[Question, ...], words: SearchWords, protocols: Sequence[CareProtocol] = ()
) -> Known:
    """Make the questions ready for searching; anew for another language."""
    entries = [Entry(q.id, _(q.title), (_(q.name), *words.question.get(q.id, ()))) for q in questions]
    return Known(questions, SearchIndex(entries, words.stop), tuple(protocols))


def follow(view: CanIView, intent: str, payload: Mapping[str, Any]) -> CanIView | None:
    """The view after "ask" (query=) or "more-questions"; None for every other intent."""
    if intent == "ask":
        return CanIView(query=str(payload.get("query", "")))
    if intent == "more-questions":
        return replace(view, open=view.open + MORE)
    return None


def build_state(
    snapshot: Snapshot, asked: Known, view: CanIView | None = None, can_call: bool = False
) -> CanIState:
    """The screen for what is typed, at the snapshot's instant. `can_call`: this device dials numbers."""
    view = view or CanIView()
    found = _found(asked, view.query)
    by_id = {question.id: question for question in asked.questions}
    hit = by_id[found[0].id] if found and found[0].whole else None
    searching = asked.index.means_something(view.query)
    missed = searching and hit is None
    near = _near(asked, found, hit)
    listed = near if searching and near else asked.questions
    shown = listed if searching and near else listed[: view.open]
    left = len(listed) - len(shown)
    no_session = not snapshot.plan.sessions
    return CanIState(
        title=_("Can I …?"),
        back=_("Back"),
        hint=_("Gym, sauna, flying …"),
        clear=_("Clear"),
        view=view,
        lead=_nothing(view.query) if missed else _no_session() if no_session else None,
        lead_deed=Deed(_("Add my session"), "calendar-plus", "add-session") if no_session and not missed else None,
        answer=answer(snapshot, hit, asked.protocols) if hit else None,
        heading=_heading(hit is not None, missed and bool(near)),
        rows=rows(snapshot, shown, asked.protocols),
        more=ngettext("Show {count} more", "Show {count} more", min(MORE, left)).format(count=min(MORE, left))
        if left
        else "",
        foot=_("Not in the list?"),
        ask=_ask_clinic(snapshot, view.query if missed else "", can_call),
        about=_("About these answers"),
        paper=_about(),
    )


def _found(asked: Known, query: str) -> tuple[Match, ...]:
    # While only "can I" is typed, nothing was asked yet.
    return asked.index.find(query) if asked.index.means_something(query) else ()


def _near(asked: Known, found: tuple[Match, ...], hit: Question | None) -> tuple[Question, ...]:
    """What else was found, then what belongs to the answer; each once, and never the answer itself."""
    by_id = {question.id: question for question in asked.questions}
    others = [match.id for match in found if hit is None or match.id != hit.id]
    beside = list(hit.near) if hit else []
    # A typed word leads to more of its kind; an alarm leads to its like alone.
    first = [] if hit and hit.help else others[: BESIDE - len(beside[:3])]
    names = dict.fromkeys((*first, *beside, *others))
    return tuple(by_id[name] for name in names)[:BESIDE]


def _heading(answered: bool, close: bool) -> str:
    if answered:
        return _("People also ask")
    return _("Close to it") if close else _("Everyday questions")


def _nothing(query: str) -> tuple[str, str]:
    title = _("No answer for “{words}”").format(words=" ".join(query.split())[:60])
    return title, _("Not in our list. When in doubt, wait, and ask your clinic.")


def _no_session() -> tuple[str, str]:
    return _("Add your session to see your times"), _("Until then you see general times.")


def _ask_clinic(snapshot: Snapshot, query: str, can_call: bool) -> Deed:
    phone = clinic_phone(snapshot.settings)
    if phone and can_call:
        return Deed(_("Ask my clinic"), "phone", "call", {"number": phone})
    words = " ".join(query.split())
    asked = _("Can I do this: {words}?").format(words=words.rstrip("?")) if words else _("I have a question.")
    return copy_deed(snapshot, asked, _("Ask my clinic"))


def _about() -> tuple[str, tuple[str, ...]]:
    return _("About these answers"), (
        _("Times and reasons come from published articles and your sessions."),
        _("What clinics’ leaflets say is named as such. They do not agree with each other."),
        _("Where nobody gives a time, we say “Ask your clinic”."),
        _("No clinician has reviewed this. Your clinic’s advice comes first."),
    )


__all__ = ["FIRST", "Known", "build_state", "follow", "known"]
