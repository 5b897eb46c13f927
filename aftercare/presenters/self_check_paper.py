"""Everything that the clinic should hear about, to be read before there is a session to answer for."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.checks import SelfCheck
from aftercare.presenters import review_words, self_check
from aftercare.presenters.self_check_state import QuestionGroup
from aftercare.words import gettext as _


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """A heading over (what it is about, what belongs to it)."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FullList:
    """The whole sheet."""

    title: str
    lead: str
    groups: tuple[PaperGroup, ...]
    note: str


def full_list(check: SelfCheck) -> FullList:
    """Every condition of the self-check, in its groups."""
    names = {
        question.id: tuple(_(condition.name) for condition in question.conditions) for question in check.questions
    }

    def group(of: QuestionGroup) -> PaperGroup:
        return PaperGroup(of.title, tuple((row.title, " · ".join(names[row.id])) for row in of.rows))

    return FullList(
        title=_("Tell your clinic if any of these is true"),
        lead=_("A “yes” does not stop your session. It is something to tell your doctor first."),
        groups=tuple(group(each) for each in self_check.groups(check)),
        note=review_words.version_note(check.review),
    )
