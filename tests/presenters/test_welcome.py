"""What the first screen says."""
from __future__ import annotations

from aftercare.presenters.welcome import build_state, may_go_on


def test_consent_starts_unticked_and_complains_of_nothing() -> None:
    state = build_state(consented=False)
    assert not state.consented
    assert state.fault == ""


def test_going_on_without_a_tick_says_where_it_is_missing() -> None:
    assert build_state(consented=False, refused=True).fault == "Please tick this first"
    assert build_state(consented=True, refused=True).fault == ""


def test_only_adding_a_session_needs_consent() -> None:
    assert not may_go_on("add-session", consented=False)
    assert may_go_on("example", consented=False)
    assert may_go_on("open-clinic-plan", consented=False)
    assert may_go_on("add-session", consented=True)


def test_the_three_ways_stand_in_the_order_of_use() -> None:
    assert [way.intent for way in build_state(False).ways] == ["add-session", "open-clinic-plan", "example"]


def test_the_small_print_says_what_the_app_is_not() -> None:
    about = " ".join(build_state(False).about.paragraphs)
    said = "not a medical device/not a doctor/published articles/No clinician has reviewed/no account/user account"
    assert [part for part in said.split("/") if part not in about] == []


def test_no_sentence_is_longer_than_fifteen_words() -> None:
    state = build_state(False)
    for paper in (state.about, state.clinic_plan):
        for sentence in " ".join(paper.paragraphs).split(". "):
            assert len(sentence.split()) <= 15, sentence
