"""The rows of "Can I …?": each question with the state that it has right now."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aftercare.core.protocol import CareProtocol
from aftercare.core.question import Question
from aftercare.core.states import State
from aftercare.presenters import wording
from aftercare.presenters.can_i_answer import DANGER, NEUTRAL
from aftercare.presenters.can_i_general import after_hours, general_wait
from aftercare.presenters.can_i_state import Row
from aftercare.presenters.today_limits import Courses, courses
from aftercare.presenters.today_tiles import tile
from aftercare.presenters.today_words import sentence
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


def rows(snapshot: Snapshot, questions: Iterable[Question], protocols: Sequence[CareProtocol]) -> tuple[Row, ...]:
    """One row a question; `protocols` are all there are, for a patient without a session."""
    states = courses(snapshot)
    return tuple(_row(snapshot, question, states, protocols) for question in questions)


def _row(snapshot: Snapshot, question: Question, states: Courses, protocols: Sequence[CareProtocol]) -> Row:
    activity = snapshot.activity(question.activity) if question.activity else None
    ask = _(wording.STATE_WORDS[State.ASK])
    if question.help:
        return _made(question, DANGER, _("Feels wrong?"), _("See what to do now"))
    if question.medicine or (activity is not None and activity.medicine):
        return _made(question, State.ASK, _(wording.MEDICINE_WORD), _("Prescribed? Keep taking it."))
    if activity is None:
        return _made(question, State.ASK, ask, _("No article gives a time"))
    if not snapshot.plan.sessions:
        hours = after_hours(protocols, activity.id)
        if hours is None:
            return _made(question, State.ASK, ask, _("No article gives a time"))
        return _made(question, NEUTRAL, "", general_wait(hours))
    shown = tile(snapshot, activity, states)
    if shown.tone == State.ASK:
        return _made(question, State.ASK, ask, _(activity.while_asking) or _("No article gives a time"))
    word = wording.state_word(State(shown.tone), activity)
    return _made(question, shown.tone, word, shown.line.replace("\n", ". "))


def _made(question: Question, tone: str, word: str, detail: str) -> Row:
    name, title = _(question.name), _(question.title)
    # A list has room for the short word; said aloud it is the whole one.
    short = _(wording.SHORT_ASK) if word == _(wording.STATE_WORDS[State.ASK]) else word
    made = Row(question.id, question.icon, str(tone), name, detail, short, title, "")
    return replace(made, spoken=sentence(name, word, detail))
