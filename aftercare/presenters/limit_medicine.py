"""A medicine: prescribed use goes on, whatever the articles say; only own use can wait."""
from __future__ import annotations

from aftercare.core.states import State
from aftercare.numerals import number
from aftercare.presenters import wording
from aftercare.presenters.limit_facts import Facts, Kind
from aftercare.presenters.limit_parts import MedicineWords, NoteText
from aftercare.words import gettext as _


def medicine(facts: Facts) -> MedicineWords:
    """The words for a medicine. Nothing here ever asks to stop one that a doctor prescribed."""
    not_sure = NoteText(_("Not sure? Change nothing yet."), _("Call your clinic or a pharmacy and ask."), "hospital")
    return MedicineWords(
        prescribed=(_("A doctor prescribed it"), _("Keep taking it and tell your clinic. Never stop it on your own.")),
        own=(_("You bought it yourself"), _own(facts)),
        question=_("Which one fits you?"),
        answers=(
            (
                "prescribed",
                _("Prescribed"),
                NoteText(_("Keep taking it."), _("Tell your clinic. Only the doctor who prescribed it may change it."),
                         "stethoscope"),
            ),
            ("own", _("My own"), NoteText(_("You bought it yourself."), _own(facts), "hourglass-medium")),
            ("not-sure", _("Not sure"), not_sure),
        ),
    )  # fmt: skip


def _own(facts: Facts) -> str:
    now, zone = facts.snapshot.now, facts.snapshot.zone
    if facts.kind is Kind.HELD and facts.state is State.NOT_YET:
        until = _("Wait until {when}.").format(when=wording.moment_within(facts.end, now, zone))
        hours = facts.source_hours
        exact = hours and (facts.end - facts.session.end).total_seconds() == hours[1] * 3600
        if hours and exact:
            return wording.join(
                until, _("That is {hours} hours after your session.").format(hours=number(hours[1]))
            )
        return until
    if facts.kind is Kind.COMING and facts.span.start and facts.span.end:
        start, end = (wording.moment_within(edge, now, zone) for edge in (facts.span.start, facts.span.end))
        return _("Wait from {start} until {end}.").format(start=start, end=end)
    if facts.kind is Kind.OVER:
        return _("The wait is over since {when}.").format(when=wording.moment_within(facts.end, now, zone))
    return _("Ask your clinic or a pharmacy before you take it.")
