"""The days before a session, by touch: what to tell, what to do, and what happens there."""
from __future__ import annotations

from typing import Any

from screens.widgets.focus import focus


def test_the_card_leads_into_the_questions_and_remembers_them(patient: Any) -> None:
    # given Today two days before
    patient.open()
    assert patient.sees("16 quick questions")
    # when two questions are answered and the app is closed
    patient.tap("button", "Start: Tell your doctor if …")
    patient.tap("radio", "Under 18: No")
    patient.tap("radio", "Ill or a fever: Yes")
    patient.open()
    # then Today knows, and the answers are there again
    assert patient.sees("2 of 16 answered")
    patient.tap("button", "Go on: Tell your doctor if …")
    assert patient.chosen("radio", "Under 18: No")
    assert patient.chosen("radio", "Ill or a fever: Yes")
    assert not patient.chosen("radio", "Ill or a fever: No")
    assert patient.stage.find("progress", "2 of 16 questions answered")


def test_a_yes_says_what_to_do_and_asks_which(patient: Any) -> None:
    patient.open()
    patient.act("self-check")
    words = "Blood thinners. Or you bleed easily"
    assert patient.stage.find("button", words).expanded is False
    # when the answer is yes
    patient.tap("radio", "Blood thinners: Yes")
    # then it says what to do, and unfolds the single ones
    assert patient.sees("Tell your clinic. Do not stop it unless the doctor who prescribed it agrees.")
    assert patient.stage.find("button", words).expanded is True
    patient.tap("checkbox", "Aspirin")
    assert patient.chosen("checkbox", "Aspirin")
    # and a no folds it away again
    patient.tap("radio", "Blood thinners: No")
    assert patient.stage.find("button", words).expanded is False
    assert not patient.sees("Do not stop it")


def test_what_belongs_to_a_question_can_be_read_without_an_answer(patient: Any) -> None:
    patient.open()
    patient.act("self-check")
    patient.tap("button", "Kidneys, gall or gut. Stones or a long illness")
    assert patient.stage.find("checkbox", "Gallstones")
    assert patient.sees("0 of 16 questions answered")


def test_the_rest_is_answered_at_once_after_the_first_answer(patient: Any) -> None:
    patient.open()
    patient.act("self-check")
    patient.tap("radio", "Thick scars: Yes")
    patient.tap("button", "No to the other 15")
    assert patient.sees("16 of 16 questions answered")
    assert patient.chosen("radio", "Diabetes: No")
    assert patient.chosen("radio", "Thick scars: Yes")


def test_the_questions_say_where_they_are_from(patient: Any) -> None:
    patient.open()
    patient.act("self-check")
    patient.tap("button", "Where is this from?")
    assert patient.sees("Compiled from published")


def test_a_period_is_worked_out_from_its_day(patient: Any) -> None:
    patient.open()
    patient.act("self-check")
    patient.tap("button", "Your period. Now, or within 3 days")
    patient.tap("button", "One day earlier")
    patient.tap("button", "One day earlier")
    assert patient.stage.find("spinbutton", "My period starts").value == "Thu 11 June"
    assert patient.sees("Your session is 1 day after your period starts. Tell your clinic.")
    assert patient.chosen("radio", "Your period: Yes")
    patient.tap("button", "Take the day away")
    assert not patient.chosen("radio", "Your period: Yes")


def test_the_list_is_shown_copied_and_left(patient: Any) -> None:
    patient.open()
    patient.tap("button", "Start: Tell your doctor if …")
    patient.tap("radio", "Thick scars: Yes")
    assert patient.sees("1 thing to tell your clinic so far")
    patient.tap("button", "See my list")
    assert patient.stage.find("heading", "I get thick scars.")
    copied = []
    patient.app.router.common._to_copy = lambda payload: copied.append(payload["text"])
    patient.tap("button", "Copy my list")
    assert copied == ["To tell my clinic\nFace, injections, Fri 12 June, 14:30\n• I get thick scars."]
    # when it is changed, and closed twice
    patient.tap("button", "Answer the questions")
    assert patient.place == "self-check"
    patient.tap("button", "Back")
    assert patient.place == "today"


def test_the_phone_of_the_clinic_can_be_added_from_the_list(patient: Any) -> None:
    patient.open()
    patient.act("self-check")
    patient.act("check-answer", question="scars", yes=True)
    patient.act("my-list")
    patient.tap("button", "Add the phone of my clinic")
    assert len(focus.layers) == 1
    patient.stage.find("textbox", "Number to call with questions").text = "030 1234"
    patient.tap("button", "Save")
    patient.stage.wait(0.3)
    assert patient.stage.find("heading", "030 1234")


