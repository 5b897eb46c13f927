"""The buttons of a result: the one action, and the quieter ones."""
from __future__ import annotations

from dataclasses import replace

from aftercare.core.advice import Advice, Call, Tier
from aftercare.presenters.emergency import emergency
from aftercare.presenters.result_state import Deed
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import pgettext

CALLS = (Tier.SAME_DAY, Tier.CLINIC)


def asks(advice: Advice) -> bool:
    """Whether someone is to be called."""
    return advice.call is not Call.NONE


def deeds(advice: Advice, snapshot: Snapshot, phone: str, can_call: bool) -> tuple[Deed, tuple[Deed, ...]]:
    """The one action, and the quieter ones. Where nothing can be dialled a number is copied; none is a dead end."""
    add = Deed("text", "phone", _("Add the phone of my clinic"), "clinic-phone")
    clinic = _clinic(phone, can_call)
    if advice.tier not in CALLS:
        quiet = (replace(clinic, kind="text") if clinic else add,) if asks(advice) else ()
        return Deed("primary", "", pgettext("on a button", "Done"), "close"), quiet
    note = Deed("text", "chat-text", _("Show my note"), "show-note")
    last = note if clinic else add
    main = clinic or replace(note, kind="primary", text=_("Show what to tell them"))
    if advice.call is not Call.CLINIC_THEN_EMERGENCY:
        return main, (last,)
    number = emergency(snapshot).number
    if can_call:
        words = _("No answer? Call {number}").format(number=number)
        return main, (Deed("outline", "phone", words, "call", {"number": number}), last)
    words = _("No answer? Call {number}: copy it").format(number=number)
    return main, (Deed("outline", "copy-simple", words, "copy", {"text": number}, _("Copied")), last)


def with_reminder(
    main: Deed, more: tuple[Deed, ...], wished: tuple[Deed, ...], advice: Advice
) -> tuple[Deed, tuple[Deed, ...]]:
    """Where to look again is the advice itself, the reminder is the one action; elsewhere it is a quieter one."""
    if advice.tier is Tier.WATCH:
        return replace(wished[0], kind="primary"), (*wished[1:], *more)
    return main, (*wished, *more)


def _clinic(phone: str, can_call: bool) -> Deed | None:
    if not phone:
        return None
    if can_call:
        return Deed("primary", "phone-fill", _("Call my clinic"), "call", {"number": phone})
    return Deed("primary", "copy-simple", _("Copy my clinic’s number"), "copy", {"text": phone}, _("Copied"))
