"""The third step: what will be saved, what the patient gets from it, and what the clinic should hear."""
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from aftercare.core.instants import from_utc_text
from aftercare.core.ports import Catalogue
from aftercare.core.session import Session
from aftercare.presenters import add_session_zones as zones
from aftercare.presenters.add_session_draft import DONE, Draft, to_session
from aftercare.presenters.add_session_plan import PlanCard, plan_card
from aftercare.presenters.add_session_what import choice_names, treatment_name
from aftercare.presenters.add_session_when import wall_words, when_state
from aftercare.words import gettext as _
from aftercare.words import ngettext

AREA_ICONS = {"face": "face", "body": "body", "scalp": "scalp"}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A fact, and the step on which it is changed; `spoken` names the change for a reader."""

    icon: str
    label: str
    value: str
    change: str
    spoken: str
    step: int


@dataclass(frozen=True, slots=True)
class CheckState:
    """`moved` is empty, or says that all limits move with a session that is changed."""

    title: str
    rows: tuple[CheckRow, ...]
    plan: PlanCard
    tell_title: str
    tell_text: str
    tell_all: str
    moved: str
    notes: tuple[str, ...]


def check_state(draft: Draft, catalogue: Catalogue, now: dt.datetime, zone: str) -> tuple[CheckState, str]:
    """The step for a draft that can be saved, and the words of its button. Raises InvalidInput otherwise."""
    session = to_session(draft, draft.editing or "draft", catalogue)
    card = plan_card(session, catalogue, now, zone)
    state = CheckState(
        title=_("Check your plan"),
        rows=_rows(draft, session, catalogue, now, zone),
        plan=card,
        tell_title=_("Tell your clinic if any of these is true"),
        tell_text=_(
            "You are pregnant or breastfeeding. You take blood thinners. "
            "You have an allergy, or a skin infection there."
        ),
        tell_all=_("See the full list"),
        moved=_moved(draft, session, card.count),
        notes=when_state(draft, now, zone, "").notes,
    )
    if draft.editing:
        return state, _("Save changes")
    return state, _("Save my session") if card.over else _("Start my plan")


def _rows(
    draft: Draft, session: Session, catalogue: Catalogue, now: dt.datetime, zone: str
) -> tuple[CheckRow, ...]:
    protocol = catalogue.protocol(draft.protocol)
    moment = session.end if draft.timing == DONE else session.start
    when = _("Session ended") if draft.timing == DONE else _("Session starts")
    wall = wall_words(draft.date, draft.time, now, zone) if draft.date and draft.time else ""
    facts = [
        (AREA_ICONS.get(draft.area, protocol.icon), _("Area and treatment"), treatment_name(draft, protocol), 1),
        ("list-checks", _("Method and product"), choice_names(draft, protocol), 1),
        ("calendar-check" if draft.timing == DONE else "calendar-dots", when, wall, 2),
    ]
    if zones.offset(draft.zone, moment) != zones.offset(zone, moment):
        facts.append(("globe-simple", _("Clinic’s time zone"), zones.label(draft.zone, moment), 2))
    change = _("Change")
    return tuple(
        CheckRow(icon, label, value, change, _("Change: {what}").format(what=label), step)
        for icon, label, value, step in facts
        if value
    )


def _moved(draft: Draft, session: Session, count: int) -> str:
    if not draft.was or from_utc_text(draft.was) == session.start or not count:
        return ""
    return ngettext("{count} limit will move.", "All {count} limits will move.", count).format(count=count)
