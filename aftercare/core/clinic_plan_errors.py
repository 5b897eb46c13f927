"""Why a clinic's plan is not taken, each as one clear sentence. Nothing of it was stored then."""
from __future__ import annotations

from datetime import date
from enum import StrEnum

from aftercare.core.clinic_plan import Procedure
from aftercare.core.errors import InvalidInput
from aftercare.words import gettext as _
from aftercare.words import marked


class PlanFault(StrEnum):
    """What is wrong with a plan."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    NEWER = "newer"
    UNSIGNED = "unsigned"
    CHANGED = "changed"
    FIELD = "field"
    CONTRADICTION = "contradiction"
    MEDICINE = "medicine"
    ENDED = "ended"
    EARLY = "early"
    OTHER_PROCEDURE = "other-procedure"
    OTHER_DAY = "other-day"
    NO_SESSION = "no-session"


# {day}, {theirs} and {yours} are put in by `sentence`, or in a screen's words by the presenters.
SENTENCES = {
    PlanFault.MISSING: marked("Clinic plan: this file is not there or cannot be opened."),
    PlanFault.UNREADABLE: marked("We could not read this plan. Ask your clinic for a new code."),
    PlanFault.TOO_LARGE: marked("Clinic plan: this file is too large. A plan has 8192 bytes or less."),
    PlanFault.NEWER: marked("Clinic plan: it needs a newer Aftercare. Update this app first."),
    PlanFault.UNSIGNED: marked("Clinic plan: the signature is missing. Ask your clinic for a signed plan."),
    PlanFault.CHANGED: marked("This plan was changed after your clinic made it. We did not open it."),
    PlanFault.FIELD: marked("{field}: {accepts}"),
    PlanFault.CONTRADICTION: marked("{field}: {accepts}"),
    PlanFault.MEDICINE: marked(
        "This plan asks to stop a medicine. We never do that. Ask the doctor who prescribed it."
    ),
    PlanFault.ENDED: marked("This plan ended on {day}. Ask for a new one."),
    PlanFault.EARLY: marked("This plan is dated {day}. Check the date of your device."),
    PlanFault.OTHER_PROCEDURE: marked("This plan is for {theirs}. Yours is {yours}."),
    PlanFault.OTHER_DAY: marked("This plan is for a session on {day}. You have none on that day."),
    PlanFault.NO_SESSION: marked("This plan is for {theirs}. Add that session first."),
}


class PlanRefused(InvalidInput):
    """A plan that is not taken. `fault` says why.

    `field` names the place in the file, items counted from one: "items/2/hours". `day`, `theirs` and `yours` are
    what the sentence speaks of, for whoever shows it in the patient's own words.
    """

    def __init__(
        self,
        fault: PlanFault,
        field: str = "",
        accepts: str = "",
        day: date | None = None,
        theirs: Procedure | None = None,
        yours: Procedure | None = None,
    ) -> None:
        said = {"day": day, "theirs": _id(theirs), "yours": _id(yours), "field": field, "accepts": _(accepts)}
        super().__init__(field or "plan", _(SENTENCES[fault]).format(**said))
        self.fault = fault
        self.day, self.theirs, self.yours = day, theirs, yours


def _id(procedure: Procedure | None) -> str:
    return procedure.protocol if procedure else ""
