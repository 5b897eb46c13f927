"""A clinic's plan and what it would change, in the patient's words."""
from __future__ import annotations

from datetime import datetime

from aftercare.core.activity import Activity
from aftercare.core.clinic_plan import FromMoment, Procedure
from aftercare.core.clinic_plan_change import ChangeKind, PlanChange
from aftercare.core.clinic_plan_errors import SENTENCES, PlanFault, PlanRefused
from aftercare.core.clinic_plan_rules import procedure_of
from aftercare.core.errors import InvalidInput
from aftercare.core.ports import Catalogue
from aftercare.core.protocol import Phase
from aftercare.presenters import wording
from aftercare.presenters.add_session_what import area_name
from aftercare.services.clinic_plan import PlanPreview
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

SAID = {
    ChangeKind.SHORTER: marked("{name}. Shorter. Was {old}, would be {new}."),
    ChangeKind.LONGER: marked("{name}. Longer. Was {old}, would be {new}."),
    ChangeKind.NEW: marked("{name}. New: {new}."),
    ChangeKind.CONFIRMS: marked("{name}. {old}, as before."),
    ChangeKind.UNKNOWN: marked("“{name}” is not known in this app. Ask your clinic about it."),
}
_WORDED = (PlanFault.ENDED, PlanFault.EARLY, PlanFault.OTHER_DAY, PlanFault.OTHER_PROCEDURE, PlanFault.NO_SESSION)


def refusal_words(refused: PlanRefused, catalogue: Catalogue) -> str:
    """The one sentence on why a plan is not taken, with the words of this app's treatments and dates."""
    if refused.fault not in _WORDED:
        return refused.message
    return _(SENTENCES[refused.fault]).format(
        day=wording.short_date(refused.day) if refused.day else "",
        theirs=procedure_words(refused.theirs, catalogue) if refused.theirs else "",
        yours=procedure_words(refused.yours, catalogue) if refused.yours else "",
    )


def procedure_words(procedure: Procedure, catalogue: Catalogue) -> str:
    """ "Face, injections, small bumps"; a treatment that this version does not know keeps its code."""
    try:
        protocol = catalogue.protocol(procedure.protocol)
    except InvalidInput:
        return procedure.protocol
    names = [_(choice.name) for choice in protocol.techniques if choice.id == procedure.technique]
    areas = [area_name(procedure.area)] if procedure.area and len(protocol.areas) > 1 else []
    return ", ".join([_(protocol.name), *names, *areas])


def plan_lines(found: PlanPreview, catalogue: Catalogue, now: datetime, zone: str) -> tuple[str, ...]:
    """The plan for a terminal, a sentence a line; times in the device's zone."""
    plan = found.signed.plan
    count = len(found.changing)
    known = {activity.id: activity for activity in catalogue.activities()}
    when = wording.moment_within(found.session.start, now, zone)
    lines = [
        _("Clinic: {name}").format(name=plan.clinic),
        _("Phone: {number}").format(number=plan.phone) if plan.phone else "",
        _("We do not know this clinic yet. Its key: {key}").format(key=found.signed.fingerprint),
        _("For: {procedure}, {when}").format(
            procedure=procedure_words(procedure_of(found.session), catalogue), when=when
        ),
        _("Holds through {day}.").format(day=wording.short_date(plan.valid_until)),
        ngettext("{count} thing would change", "{count} things would change", count).format(count=count),
        *(line for change in found.changes for line in change_lines(change, known, zone)),
        _("Do not stop a prescribed medicine unless the doctor who prescribed it agrees.") if _has_notes(found) else "",
        _("Nothing was saved."),
    ]  # fmt: skip
    return tuple(line for line in lines if line)


def change_lines(change: PlanChange, known: dict[str, Activity], zone: str) -> tuple[str, ...]:
    """One item: what it changes, what the sources say where it is shorter, and the clinic's own words.

    The words and hours of something that this version does not know are not repeated: it might be a medicine.
    """
    if change.kind is ChangeKind.UNKNOWN:
        return (_(SAID[change.kind]).format(name=change.item.activity),)
    activity = known[change.item.activity]
    old, new = _before(change, activity), _after(change, zone)
    lines = [_(SAID[change.kind]).format(name=wording.capital(_(activity.name)), old=old, new=new)]
    if change.needs_tick:
        if change.source_range:
            lines.append(_("Our sources say {time}.").format(time=wording.length_range(change.source_range)))
        lines.append(_("This is shorter than our sources say. Use it only if your clinic told you."))
    if change.item.note:
        lines.append(_("Your clinic writes: “{note}”").format(note=change.item.note))
    return tuple(lines)


def _before(change: PlanChange, activity: Activity) -> str:
    if activity.medicine:
        return _(wording.MEDICINE_WORD)
    return _(wording.SHORT_ASK) if change.before is None else _hours(change, change.before)


def _after(change: PlanChange, zone: str) -> str:
    if change.until is not None and isinstance(change.item.time, FromMoment):
        shown = wording.local(change.until, zone).date()
        day, time = wording.full_date(shown), wording.clock(change.until, zone)
        return _("until {day}, {time}").format(day=day, time=time)
    return _hours(change, change.after or 0)


def _hours(change: PlanChange, hours: float) -> str:
    if not hours:
        return _("no limit")
    length = wording.length(hours)
    return _("{time} before the session").format(time=length) if change.item.phase is Phase.BEFORE else length


def _has_notes(found: PlanPreview) -> bool:
    return any(change.item.note and change.kind is not ChangeKind.UNKNOWN for change in found.changes)
