"""What came out of the self-check, in sentences to say or to show at the clinic."""
from __future__ import annotations

from datetime import date

from aftercare.core.checks import CheckQuestion, Outcome, SelfCheck
from aftercare.core.preparation import Preparation, days_from_period, near_period, still_open, to_tell
from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.aloud import digits, said
from aftercare.presenters.result_phone import clinic_phone
from aftercare.presenters.result_state import Deed
from aftercare.presenters.self_check import session_day
from aftercare.presenters.self_check_state import ListPart, MyListState, SayRow
from aftercare.presenters.today_words import session_title
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

PARTS = {
    Outcome.WAIT: ("hourglass-medium", "care", marked("Please wait")),
    Outcome.POSTPONE: ("phone", "care", marked("Call before you go")),
    Outcome.ASK_DOCTOR: ("stethoscope", "ask", marked("Ask your doctor first")),
    Outcome.TELL: ("chat-text", "pri", marked("Tell your clinic")),
}


def build_state(
    check: SelfCheck, kept: Preparation, session: Session | None, snapshot: Snapshot, can_call: bool = False
) -> MyListState:
    """The list for one session; `can_call`: this device can dial."""
    day = session_day(session)
    found, opened = to_tell(check, kept, day), len(still_open(check, kept, day))
    parts = tuple(
        ListPart(icon, tone, _(title), tuple(_say(q, kept, day) for q in found if q.outcome is outcome))
        for outcome, (icon, tone, title) in PARTS.items()
        if any(question.outcome is outcome for question in found)
    )
    phone = clinic_phone(snapshot.settings)
    begun = opened < len(check.questions)
    heading = _("Nothing to tell from these questions") if begun else _("Your list is still empty")
    empty = _("Is something new? Tell your clinic, even if it is not on the list.")
    return MyListState(
        title=_("My list"),
        heading=_("To tell my clinic") if parts else heading,
        lead=_lead(session, snapshot),
        parts=parts,
        empty="" if parts else empty if begun else _("Answer the questions first."),
        still=ngettext(
            "{count} question is still open.", "{count} questions are still open.", opened
        ).format(count=opened) if opened else "",
        go_on=_("Answer the questions") if opened else _("Change my answers"),
        number_label=_("Call your clinic from any phone") if phone and not can_call and parts else "",
        number=phone if phone and not can_call and parts else "",
        actions=_actions(parts, phone, can_call, _lead(session, snapshot)),
        notes=(
            _("Your answers stay on this device."),
            _("Only your clinic decides about the session."),
        ),
    )  # fmt: skip


def of_list(state: MyListState) -> str:
    """The list as it is read aloud."""
    rows = [said(part.title, *(line for row in part.rows for line in (*row.says, row.lead))) for part in state.parts]
    number = _("The number of your clinic: {number}.").format(number=digits(state.number)) if state.number else ""
    return said(state.heading, state.lead, *rows, state.empty, state.still, number, *state.notes)


def _lead(session: Session | None, snapshot: Snapshot) -> str:
    if session is None or session.id not in snapshot.protocols:
        return ""
    return _("{treatment}, {moment}").format(
        treatment=session_title(snapshot.protocols[session.id], session),
        moment=wording.moment_within(session.start, snapshot.now, session.zone),
    )


def _say(question: CheckQuestion, kept: Preparation, day: date | None) -> SayRow:
    period = _period(question, kept, day)
    if period:
        return SayRow((period,), _(question.lead))
    picked = [condition.say for condition in question.conditions if condition.id in kept.picked]
    return SayRow(tuple(dict.fromkeys(_(say) for say in picked or [question.say])), _(question.lead))


def _period(question: CheckQuestion, kept: Preparation, day: date | None) -> str:
    days = days_from_period(kept.period, day)
    if question.window_days is None or days is None or not near_period(question.window_days, kept.period, day):
        return ""
    if days == 0:
        return _("My period starts on the day of the session.")
    if days > 0:
        return ngettext(
            "My period starts {count} day before the session.",
            "My period starts {count} days before the session.",
            days,
        ).format(count=days)
    return ngettext(
        "My period starts {count} day after the session.", "My period starts {count} days after the session.", -days
    ).format(count=-days)


def _actions(parts: tuple[ListPart, ...], phone: str, can_call: bool, about: str) -> tuple[Deed, ...]:
    if not parts:
        return ()
    text = "\n".join([_("To tell my clinic"), *([about] if about else []), *_lines(parts)])
    copy = Deed("outline", "copy-simple", _("Copy my list"), "copy", {"text": text}, _("Copied"))
    if phone and can_call:
        return Deed("primary", "phone-fill", _("Call my clinic"), "call", {"number": phone}), copy
    add = Deed("text", "phone", _("Add the phone of my clinic"), "clinic-phone")
    return Deed("primary", copy.icon, copy.text, copy.intent, copy.payload, copy.done), *(() if phone else (add,))


def _lines(parts: tuple[ListPart, ...]) -> list[str]:
    return [f"• {say}" for part in parts for row in part.rows for say in row.says]
