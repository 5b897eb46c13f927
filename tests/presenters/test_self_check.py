"""The self-check and the list that comes out of it."""
from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from aftercare.core.checks import Outcome
from aftercare.core.preparation import Preparation
from aftercare.presenters import self_check, self_check_list
from aftercare.presenters.self_check_state import MyListState, QuestionRow, SelfCheckState
from tests.presenters.today_cases import CATALOGUE, session, taken

CHECK = CATALOGUE.checks()
SESSION = session()
NOW = "2026-06-06T09:48"


def state(kept: Preparation | None = None, of: Any = SESSION) -> SelfCheckState:
    return self_check.build_state(CHECK, kept or Preparation(), of)


def row(shown: SelfCheckState, id: str) -> QuestionRow:
    return next(row for group in shown.groups for row in group.rows if row.id == id)


def after(*touches: dict[str, Any]) -> Preparation:
    """The preparation after these intents."""
    kept = Preparation()
    for touch in touches:
        kept = self_check.change(CHECK, kept, touch, SESSION)
    return kept


def my_list(kept: Preparation, can_call: bool = False, of: Any = SESSION, **settings: str) -> MyListState:
    return self_check_list.build_state(CHECK, kept, of, taken([SESSION], NOW, settings=settings), can_call)


def says(shown: MyListState) -> list[str]:
    return [say for part in shown.parts for row in part.rows for say in row.says]


def test_every_question_is_asked_once_and_in_a_group() -> None:
    asked = [row.id for group in state().groups for row in group.rows]
    assert sorted(asked) == sorted(question.id for question in CHECK.questions)
    assert [group.title for group in state().groups] == [
        "About you", "Medicines and allergies", "Your skin", "Your health",
    ]  # fmt: skip


def test_at_first_nothing_is_answered_and_nothing_is_said() -> None:
    shown = state()
    assert (shown.progress, shown.fraction, shown.told, shown.some) == ("0 of 16", 0, "", False)
    assert all(row.answer is None and not row.lead for group in shown.groups for row in group.rows)
    assert shown.lead == "A “yes” does not stop your session. It is something to tell your doctor first."


def test_a_yes_says_what_to_do_and_is_counted() -> None:
    shown = state(after({"question": "skin", "yes": True}, {"question": "ill", "yes": False}))
    assert (row(shown, "skin").answer, row(shown, "ill").answer) == (True, False)
    assert row(shown, "skin").lead.startswith("Call your clinic before you go.")
    assert row(shown, "ill").lead == ""
    assert (shown.progress, shown.told, shown.some) == ("2 of 16", "1 thing to tell your clinic so far", True)


def test_only_no_means_nothing_to_tell_so_far() -> None:
    shown = state(after({"question": "ill", "yes": False}))
    assert (shown.told, shown.some) == ("Nothing to tell so far", False)


def test_a_medicine_is_never_stopped_by_the_app() -> None:
    shown = state(after({"question": "blood-thinners", "yes": True}))
    lead = row(shown, "blood-thinners").lead
    assert lead == "Tell your clinic. Do not stop it unless the doctor who prescribed it agrees."


def test_which_ones_are_asked_where_there_are_several() -> None:
    shown = state(after({"question": "blood-thinners", "condition": "aspirin"}))
    thinners, scars = row(shown, "blood-thinners"), row(shown, "scars")
    assert (thinners.which, thinners.picked, thinners.answer) == ("Which ones?", "1 picked", True)
    assert [c.title for c in thinners.conditions if c.on] == ["Aspirin"]
    assert (scars.which, scars.conditions) == ("", ())


def test_the_keys_say_their_question() -> None:
    assert (row(state(), "ill").spoken_no, row(state(), "ill").spoken_yes) == (
        "Ill or a fever: No", "Ill or a fever: Yes",
    )  # fmt: skip


def test_no_to_the_rest_answers_what_is_open_and_nothing_else() -> None:
    kept = after({"question": "skin", "yes": True})
    assert state(kept).rest == "No to the other 15"
    done = self_check.change(CHECK, kept, {"rest": True}, SESSION)
    assert (state(done).progress, state(done).rest) == ("16 of 16", "")
    assert done.answers["skin"] is True
    assert sum(done.answers.values()) == 1
    # and it is not offered before anything was read
    assert state().rest == ""


@pytest.mark.parametrize(
    ("steps", "shown", "text", "answer"),
    [
        ([0], "Mon 8 June", "Your session is on the day your period starts. Tell your clinic.", True),
        ([0, -1], "Sun 7 June", "Your session is 1 day after your period starts. Tell your clinic.", True),
        ([0, -1, -1], "Sat 6 June", "Your session is 2 days after your period starts. Tell your clinic.", True),
        ([0, 1, 1, 1], "Thu 11 June", "Your session is 3 days before your period starts. Tell your clinic.", True),
        ([0, 1, 1, 1, 1], "Fri 12 June", "Your session is 4 days before your period starts.", None),
        (
            [0, -1, -1, -1, -1],
            "Thu 4 June",
            "Your session is 4 days after your period starts. Do you still have it then? Tell your clinic.",
            None,
        ),
    ],
)
def test_the_day_of_a_period_is_held_against_the_session(
    steps: list[int], shown: str, text: str, answer: bool | None
) -> None:
    # when the patient steps to a day; the first step begins at the session
    found = row(state(after(*({"question": "period", "period": by} for by in steps))), "period")
    # then the sentence says where the session lies, and answers within three days
    assert found.period is not None
    assert (found.period.shown, found.period.text, found.answer) == (shown, text, answer)


