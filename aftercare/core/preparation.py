"""What the patient did and answered before one session. It is asked anew for each: an answer can change."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from aftercare.core.checks import CheckQuestion, SelfCheck

# A period that began longer ago than this is another one.
PERIOD_DAYS = 60


@dataclass(frozen=True, slots=True)
class Preparation:
    """The preparation for one session.

    `answers`: yes or no by question id; what is not there is still open. `picked`: ids of single conditions.
    `period`: the day on which a period starts, if the patient entered it. `done`: ids of steps that were ticked.
    Ids that the content does not know any more are kept and not shown.
    """

    answers: Mapping[str, bool] = field(default_factory=dict)
    picked: frozenset[str] = frozenset()
    period: date | None = None
    done: frozenset[str] = frozenset()

    def answer(self, question: CheckQuestion, yes: bool) -> Preparation:
        """Answer a question. A "no" takes back the conditions that were picked below it."""
        below = {condition.id for condition in question.conditions}
        picked = self.picked if yes else self.picked - below
        return replace(self, answers={**self.answers, question.id: yes}, picked=picked)

    def pick(self, question: CheckQuestion, condition: str) -> Preparation:
        """Pick a condition of a question, or take it back. Picking one answers the question with yes."""
        if condition in self.picked:
            return replace(self, picked=self.picked - {condition})
        return replace(self.answer(question, True), picked=self.picked | {condition})

    def period_on(self, question: CheckQuestion, day: date | None) -> Preparation:
        """Enter the day on which a period starts, or take it away. From then on the date answers the question."""
        answers = {key: yes for key, yes in self.answers.items() if key != question.id}
        return replace(self, answers=answers, period=day)

    def tick(self, step: str) -> Preparation:
        """Tick a step, or take the tick away."""
        return replace(self, done=self.done ^ {step})


def answered(question: CheckQuestion, kept: Preparation, session_day: date | None) -> bool | None:
    """Yes, no, or None while open. What the patient said counts before what the date of a period says.

    `session_day`: the session's calendar date in the clinic's zone, None where there is no session.
    """
    if question.id in kept.answers:
        return kept.answers[question.id]
    if question.window_days and near_period(question.window_days, kept.period, session_day):
        return True
    return None


def days_from_period(period: date | None, session_day: date | None) -> int | None:
    """Days from a period's start to the session, negative where the session comes first; None where unknown."""
    if period is None or session_day is None or abs((session_day - period).days) > PERIOD_DAYS:
        return None
    return (session_day - period).days


def near_period(window_days: tuple[int, int], period: date | None, session_day: date | None) -> bool:
    """Whether a session lies so many days before a period's start, on it, or so many days after it."""
    days = days_from_period(period, session_day)
    before, after = window_days
    return days is not None and -before <= days <= after


def to_tell(check: SelfCheck, kept: Preparation, session_day: date | None) -> tuple[CheckQuestion, ...]:
    """The questions answered with yes: what leads furthest first, else in the order of asking."""
    found = [question for question in check.questions if answered(question, kept, session_day)]
    return tuple(sorted(found, key=lambda question: -question.outcome.rank))


def still_open(check: SelfCheck, kept: Preparation, session_day: date | None) -> tuple[CheckQuestion, ...]:
    """The questions without an answer, in the order of asking."""
    return tuple(question for question in check.questions if answered(question, kept, session_day) is None)
