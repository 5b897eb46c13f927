"""The cards around a session: the self-check, the checklist, what helps now, and what was reported."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from aftercare.core.preparation import Preparation
from aftercare.core.session import Session
from aftercare.presenters import steps_page
from aftercare.presenters.aloud import of_today
from aftercare.presenters.today import build_state
from aftercare.presenters.today_care_state import CareCards, CareContent
from aftercare.presenters.today_state import ActionCard, Mode, TodayState, TodayView
from aftercare.services.preparation import setting_of, stored
from tests.presenters.today_cases import CATALOGUE, session, taken

CHECKS = CATALOGUE.checks()
CARE = CareContent(CATALOGUE.steps(), CHECKS, CATALOGUE.products())
EARLY, DAY, EVENING = "2026-06-06T09:48", "2026-06-08T09:00", "2026-06-08T19:00"


def shown(
    now: str,
    kept: Preparation | None = None,
    view: TodayView | None = None,
    sessions: list[Session] | None = None,
    settings: dict[str, str] | None = None,
    can_call: bool = False,
) -> TodayState:
    """Today around the usual session, with what is prepared for it."""
    known = {**(settings or {}), **({setting_of("a"): stored(kept)} if kept else {})}
    snapshot = taken(sessions or [session()], now, settings=known)
    return build_state(snapshot, view, care=CARE, can_call=can_call)


def cards(state: TodayState) -> CareCards:
    assert state.care is not None
    return state.care


def said(card: ActionCard | None) -> tuple[str, str, str, str]:
    assert card is not None
    return card.title, card.subtitle, card.action, card.intent


def answers(**kwargs: bool) -> Preparation:
    kept = Preparation()
    for question in CHECKS.questions:
        kept = kept.answer(question, kwargs.get(question.id.replace("-", "_"), False))
    return kept


def test_the_card_asks_for_the_self_check_with_the_number_of_its_questions() -> None:
    assert said(shown(EARLY).card) == ("Tell your doctor if …", "16 quick questions", "Start", "self-check")


def test_a_begun_self_check_goes_on() -> None:
    kept = Preparation({"ill": False, "skin": True})
    assert said(shown(EARLY, kept).card) == ("Tell your doctor if …", "2 of 16 answered", "Go on", "self-check")


def test_a_finished_self_check_leads_to_its_list() -> None:
    one, two = answers(skin=True), answers(skin=True, scars=True)
    card = shown(EARLY, one).card
    assert said(card) == ("1 thing to tell your clinic", "Say it or show it", "See my list", "my-list")
    assert said(shown(EARLY, two).card)[0] == "2 things to tell your clinic"


def test_with_nothing_to_tell_the_card_says_what_to_stop_next() -> None:
    card = shown(EARLY, answers()).card
    assert card is not None
    assert card.title.startswith("Next: stop")


def test_the_first_frame_asks_without_the_content() -> None:
    # given no content yet
    fresh = build_state(taken([session()], EARLY))
    begun = build_state(taken([session()], EARLY, settings={setting_of("a"): stored(answers())}))
    # then the card is there, without a number, and nothing else
    assert said(fresh.card) == ("Tell your doctor if …", "A few quick questions", "Start", "self-check")
    assert said(begun.card)[2] == "Go on"
    assert fresh.care is None
    assert build_state(taken([session()], EVENING)).care is None


def test_the_checklist_has_the_steps_of_the_session_and_their_times() -> None:
    checklist = cards(shown(EARLY, Preparation(done=frozenset({"list-medicines"})))).checklist
    assert checklist is not None
    assert (checklist.heading, checklist.count, checklist.more) == ("Your checklist", "1 of 13 done", "See all 13")
    lines = {row.title: row.line for row in checklist.rows}
    assert lines["Eat a light meal"] == "1 to 2 hours before · 12:30 to 13:30"
    assert lines["Come with a clean face"] == "No cream, no makeup"
    # and what is done lets another step come up
    assert "list-medicines" not in {row.id for row in checklist.rows}


def test_a_tick_moves_no_row() -> None:
    # given the list as it is on the screen
    before = shown(EARLY)
    rows = cards(before).checklist
    assert rows is not None
    # when one is ticked
    after = cards(shown(EARLY, Preparation(done=frozenset({rows.rows[0].id})), before.view)).checklist
    # then the same rows are there, and the tick is counted
    assert after is not None
    assert [row.id for row in after.rows] == [row.id for row in rows.rows]
    assert (after.rows[0].done, after.count) == (True, "1 of 13 done")


def test_on_the_day_its_own_steps_come_first() -> None:
    early, day = cards(shown(EARLY)).checklist, cards(shown(DAY)).checklist
    assert early is not None
    assert day is not None
    assert [row.id for row in early.rows][:3] == ["talk-first", "list-medicines", "list-illnesses"]
    assert [row.id for row in day.rows][:3] == ["light-meal", "clean-face", "feel-well"]


def test_a_body_session_does_not_ask_for_a_clean_face() -> None:
    checklist = cards(shown(EARLY, sessions=[session("body-injection")])).checklist
    assert checklist is not None
    assert not any("face" in row.title for row in checklist.rows)


def test_a_clinic_that_is_known_can_be_called_before_going() -> None:
    phone = {"clinic_phone": "+49 30 1234"}
    plain, called = shown(EARLY).watch, shown(EARLY, settings=phone, can_call=True).watch
    written = shown(EARLY, settings=phone).watch
    assert plain is not None
    assert called is not None
    assert written is not None
    assert (plain.title, plain.intent) == ("Feeling ill, or a new rash?", "")
    assert (called.intent, called.payload) == ("call", {"number": "+49 30 1234"})
    # where the device cannot dial, the number is there to read
    assert (written.intent, written.subtitle) == ("", "Call your clinic before you go.\n+49 30 1234")


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2026-06-08T15:05", "Ask to stay for 30 minutes"),
        (EVENING, "Look at my skin before bed"),
        ("2026-06-10T09:48", "Compare with the day before"),
    ],
)
def test_what_helps_now_goes_with_the_hour(now: str, first: str) -> None:
    helps = cards(shown(now)).helps
    assert helps is not None
    assert helps.heading == "What helps now"
    assert helps.rows[0].title == first
    assert len(helps.rows) == 3
    assert helps.more.startswith("See all ")


def test_see_all_counts_what_the_page_behind_it_shows() -> None:
    for now in ("2026-06-08T15:05", EVENING, "2026-06-10T09:48"):
        helps = cards(shown(now)).helps
        page = steps_page.build_state(CARE.steps, "after", session(), taken([session()], now))
        assert helps is not None
        assert helps.more == f"See all {sum(len(group.rows) for group in page.groups)}"


def test_a_short_time_says_when_it_ends_and_the_screen_knows() -> None:
    state = shown("2026-06-08T15:05")
    helps = cards(state).helps
    assert helps is not None
    assert helps.rows[0].line == "Sit down and rest · until today, 15:30"
    assert state.refresh_at <= taken([session()], "2026-06-08T15:30").now


def test_nothing_helps_in_a_session_or_when_all_is_over() -> None:
    during, over = shown("2026-06-08T14:40"), shown("2026-06-24T09:00")
    assert (during.mode, over.mode) == (Mode.DURING, Mode.RECOVERED)
    assert cards(during).helps is None
    # but what happens in it can be read before and in it
    assert said(cards(during).there) == said(cards(shown(EARLY)).there)
    assert said(cards(during).there)[3] == "steps"
    assert cards(over).there is None
    assert cards(over).helps is None


HA = "nctf-135-ha"


def caution(now: str, *held: tuple[str, str]) -> ActionCard | None:
    sessions = [session(id=id, start=start, product=HA) for id, start in held]
    return cards(shown(now, sessions=sessions)).caution


def test_the_reported_reaction_is_named_after_the_second_session_with_that_product() -> None:
    first, second = ("a", "2026-05-25T14:30"), ("b", "2026-06-08T14:30")
    # then after the first there is no such card, and after the second there is for two weeks
    assert caution("2026-05-27T10:00", first) is None
    assert caution("2026-05-27T10:00", first, second) is None
    found = caution("2026-06-10T10:00", first, second)
    assert found is not None
    assert found.title == "After a repeated session with NCTF 135 HA"
    assert "Call your clinic" in found.subtitle
    assert caution("2026-06-22T14:00", first, second) is not None
    assert caution("2026-06-22T16:00", first, second) is None


def test_another_product_or_a_cancelled_session_makes_no_second_time() -> None:
    last = session(id="b", product=HA)
    for earlier in (
        session(id="a", start="2026-05-25T14:30", product="nctf-135"),
        session(id="a", start="2026-05-25T14:30", product=HA).cancel(),
        session(id="a", start="2026-05-25T14:30"),
    ):
        assert cards(shown("2026-06-10T10:00", sessions=[earlier, last])).caution is None


def test_while_one_session_heals_the_next_asks_its_own_questions() -> None:
    coming = session(id="b", start="2026-06-15T14:30")
    state = shown("2026-06-10T10:00", sessions=[session(), coming])
    assert state.upcoming is not None
    assert said(cards(state).check)[:2] == ("Tell your doctor if …", "16 quick questions")


def test_the_treatment_can_always_be_read_about() -> None:
    for now in (EARLY, "2026-06-08T14:40", EVENING, "2026-06-24T09:00"):
        card = cards(shown(now)).treatment
        assert card is not None
        assert (card.title, card.intent, card.payload) == ("About my treatment", "treatment", {"id": "a"})


def test_what_helps_now_is_read_aloud_too() -> None:
    spoken = of_today(shown("2026-06-10T09:48"))
    assert spoken.index("Normal on day 2.") < spoken.index("What helps now.") < spoken.index("General advice")
    assert "Compare with the day before." in spoken


def test_without_a_session_there_are_no_cards() -> None:
    assert build_state(taken([], EARLY), care=CARE).care is None


def test_times_follow_a_session_that_moves() -> None:
    moved = replace(session(), start=session().start + timedelta(hours=2))
    checklist = cards(shown(EARLY, sessions=[moved])).checklist
    assert checklist is not None
    assert "14:30 to 15:30" in next(row.line for row in checklist.rows if row.id == "light-meal")