def test_a_step_is_ticked_and_stays_ticked(patient: Any) -> None:
    patient.open()
    patient.tap("checkbox", "Eat a light meal. 1 to 2 hours before · 12:30 to 13:30")
    assert patient.sees("1 of 13 done")
    assert patient.chosen("checkbox", "Eat a light meal. 1 to 2 hours before · 12:30 to 13:30")
    patient.open()
    assert patient.sees("1 of 13 done")
    # and the tick can be taken away on the whole list
    patient.tap("button", "See all 13: Your checklist")
    assert patient.place == "steps"
    [row] = [c for c in patient.stage.find_all("checkbox") if c.name.startswith("Eat a light meal")]
    assert row.checked
    patient.tap("checkbox", row.name)
    assert patient.sees("0 of 13 done")
    patient.tap("button", "Back")
    assert patient.place == "today"
    assert patient.sees("0 of 13 done")


def test_what_happens_there_is_one_tap_away(patient: Any) -> None:
    patient.open()
    patient.tap("button", "What happens at the session? Step by step")
    assert patient.stage.find("heading", "What happens at the session?")
    assert patient.sees("They talk with you and look")
    patient.tap("button", "Where is this from?")
    assert len(focus.layers) == 1


def test_nothing_of_the_example_is_kept(patient: Any) -> None:
    patient.open()
    patient.act("example")
    patient.act("self-check")
    patient.act("check-answer", question="scars", yes=True)
    assert patient.sees("1 thing to tell your clinic so far")
    assert not any(name.startswith("preparation") for name in patient.app.patient.settings.all())


def test_after_a_session_today_says_what_helps_now(patient: Any) -> None:
    patient.open(days_ago=2)
    patient.stage.find("heading", "What helps now")
    patient.tap("button", "See all 6: What helps now")
    assert patient.stage.find("heading", "What helps after your session")
    assert patient.sees("Follow my clinic's sheet")


def test_a_reported_reaction_is_on_today_after_the_second_session(patient: Any) -> None:
    patient.open(days_ago=2, product="nctf-135-ha", repeated=True)
    [card] = [c for c in patient.stage.find_all("button") if c.name.startswith("After a repeated session")]
    patient.tap("button", card.name)
    assert patient.place == "treatment"
    assert patient.sees("NCTF 135 HA")


def test_the_treatment_can_be_read_about_from_more(patient: Any) -> None:
    patient.open(days_ago=2)
    patient.app.router.go("more")
    patient.stage.settle(6)
    patient.tap("button", "Mon 8 June, 14:30. Done · Face, injections")
    patient.stage.wait(0.3)
    patient.tap("button", "About this treatment")
    patient.stage.wait(0.3)
    assert patient.place == "treatment"
    assert patient.sees("No clinician has reviewed this yet.")
    # and closing it leads back to More
    patient.tap("button", "Back")
    assert patient.place == "more"


def test_more_leads_to_the_self_check_without_a_session_too(patient: Any) -> None:
    patient.open(days_ago=2)
    patient.app.router.go("more")
    patient.stage.settle(6)
    patient.tap("button", "Before you go. What to tell your clinic first")
    patient.tap("radio", "Thick scars: Yes")
    assert patient.sees("1 thing to tell your clinic so far")
    assert patient.app.router.back()
    assert patient.place == "more"


def test_the_first_frame_reads_none_of_it(patient: Any) -> None:
    # given Today after a session, before its first frame is shown
    patient.open(days_ago=2)
    patient.app.router.first_frame_shown = False
    read = []
    catalogue = patient.app.patient.catalogue
    for name in ("checks", "steps", "products", "courses"):
        setattr(catalogue, name, lambda name=name: read.append(name))
    patient.app.router.follow()
    assert read == []


def test_what_happens_there_leads_back_to_the_treatment_it_was_opened_from(patient: Any) -> None:
    patient.open(days_ago=2)
    [session] = patient.app.patient.snapshot().plan.sessions
    patient.act("treatment", id=session.id)
    patient.act("steps", part="during", id=session.id)

    patient.app.router.back()
    first = patient.app.router.name
    patient.app.router.back()

    assert (first, patient.app.router.name) == ("treatment", "today")


def test_a_long_list_stands_in_two_columns_of_a_wide_window(patient: Any) -> None:
    patient.open()
    patient.act("self-check")
    for question in ("under-18", "skin", "heart", "epilepsy-implant"):
        patient.act("check-answer", question=question, yes=True)
    patient.act("my-list")
    patient.look(1.0, 1280, 800)

    lists = patient.stage.find_all("list")

    assert len({round(each.to_window(*each.pos)[0]) for each in lists}) == 2
