"""The self-check: what to tell the clinic before a session. A yes never ends anything here."""
from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from aftercare.core.checks import CheckQuestion, SelfCheck
from aftercare.core.preparation import PERIOD_DAYS, Preparation, answered, days_from_period, near_period, still_open
from aftercare.core.preparation import to_tell as told_questions
from aftercare.core.session import Session
from aftercare.presenters import review_words, wording
from aftercare.presenters.self_check_state import (
    ConditionRow,
    PeriodPart,
    QuestionGroup,
    QuestionRow,
    SelfCheckState,
)
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

# What belongs together on the screen. A question that is named nowhere stands with health.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (marked("About you"), ("under-18", "age", "pregnancy", "period")),
    (marked("Medicines and allergies"), ("blood-thinners", "allergy")),
    (marked("Your skin"), ("skin", "scars")),
    (marked("Your health"), ()),
)
# For fewer than these, answering one by one is quicker than reading what the button does.
REST_FROM = 3


def build_state(check: SelfCheck, kept: Preparation, session: Session | None) -> SelfCheckState:
    """The questions with the answers so far; `session` is the one that they are about, or None."""
    day = session_day(session)
    opened = len(still_open(check, kept, day))
    count, told = len(check.questions), len(told_questions(check, kept, day))
    done = count - opened
    return SelfCheckState(
        title=_("Before you go"),
        heading=_("Do any of these fit you?"),
        lead=_("A “yes” does not stop your session. It is something to tell your doctor first."),
        progress=_("{done} of {count}").format(done=done, count=count),
        progress_spoken=_("{done} of {count} questions answered").format(done=done, count=count),
        fraction=done / count,
        no=_("No"),
        yes=_("Yes"),
        groups=groups(check, kept, day),
        rest=_("No to the other {count}").format(count=opened) if REST_FROM <= opened < count else "",
        told=_told(told, done),
        some=bool(told),
        see_list=_("See my list"),
        note=review_words.version_note(check.review),
        origins=_("Where is this from?"),
    )


def change(check: SelfCheck, kept: Preparation, payload: dict[str, Any], session: Session | None) -> Preparation:
    """The preparation after an intent "check-answer": question= with yes=, condition= or period= (steps, None: clear).

    rest=True answers every open question with no.
    """
    day = session_day(session)
    if payload.get("rest"):
        for question in still_open(check, kept, day):
            kept = kept.answer(question, False)
        return kept
    found = next(question for question in check.questions if question.id == payload["question"])
    if "condition" in payload:
        return kept.pick(found, payload["condition"])
    if "period" in payload:
        return kept.period_on(found, _stepped(kept.period, payload["period"], day))
    return kept.answer(found, bool(payload["yes"]))


def session_day(session: Session | None) -> date | None:
    """The calendar date of a session in the clinic's zone."""
    return wording.local(session.start, session.zone).date() if session else None


def asked_for(snapshot: Snapshot) -> Session | None:
    """The session that the questions are about: the next one."""
    return snapshot.next


def period_sentence(question: CheckQuestion, period: date | None, day: date | None) -> str:
    """Where the session lies to the start of a period; the general sentence where no day is known."""
    days = days_from_period(period, day)
    if days is None or question.window_days is None:
        return _(question.lead)
    if days == 0:
        return _("Your session is on the day your period starts. Tell your clinic.")
    if near_period(question.window_days, period, day):
        if days > 0:
            return ngettext(
                "Your session is {count} day after your period starts. Tell your clinic.",
                "Your session is {count} days after your period starts. Tell your clinic.",
                days,
            ).format(count=days)
        return ngettext(
            "Your session is {count} day before your period starts. Tell your clinic.",
            "Your session is {count} days before your period starts. Tell your clinic.",
            -days,
        ).format(count=-days)
    if days > 0:
        return ngettext(
            "Your session is {count} day after your period starts. Do you still have it then? Tell your clinic.",
            "Your session is {count} days after your period starts. Do you still have it then? Tell your clinic.",
            days,
        ).format(count=days)
    return ngettext(
        "Your session is {count} day before your period starts.",
        "Your session is {count} days before your period starts.",
        -days,
    ).format(count=-days)


def _stepped(period: date | None, by: int | None, day: date | None) -> date | None:
    if by is None or day is None:
        return None
    moved = day if period is None else period + timedelta(days=by)
    return moved if abs((day - moved).days) <= PERIOD_DAYS else period


def _told(told: int, done: int) -> str:
    if told:
        return ngettext(
            "{count} thing to tell your clinic so far", "{count} things to tell your clinic so far", told
        ).format(count=told)
    return _("Nothing to tell so far") if done else ""


def groups(
    check: SelfCheck, kept: Preparation | None = None, day: date | None = None
) -> tuple[QuestionGroup, ...]:
    """Every question in the group where it stands, with the answers so far."""
    kept = kept or Preparation()
    named = {question for _title, ids in GROUPS for question in ids}
    found = []
    for title, ids in GROUPS:
        rows = tuple(
            _row(question, kept, day)
            for question in check.questions
            if (question.id in ids if ids else question.id not in named)
        )
        if rows:
            found.append(QuestionGroup(_(title), rows))
    return tuple(found)


def _row(question: CheckQuestion, kept: Preparation, day: date | None) -> QuestionRow:
    title, answer = _(question.title), answered(question, kept, day)
    several = len(question.conditions) > 1
    count = sum(condition.id in kept.picked for condition in question.conditions)
    period = _period(question, kept.period, day)
    return QuestionRow(
        id=question.id,
        title=title,
        hint=_(question.hint),
        answer=answer,
        lead=(period.text if period and kept.period else _(question.lead)) if answer else "",
        which=_("Which ones?") if several else _("When does it start?") if period else "",
        picked=ngettext("{count} picked", "{count} picked", count).format(count=count) if several and count else "",
        conditions=tuple(
            ConditionRow(condition.id, _(condition.name), condition.id in kept.picked)
            for condition in question.conditions
        )
        if several
        else (),
        period=period,
        spoken_no=_("{question}: {answer}").format(question=title, answer=_("No")),
        spoken_yes=_("{question}: {answer}").format(question=title, answer=_("Yes")),
    )


def _period(question: CheckQuestion, period: date | None, day: date | None) -> PeriodPart | None:
    if question.window_days is None or day is None:
        return None
    return PeriodPart(
        title=_("My period starts"),
        shown=wording.full_date(period) if period else _("Not entered"),
        earlier=_("One day earlier"),
        later=_("One day later"),
        text=period_sentence(question, period, day),
        clear=_("Take the day away") if period else "",
    )
