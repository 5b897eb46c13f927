"""What the patient prepares before a session."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.adapters.content import FileCatalogue
from aftercare.core.checks import CheckQuestion, Outcome
from aftercare.core.preparation import Preparation, answered, days_from_period, near_period, still_open, to_tell

CHECK = FileCatalogue().checks()
SESSION = date(2026, 6, 12)


def question(id: str) -> CheckQuestion:
    return next(each for each in CHECK.questions if each.id == id)


THINNERS, PERIOD, UNDER_18, SCARS = (question(id) for id in ("blood-thinners", "period", "under-18", "scars"))


def test_nothing_is_answered_at_first() -> None:
    assert still_open(CHECK, Preparation(), SESSION) == CHECK.questions
    assert to_tell(CHECK, Preparation(), SESSION) == ()


def test_an_answer_is_one_open_question_less() -> None:
    # when two are answered, one of them with yes
    kept = Preparation().answer(THINNERS, True).answer(SCARS, False)
    # then the others are open, and one is told
    assert THINNERS not in still_open(CHECK, kept, SESSION)
    assert len(still_open(CHECK, kept, SESSION)) == len(CHECK.questions) - 2
    assert to_tell(CHECK, kept, SESSION) == (THINNERS,)


def test_picking_a_condition_is_a_yes() -> None:
    kept = Preparation().answer(THINNERS, False).pick(THINNERS, "aspirin")
    assert answered(THINNERS, kept, SESSION) is True
    assert kept.picked == {"aspirin"}


def test_a_condition_taken_back_leaves_the_yes() -> None:
    kept = Preparation().pick(THINNERS, "aspirin").pick(THINNERS, "aspirin")
    assert (answered(THINNERS, kept, SESSION), kept.picked) == (True, frozenset())


def test_a_no_takes_back_its_conditions_and_no_others() -> None:
    kept = Preparation().pick(THINNERS, "aspirin").pick(SCARS, "keloid-tendency").answer(THINNERS, False)
    assert kept.picked == {"keloid-tendency"}


def test_what_leads_furthest_is_told_first() -> None:
    # given answers in the order of the list, the strictest not first
    kept = Preparation()
    for id in ("scars", "heart", "skin", "under-18", "blood-thinners"):
        kept = kept.answer(question(id), True)
    # then the list begins with the strictest, and keeps the order inside one outcome
    told = [each.id for each in to_tell(CHECK, kept, SESSION)]
    assert told == ["under-18", "skin", "heart", "blood-thinners", "scars"]
    ranks = [question(id).outcome for id in told]
    assert ranks == [Outcome.WAIT, Outcome.POSTPONE, Outcome.ASK_DOCTOR, Outcome.TELL, Outcome.TELL]


@pytest.mark.parametrize(
    ("start", "near"),
    [
        (SESSION + timedelta(days=4), False),
        (SESSION + timedelta(days=3), True),
        (SESSION, True),
        (SESSION - timedelta(days=3), True),
        (SESSION - timedelta(days=4), False),
    ],
)
def test_the_window_of_a_period_is_three_days_on_each_side(start: date, near: bool) -> None:
    assert near_period((3, 3), start, SESSION) is near


def test_a_date_answers_the_period_until_the_patient_does() -> None:
    # given a period that starts two days before the session, after an answer
    kept = Preparation().answer(PERIOD, False).period_on(PERIOD, SESSION - timedelta(days=2))
    assert answered(PERIOD, kept, SESSION) is True
    # when the session moves away, the question is open again
    assert answered(PERIOD, kept, SESSION + timedelta(days=9)) is None
    # and what the patient says stands
    assert answered(PERIOD, kept.answer(PERIOD, False), SESSION) is False


def test_a_date_far_away_says_nothing() -> None:
    assert days_from_period(SESSION - timedelta(days=61), SESSION) is None
    assert days_from_period(SESSION - timedelta(days=60), SESSION) == 60
    assert days_from_period(None, SESSION) is None
    assert days_from_period(SESSION, None) is None


@given(st.lists(st.sampled_from(["a", "b", "c"])))
def test_a_tick_holds_where_it_was_set_an_odd_number_of_times(steps: list[str]) -> None:
    kept = Preparation()
    for step in steps:
        kept = kept.tick(step)
    assert kept.done == {step for step in steps if steps.count(step) % 2}


@given(st.lists(st.tuples(st.sampled_from(CHECK.questions), st.booleans())))
def test_a_question_is_open_or_told_or_answered_with_no(answers: list[tuple[CheckQuestion, bool]]) -> None:
    kept = Preparation()
    for each, yes in answers:
        kept = kept.answer(each, yes)
    said = {each.id: yes for each, yes in answers}
    told = {each.id for each in to_tell(CHECK, kept, SESSION)}
    opened = {each.id for each in still_open(CHECK, kept, SESSION)}
    assert told == {id for id, yes in said.items() if yes}
    assert opened == {each.id for each in CHECK.questions} - set(said)
