"""Can I …?: what is typed, and the answer that the patient's plan gives."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.alert_choices import OFF
from aftercare.core.alert_reach import AlertReach
from aftercare.core.session import ClinicOverride, Session, new_session
from aftercare.presenters import can_i
from aftercare.presenters.can_i_answer import answer
from aftercare.presenters.can_i_state import FIRST, MORE, Answer, CanIState, CanIView
from aftercare.services import snapshot

CATALOGUE = FileCatalogue()
ZONE = "Europe/Berlin"
# A Wednesday morning; the session ended on Monday at 15:30.
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
KNOWN = can_i.known(
    CATALOGUE.questions(),
    CATALOGUE.search_words("en"),
    [CATALOGUE.protocol(name) for name in CATALOGUE.protocol_ids()],
)


def session(days_ago: float = 2, protocol: str = "face-injection") -> Session:
    start = datetime(2026, 6, 10, 15) - timedelta(days=days_ago)
    return new_session("1", CATALOGUE.protocol(protocol), start, ZONE)


def ask(
    query: str,
    *sessions: Session,
    overrides: tuple[ClinicOverride, ...] = (),
    settings: dict[str, str] | None = None,
    can_call: bool = False,
) -> CanIState:
    taken = snapshot.build(CATALOGUE, sessions, overrides, NOW, ZONE, settings)
    return can_i.build_state(taken, KNOWN, CanIView(query), can_call)


def answered(query: str, *sessions: Session, **more: dict[str, str]) -> Answer:
    found = ask(query, *sessions, **more).answer  # type: ignore[arg-type]
    assert found is not None, query
    return found


def test_before_anything_is_typed_questions_are_offered_with_their_states() -> None:
    state = ask("", session())

    assert state.answer is None
    assert state.heading == "Everyday questions"
    assert len(state.rows) == FIRST
    assert (state.rows[0].name, state.rows[0].word, state.rows[0].detail) == (
        "Wear makeup", "Not yet", "Tomorrow, 15:30",
    )  # fmt: skip
    assert state.rows[0].spoken == "Wear makeup. Not yet. Tomorrow, 15:30."


def test_the_rest_of_the_list_is_opened_step_by_step() -> None:
    view = can_i.follow(CanIView(), "more-questions", {})
    assert view is not None
    taken = snapshot.build(CATALOGUE, [session()], [], NOW, ZONE)
    assert len(can_i.build_state(taken, KNOWN, view).rows) == FIRST + MORE


@pytest.mark.parametrize("typed", ["can", "can I", "Can i go to the"])
def test_the_beginning_of_a_question_is_no_question_yet(typed: str) -> None:
    state = ask(typed, session())

    assert state.answer is None
    assert state.lead is None


def test_a_held_activity_says_until_when_and_why_the_alert_needs_nothing() -> None:
    found = answered("swim", session())

    assert (found.tone, found.word, found.when) == ("not_yet", "Not yet", "Tomorrow, 15:30")
    assert found.title == "Can I swim in a pool?"
    assert "Your limit ends in 1 day 6 h." in found.lines
    assert found.told == "We tell you tomorrow at 15:30"
    assert [(deed.intent, deed.payload) for deed in found.deeds] == [("limit", {"activity": "pool"})]


def test_where_alerts_of_ends_are_off_one_tap_turns_them_on() -> None:
    # Given alerts of ends and of check-ins switched off
    found = answered("swim", session(), settings={OFF: "allowed,check-in"})
    # Then there is a way to be told, which leaves the other choice alone
    assert found.told == ""
    tell = next(deed for deed in found.deeds if deed.text == "Tell me when it’s OK")
    assert (tell.intent, tell.payload) == ("setting", {"name": OFF, "value": "check-in"})


def test_where_no_alert_arrives_no_time_of_one_is_named() -> None:
    taken = replace(snapshot.build(CATALOGUE, [session()], [], NOW, ZONE), reach=AlertReach.BLOCKED)
    found = can_i.build_state(taken, KNOWN, CanIView("swim")).answer
    assert found is not None
    assert (found.when, found.told) == ("Tomorrow, 15:30", "")


def test_an_ended_limit_is_ok_and_says_how_to_start_again() -> None:
    found = answered("frost", session(days_ago=5))

    assert (found.tone, found.word, found.when) == ("ok", "OK now", "Since Mon 8 June, 15:30")
    assert found.lines[0] == "Short walks first. Cover the treated skin in wind."
    assert "wait and check in" in found.lines[-1]


def test_before_a_session_the_limit_belongs_to_it() -> None:
    found = answered("wine", session(days_ago=-2))

    assert found.tone == "not_yet"
    assert found.lines[-1] == "This is for your session on Fri 12 June. The limit ends in 5 days 6 h."


def test_what_is_free_until_its_limit_begins_says_until_when() -> None:
    found = answered("wine", session(days_ago=-9))

    assert (found.tone, found.when) == ("ok", "Until Tue 16 June, 15:00")


def test_the_word_of_the_clinic_decides() -> None:
    said = ClinicOverride("o", "1", "pool", 48, NOW - timedelta(days=1))

    found = ask("swim", session(), overrides=(said,)).answer

    assert found is not None
    assert (found.tone, found.when) == ("not_yet", "Today, 15:30")


def test_what_no_article_covers_is_for_the_clinic_with_a_question_to_send() -> None:
    found = answered("dye my hair", session())

    assert (found.tone, found.word, found.when) == ("ask", "Ask your clinic", "")
    assert found.leaflets.startswith("One clinic’s leaflet")
    [copy] = found.deeds
    assert copy.intent == "copy-question"
    assert copy.payload["text"] == (
        "My session was on Mon 8 June: face, injections. Can I dye or bleach my hair?"
    )


@pytest.mark.parametrize("medicine", ["ibuprofen", "aspirin", "warfarin", "fish oil", "isotretinoin", "metformin"])
@pytest.mark.parametrize("days_ago", [2, -2, 30])
def test_a_medicine_is_never_forbidden_timed_or_stopped(medicine: str, days_ago: int) -> None:
    found = answered(medicine, session(days_ago=days_ago))

    assert (found.tone, found.word, found.when, found.told) == ("ask", "Ask first", "", "")
    assert found.lines[0] == (
        "Prescribed? Tell your clinic. Do not stop it unless the doctor who prescribed it agrees."
    )


def test_an_alarm_leads_to_help_and_to_nothing_else() -> None:
    found = answered("fever", session())

    assert (found.tone, [deed.intent for deed in found.deeds]) == ("danger", ["help"])


def test_what_is_not_in_the_list_says_so_and_offers_what_is_close() -> None:
    state = ask("aerial yoga", session())

    assert state.answer is None
    assert state.lead == ("No answer for “aerial yoga”", "Not in our list. When in doubt, wait, and ask your clinic.")
    assert (state.heading, state.rows[0].name) == ("Close to it", "Do yoga")
    assert state.ask.payload["text"] == (
        "My session was on Mon 8 June: face, injections. Can I do this: aerial yoga?"
    )


def test_the_clinic_is_called_where_this_device_can_and_the_number_is_known() -> None:
    known = {"clinic_phone": "+49 30 1234567"}

    assert ask("", session(), settings=known, can_call=True).ask.intent == "call"
    assert ask("", session(), settings=known).ask.intent == "copy-question"
    assert ask("", session(), can_call=True).ask.intent == "copy-question"


def test_without_a_session_general_times_stand_in() -> None:
    state = ask("sauna")

    assert state.lead == ("Add your session to see your times", "Until then you see general times.")
    assert state.answer is not None
    assert (state.answer.tone, state.answer.word, state.answer.when) == ("neutral", "Wait", "3 days after a session")
    assert state.rows[0].word in ("", "Ask clinic", "Ask first")


def test_without_a_session_a_medicine_reads_the_same() -> None:
    assert answered("aspirin").word == "Ask first"


@pytest.mark.parametrize("days_ago", [-20, -2, 0, 1, 2, 4, 15])
@pytest.mark.parametrize("protocol", CATALOGUE.protocol_ids())
def test_every_question_has_an_answer_in_every_plan(protocol: str, days_ago: int) -> None:
    taken = snapshot.build(CATALOGUE, [session(days_ago, protocol)], [], NOW, ZONE)
    for question in KNOWN.questions:
        found = answer(taken, question, KNOWN.protocols)
        assert found.id == question.id
        assert found.lines
        assert found.deeds
        assert not any(mark in found.spoken for mark in ("{", "}", "..", "None"))


def test_other_intents_are_for_somebody_else() -> None:
    assert can_i.follow(CanIView(), "help", {}) is None
