"""What is read aloud of a screen: whole sentences in the order of reading, and nothing that only the eye needs."""
from __future__ import annotations

from typing import TYPE_CHECKING

from aftercare.words import gettext as _

if TYPE_CHECKING:
    from aftercare.presenters.help import HelpState
    from aftercare.presenters.limit_parts import LimitState
    from aftercare.presenters.result_state import ResultState
    from aftercare.presenters.today_lists_state import LateCard
    from aftercare.presenters.today_state import ActionCard, TodayState

_ENDS = (".", "?", "!", ":", "…", ".”", "?”")


def said(*parts: str) -> str:
    """The parts that are not empty, as sentences; what the eye takes for a pause becomes one for the ear."""
    whole = (" ".join(part.replace("·", ",").replace(" ,", ",").split()) for part in parts)
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in whole if part)


def of_today(state: TodayState) -> str:
    """The answer on top, what comes next, and what is normal today."""
    hero = state.hero
    rows = [said(row.name, row.line) for row in state.signs.rows] if state.signs else []
    stops = [row.spoken for row in state.stops.rows] if state.stops else []
    return said(
        hero.title,
        hero.subtitle,
        hero.spoken,
        state.notice,
        *_late(state.late),
        _card(state.card),
        state.stops.heading if state.stops else "",
        *stops,
        state.signs.heading if state.signs else "",
        *rows,
        *_care(state),
        _card(state.watch),
        state.advice,
    )


def of_limit(state: LimitState) -> str:
    """The answer, until when, why, and what the clinic is for."""
    medicine = state.medicine
    return said(
        state.name,
        state.status,
        *((state.hero.spoken, state.hero.line) if state.hero else ()),
        *((*medicine.prescribed, *medicine.own) if medicine else ()),
        *(part for note in state.notes for part in (note.lead, note.text)),
        *((state.differ.text,) if state.differ else ()),
        state.until_title if state.until_then else "",
        *(text for _tone, text in state.until_then),
        state.why_title if state.why else "",
        state.why,
        *((state.restart_title, *state.restart) if state.restart else ()),
        state.told,
        state.told_detail,
        *((state.closing.lead, state.closing.text) if state.closing else ()),
    )


def of_result(state: ResultState) -> str:
    """The word, the action, why, what to do, and when to step up."""
    if state.emergency is not None:
        return of_help(state.emergency)
    return said(
        state.word,
        state.heading,
        state.lead,
        _("The number of your clinic: {number}.").format(number=digits(state.number)) if state.number else "",
        state.facts_title,
        *(row.spoken for row in state.facts),
        state.now.title if state.now.lines else "",
        *state.now.lines,
        state.changes.title if state.changes.lines else "",
        *state.changes.lines,
        state.red_title,
        state.red_text,
        *state.notes,
    )


def of_help(state: HelpState) -> str:
    """The number first, then the signs, what to say, and what to do while waiting."""
    tiers = (part for tier in state.tiers for part in (tier.title, tier.lead, *(sign.spoken for sign in tier.signs)))
    return said(
        state.heading,
        _("Call {number}.").format(number=digits(state.call.number)),
        state.lead,
        *(sign.spoken for sign in state.signs),
        state.say,
        state.steps_title,
        *state.steps,
        state.others_title,
        state.others_lead,
        *tiers,
        *state.notes,
    )


def digits(number: str) -> str:
    """A phone number digit by digit, so that 112 is not read as a count."""
    return " ".join(character for character in number if character.isdigit() or character == "+")


def _late(late: LateCard | None) -> tuple[str, ...]:
    if late is None:
        return ()
    return (late.title, late.subtitle, late.question, *(name for _code, name in late.signs), late.lead, late.text)


def _care(state: TodayState) -> list[str]:
    """What was reported, and what helps now; a checklist is for the finger."""
    cards = state.care
    if cards is None:
        return []
    helps = cards.helps
    told = said(cards.caution.title, cards.caution.subtitle) if cards.caution else ""
    lines = [said(row.title, row.line) for row in helps.rows] if helps else []
    return [told, helps.heading if helps else "", *lines]


def _card(card: ActionCard | None) -> str:
    """A card that tells something; an offer to act is for the finger."""
    return said(card.title, card.subtitle) if card is not None and card.intent in ("", "tab") else ""
