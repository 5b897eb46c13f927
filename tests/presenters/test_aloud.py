"""What is read aloud: whole sentences, nothing for the eye alone, and the answer first."""
from __future__ import annotations

import re

import pytest

from aftercare.presenters import aloud, limit
from aftercare.presenters import help as help_presenter
from tests.presenters.check_in_cases import HELP, logged, outcome
from tests.presenters.limit_plans import seen
from tests.presenters.today_cases import session, today

# Every word of a text belongs to a sentence, and no sign of the eye is left.
EYE_ONLY = re.compile(r"[·|•→✓×]|\.\.|\s[.,]|  ")


def check(text: str) -> None:
    assert text
    assert not EYE_ONLY.search(text), EYE_ONLY.search(text)
    assert text[-1] in ".?”"


def test_today_begins_with_the_answer_in_whole_words() -> None:
    text = aloud.of_today(today([session()], "2026-06-10T09:48"))
    check(text)
    assert text.startswith("Day 2 after. Face, injections. ")
    assert "in 5 hours 12 minutes" in text
    assert "Normal on day 2." in text


def test_before_a_session_today_names_what_to_stop() -> None:
    text = aloud.of_today(today([session()], "2026-06-06T09:48"))
    check(text)
    assert "Your session is in 2 days" in text
    assert "Alcohol" in text


def test_today_without_a_session_says_so() -> None:
    text = aloud.of_today(today([], "2026-06-10T09:48"))
    check(text)
    assert "No session yet." in text


@pytest.mark.parametrize("activity", [each.id for each in seen().activities])
def test_every_limit_is_read_in_sentences(activity: str) -> None:
    state = limit.build_state(seen(), activity)
    text = aloud.of_limit(state)
    check(text)
    assert text.startswith(f"{state.name}. {state.status}.")


def test_a_limit_says_the_time_in_whole_words_and_why() -> None:
    text = aloud.of_limit(limit.build_state(seen(), "makeup"))
    assert "OK in 1 day 6 hours, Thu 11 June, 15:00." in text
    assert "day 5 h" not in text
    assert "Why wait?" in text


def test_aspirin_keeps_its_first_word_to_those_who_need_it() -> None:
    text = aloud.of_limit(limit.build_state(seen(), "aspirin"))
    assert text.index("Keep taking it and tell your clinic.") < text.index("You bought it yourself.")


def test_a_result_says_the_action_before_the_reasons() -> None:
    text = aloud.of_result(outcome(logged(swelling="strong", redness="mild")))
    check(text)
    assert text.startswith("Keep watching. Look again in 6 hours. ")
    assert "What you told us. Swelling: strong." in text


def test_an_emergency_says_the_number_first_digit_by_digit() -> None:
    state = outcome(logged(signs=("confusion",)))
    assert state.emergency is not None
    text = aloud.of_result(state)
    check(text)
    assert text.startswith("Get emergency help now. Call 1 1 2. ")
    assert "While you wait" in text


def test_help_is_read_without_any_session() -> None:
    text = aloud.of_help(help_presenter.build_state(HELP))
    check(text)
    assert text.index("Call 1 1 2.") < text.index("None of these?")


def test_help_is_read_where_nothing_else_can_be_read() -> None:
    check(aloud.of_help(help_presenter.build_state(None)))


def test_today_reads_the_question_of_the_late_watch() -> None:
    text = aloud.of_today(today([session()], "2026-07-08T09:48"))
    check(text)
    assert "Do you have any of these? New lump." in text