def test_a_day_can_be_taken_away_and_the_general_sentence_stands() -> None:
    kept = after({"question": "period", "period": 0}, {"question": "period", "period": None})
    found = row(state(kept), "period")
    assert found.period is not None
    assert (found.answer, found.period.shown, found.period.clear) == (None, "Not entered", "")
    assert found.period.text == "Tell your clinic. They can move the day if needed."


def test_a_day_stays_within_two_months() -> None:
    kept = Preparation(period=date(2026, 6, 8))
    for _number in range(70):
        kept = self_check.change(CHECK, kept, {"question": "period", "period": -1}, SESSION)
    assert kept.period == date(2026, 4, 9)


def test_without_a_session_no_day_is_asked_for() -> None:
    shown = state(of=None)
    assert row(shown, "period").period is None
    assert row(shown, "period").which == ""
    assert my_list(Preparation({"ill": True}), of=None).lead == ""


def test_the_list_puts_what_leads_furthest_first() -> None:
    kept = after(*({"question": id, "yes": True} for id in ("scars", "heart", "skin", "under-18")))
    shown = my_list(kept)
    assert shown.heading == "To tell my clinic"
    assert shown.lead == "Face, injections, Mon 8 June, 14:30"
    assert [part.title for part in shown.parts] == [
        "Please wait", "Call before you go", "Ask your doctor first", "Tell your clinic",
    ]  # fmt: skip
    assert says(shown) == [
        "I am under 18.", "My skin is not calm at that spot.",
        "I have a problem with my heart or blood pressure.", "I get thick scars.",
    ]  # fmt: skip


def test_what_was_picked_is_said_instead_of_the_general_sentence() -> None:
    kept = after(
        {"question": "blood-thinners", "condition": "haemophilia"},
        {"question": "blood-thinners", "condition": "aspirin"},
    )
    assert says(my_list(kept)) == ["I take aspirin.", "I have haemophilia."]


def test_a_period_is_said_by_its_day() -> None:
    shown = my_list(after({"question": "period", "period": 0}, {"question": "period", "period": -1}))
    assert says(shown) == ["My period starts 1 day before the session."]
    # and by the general sentence where the patient only said yes
    assert says(my_list(after({"question": "period", "yes": True}))) == ["My period is close to the session."]


def test_what_is_copied_is_what_is_shown() -> None:
    [copy, add] = my_list(after({"question": "scars", "yes": True})).actions
    assert (copy.intent, copy.done) == ("copy", "Copied")
    assert copy.payload["text"] == "To tell my clinic\nFace, injections, Mon 8 June, 14:30\n• I get thick scars."
    assert add.intent == "clinic-phone"


def test_a_known_clinic_is_called_or_its_number_shown() -> None:
    kept, phone = after({"question": "scars", "yes": True}), "+49 30 1234"
    phone_first = my_list(kept, can_call=True, clinic_phone=phone)
    assert [(deed.text, deed.intent) for deed in phone_first.actions] == [
        ("Call my clinic", "call"), ("Copy my list", "copy"),
    ]  # fmt: skip
    desktop = my_list(kept, clinic_phone=phone)
    assert (desktop.number_label, desktop.number) == ("Call your clinic from any phone", phone)
    assert [deed.intent for deed in desktop.actions] == ["copy"]


def test_an_empty_list_says_why() -> None:
    open_, done = my_list(Preparation()), my_list(after({"rest": True}))
    assert (open_.heading, open_.empty) == ("Your list is still empty", "Answer the questions first.")
    assert (open_.still, open_.go_on) == ("16 questions are still open.", "Answer the questions")
    assert done.heading == "Nothing to tell from these questions"
    assert done.empty == "Is something new? Tell your clinic, even if it is not on the list."
    assert (done.still, done.go_on, done.actions) == ("", "Change my answers", ())


def test_the_list_is_read_aloud_whole() -> None:
    spoken = self_check_list.of_list(my_list(after({"question": "skin", "yes": True}), clinic_phone="030"))
    for words in ("To tell my clinic.", "My skin is not calm at that spot.", "Call before you go.", "0 3 0"):
        assert words in spoken


def test_nothing_forbids_permits_or_frightens() -> None:
    everything = Preparation({question.id: True for question in CHECK.questions})
    shown = my_list(everything)
    texts = [shown.heading, *says(shown), *(row.lead for part in shown.parts for row in part.rows), *shown.notes]
    assert {question.outcome for question in CHECK.questions} == set(Outcome)
    for text in texts:
        assert not re.search(r"\byou may\b|\bforbidden\b|\bdanger|!", text), text
        assert not re.search(r"\bstop\b", text) or "unless the doctor" in text, text


def test_the_review_status_stands_below_the_questions() -> None:
    assert state().note == "Version 1 of 22 November 2026. No clinician has reviewed this yet."
