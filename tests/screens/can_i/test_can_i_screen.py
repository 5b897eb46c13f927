"""Can I …?: asked by typing and by touch."""
from __future__ import annotations

from typing import Any

import pytest

from screens.keys import TABS


@pytest.fixture
def asking(patient: Any) -> Any:
    """The patient, who has just tapped "Can I …?" on Today."""
    patient.open()
    patient.stage.settle(8)
    patient.tap("button", "Can I …?")
    return patient


def type_in(patient: Any, text: str) -> None:
    patient.stage.find("textbox", "Can I …?").line.text = text
    patient.stage.settle(6)


def test_it_opens_from_today_ready_to_type(asking: Any) -> None:
    assert asking.place == "can-i"
    assert asking.stage.find("textbox", "Can I …?").line.focus
    assert asking.sees("Everyday questions")


def test_typing_answers_at_once(asking: Any) -> None:
    type_in(asking, "swiming")

    assert asking.stage.find("text", "Not yet, Tomorrow, 15:00")
    assert asking.stage.find("heading", "Can I swim in a pool?")


def test_a_picked_question_becomes_the_question_and_is_answered(asking: Any) -> None:
    asking.tap("button", "Go to the gym. Ask your clinic. No article gives a time.")

    assert asking.stage.find("textbox", "Can I …?").value == "Can I go to the gym?"
    assert asking.stage.find("text", "Ask your clinic")
    # A phone's keyboard would cover the answer.
    assert not asking.stage.find("textbox", "Can I …?").line.focus


def test_why_opens_the_sheet_of_the_limit_and_closing_leads_back(asking: Any) -> None:
    type_in(asking, "swim")
    asking.tap("link", "Why?")
    assert asking.stage.find("dialog", "Pool")

    asking.app.router.back()
    asking.stage.wait(0.4)
    assert asking.place == "can-i"
    assert asking.stage.find("heading", "Can I swim in a pool?")


def test_clearing_brings_the_list_back(asking: Any) -> None:
    type_in(asking, "swim")
    asking.tap("button", "Clear")

    assert asking.sees("Everyday questions")
    assert not asking.sees("Can I swim in a pool?")


def test_no_match_says_so_and_copies_the_question_for_the_clinic(asking: Any) -> None:
    copied: list[str] = []
    asking.app.router.common._to_copy_question = lambda payload: copied.append(payload["text"])
    type_in(asking, "zorbing")
    assert asking.stage.find("heading", "No answer for “zorbing”")

    asking.tap("button", "Ask my clinic")

    assert copied[0].endswith("Can I do this: zorbing?")
    assert asking.stage.find("button", "Copied")


def test_an_alarm_leads_to_help_and_back(asking: Any) -> None:
    type_in(asking, "fever")
    asking.tap("button", "See what to do now")
    assert asking.place == "help"

    asking.app.router.back()
    assert asking.place == "can-i"


def test_back_leads_where_it_was_opened(asking: Any) -> None:
    asking.tap("button", "Back")
    assert asking.place == "today"

    asking.app.router.go("timeline")
    asking.app.keys.pressed(None, ord("k"), 0, "k", ["ctrl"])
    assert asking.place == "can-i"
    asking.app.router.back()
    assert asking.place == "timeline"


def test_control_k_does_nothing_where_something_is_being_entered(patient: Any) -> None:
    patient.open()
    patient.app.router.act("check-in")

    assert "check-in" not in TABS
    assert not patient.app.keys.pressed(None, ord("k"), 0, "k", ["ctrl"])
    assert patient.place == "check-in"


def test_it_works_without_a_session(patient: Any) -> None:
    patient.open(session=False)
    patient.tap("button", "Ask “Can I …?”. General times, no session needed")
    type_in(patient, "sauna")

    assert patient.stage.find("text", "Wait, 3 days after a session")
    patient.tap("button", "Add my session")
    assert patient.place == "add-session"


def test_the_countdown_goes_on_without_building_anew(asking: Any) -> None:
    from datetime import timedelta

    from aftercare.adapters.clock import FixedClock

    type_in(asking, "swim")
    title = asking.stage.find("heading", "Can I swim in a pool?")
    # When three hours pass
    asking.app.patient.clock = FixedClock(asking.now + timedelta(hours=3), "Europe/Berlin")
    asking.app.router.follow()
    asking.stage.settle(4)
    # Then the words are newer and the widgets the same
    assert asking.sees("Your limit ends in 1 day 3 h.")
    assert asking.stage.find("heading", "Can I swim in a pool?") is title


def test_what_it_rests_on_can_be_read(asking: Any) -> None:
    asking.tap("button", "About these answers")

    assert asking.sees("No clinician has reviewed this.")


def test_on_a_wide_window_the_answer_stands_beside_the_other_questions(asking: Any) -> None:
    asking.app.router.place("can-i").screen.desktop = True
    asking.stage.resize(1280, 800)
    both = asking.app.router.place("can-i").screen
    lists = [both.list.x, both.further.x]

    type_in(asking, "swim")
    asking.stage.settle()

    assert lists[0] < 640 < lists[1]
    assert both.answer.x < 640 < both.list.x
    assert both.further.parent is None
