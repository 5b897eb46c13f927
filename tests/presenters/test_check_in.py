"""The check-in: what is asked, what is usual, and that nothing filled in is ever lost."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.alert_answer import answered_day
from aftercare.core.observation import SYMPTOMS, Severity
from aftercare.core.red_flags import Tier
from aftercare.presenters import check_in
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.check_in_save import to_observation
from tests.presenters.check_in_cases import BERLIN, CONTENT, NOW, card, day_two, filled, logged, shown
from tests.presenters.today_cases import at, session, taken


def test_emergency_help_comes_before_any_question() -> None:
    state = shown(day_two())
    assert state.red.title == "Any of these right now?"
    assert "Hard to breathe" in state.red.text
    assert state.red.action == "Yes, get help now"


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("hard-to-breathe", "hard to breathe"), ("hard-to-swallow", "swallow"), ("collapse", "fainting"),
        ("swollen-face-lips-tongue-throat", "swollen lips or tongue"), ("vision-change", "sight changes"),
        ("stroke-signs", "weak arm, slurred speech"), ("confusion", "confusion"),
        ("blue-grey-blotchy", "blue or grey skin"),
    ],
)  # fmt: skip
def test_every_sign_of_an_emergency_is_named_before_any_question(sign: str, words: str) -> None:
    assert CONTENT.signs[sign].tier is Tier.EMERGENCY
    assert words in shown(day_two()).red.text.lower()


def test_what_this_treatment_can_bring_is_asked_with_itch_and_pain() -> None:
    assert [c.name for c in shown(day_two()).cards] == [
        "Redness", "Swelling", "Bruises", "Small bumps", "Puncture marks", "Tenderness", "Itching", "Pain",
    ]  # fmt: skip
    # given oxygen, after which only redness may be there for a while
    oxygen = shown(taken([session("oxygen")], NOW))
    assert [c.symptom for c in oxygen.cards] == ["redness", "itch", "pain"]
    # then the others can still be named
    assert {c.code for c in oxygen.chips if c.field == "symptom"} == set(SYMPTOMS) - {"redness", "itch", "pain"}


def test_answers_start_empty_and_one_is_asked_for() -> None:
    state = shown(day_two())
    assert all(c.strength.chosen == "" for c in state.cards)
    assert state.fault == ""
    assert shown(day_two(), ("tried", None)).fault == "Please answer at least one question first."
    assert shown(day_two(), ("tried", None), ("severity", ("redness", "mild"))).fault == ""


@pytest.mark.parametrize(
    ("symptom", "now", "words"),
    [
        ("redness", NOW, "Usual: up to medium"),
        ("pain", NOW, "Usual: none or mild"),
        ("swelling", "2026-06-12T09:00", "Usual: gone by now"),
        ("bruise", "2026-06-12T09:00", "Usual: fading now"),
        ("papules", "2026-06-10T15:30", "Usual: gone by now"),
    ],
)
def test_what_is_usual_follows_the_hour(symptom: str, now: str, words: str) -> None:
    assert card(shown(day_two(now)), symptom).usual == words


def test_what_is_called_usual_is_what_the_advice_calls_expected() -> None:
    # given every symptom and strength on every one of the first days
    for hours in range(0, 15 * 24, 7):
        snapshot = day_two((datetime(2026, 6, 8, 15) + timedelta(hours=hours)).isoformat())
        of = check_in.course(snapshot, CONTENT, snapshot.now)
        for symptom in of.asked:
            allowed = of.usual(symptom)
            if allowed is not Severity.NONE:
                words = card(shown(snapshot), symptom).usual
                assert allowed.value in words or (allowed is Severity.MILD and "mild" in words)


def test_all_fine_is_one_touch_and_one_more_takes_it_back() -> None:
    snapshot = day_two()
    asked = shown(snapshot).asked
    fine = shown(snapshot, ("severity", ("redness", "mild")), ("none", asked))
    # then the answer that was there stays
    assert card(fine, "redness").strength.chosen == "mild"
    assert {c.strength.chosen for c in fine.cards} == {"mild", "none"}
    every = shown(snapshot, ("none", asked))
    assert every.all_none_on
    assert not any(c.strength.chosen for c in shown(snapshot, ("none", asked), ("none", asked)).cards)


def test_a_comparison_is_asked_only_of_what_was_there_before() -> None:
    before = logged("2026-06-09T20:00", now="2026-06-09T20:00", redness="medium", swelling="none")
    touches = [("severity", (symptom, "mild")) for symptom in ("redness", "swelling", "itch")]
    state = shown(day_two(), *touches, previous=before)
    trend = card(state, "redness").trend
    assert trend is not None
    assert trend.title == "Compared with last time: medium"
    assert [o.word for o in trend.options] == ["Better", "Same", "Worse"]
    assert card(state, "swelling").trend is None
    assert card(state, "itch").trend is None


def test_what_is_gone_is_not_compared() -> None:
    before = logged("2026-06-09T20:00", now="2026-06-09T20:00", redness="medium")
    draft = filled(
        day_two(),
        ("severity", ("redness", "mild")),
        ("trend", ("redness", "worse")),
        ("severity", ("redness", "none")),
    )
    assert draft.trends == ()
    state = check_in.build_state(draft, day_two(), CONTENT, before)
    assert card(state, "redness").trend is None


def test_each_strength_is_spoken_whole() -> None:
    options = card(shown(day_two()), "redness").strength.options
    assert [o.spoken for o in options][1] == "Redness, mild, 2 of 4"


def test_patchy_hair_loss_is_asked_of_a_scalp_alone() -> None:
    assert "hair-loss-patches" not in {c.code for c in shown(day_two()).chips}
    scalp = shown(taken([session("scalp-injection")], NOW))
    assert "hair-loss-patches" in {c.code for c in scalp.chips}


def test_emergency_signs_are_no_chips() -> None:
    codes = {c.code for c in shown(day_two()).chips}
    assert "hard-to-breathe" not in codes
    assert {"pale-or-mottled-skin", "pus", "hot-and-shivery", "new-lump"} <= codes


def test_brown_and_black_skin_is_spoken_of() -> None:
    state = shown(day_two())
    assert "brown or black skin" in card(state, "redness").skin
    assert any("brown or black skin" in text for _sign, text in state.skin_notes)


def test_without_a_session_everything_is_asked_and_nothing_called_usual() -> None:
    state = shown(taken([], NOW))
    assert [c.symptom for c in state.cards] == list(SYMPTOMS)
    assert {c.usual for c in state.cards} == {""}
    assert state.lead == "Pick what fits best."


def test_a_temperature_starts_unmeasured_and_is_counted_from_37() -> None:
    snapshot = day_two()
    assert shown(snapshot).temperature.value == "Not measured"
    state = shown(snapshot, ("temperature", (1, "C")), *[("temperature", (1, "C"))] * 10)
    assert (state.temperature.value, state.temperature.word) == ("38.0 °C", "Fever")
    assert shown(snapshot, ("temperature", (1, "C")), ("unmeasured", None)).temperature.clear == ""


@pytest.mark.parametrize(("steps", "shown_as", "word"), [(17, "100.3 °F", "A little high"), (18, "100.4 °F", "Fever")])
def test_fahrenheit_is_counted_in_its_own_tenths(steps: int, shown_as: str, word: str) -> None:
    snapshot = day_two(settings={"temperature_unit": "F"})
    state = shown(snapshot, ("temperature", (1, "F")), *[("temperature", (1, "F"))] * steps)
    assert (state.temperature.value, state.temperature.word) == (shown_as, word)


def test_a_temperature_stays_on_the_scale() -> None:
    draft = filled(day_two(), ("temperature", (1, "C")), ("temperature", (999, "C")))
    assert draft.celsius == 42.0
    assert filled(day_two(), ("temperature", (-999, "C")), draft=draft).celsius == 34.0


def test_yesterday_evening_is_eight_oclock_on_the_device() -> None:
    snapshot = day_two()
    draft = filled(snapshot, ("severity", ("redness", "mild")), ("when", "evening"))
    made = to_observation(draft, snapshot)
    assert made.at == at("2026-06-09T20:00")
    assert made.date == date(2026, 6, 9)
    assert made.session_id == "a"
    assert shown(snapshot, ("when", "evening")).lead == "Yesterday, 20:00. Day 1 after."


def test_yesterday_evening_is_not_offered_before_the_session_had_ended() -> None:
    state = shown(day_two("2026-06-08T18:00"))
    assert [o.word for o in state.when.question.options] == ["Now", "Choose a time"]


def test_a_moment_to_come_is_refused_in_words() -> None:
    state = shown(day_two(), ("day", date(2026, 6, 10)), *[("quarter", 1)] * 8)
    assert state.when.time == "11:45"
    assert state.when.fault == "This time has not come yet. Choose one that has passed."


def test_an_alert_answered_after_midnight_counts_for_its_day() -> None:
    snapshot = day_two("2026-06-10T00:20")
    draft = replace(filled(snapshot, ("severity", ("redness", "mild"))), counts_for=date(2026, 6, 9))
    made = to_observation(draft, snapshot)
    assert made.at == at("2026-06-10T00:20")
    assert made.date == date(2026, 6, 9)


@pytest.mark.parametrize(
    ("now", "key", "day"),
    [
        ("2026-06-10T00:20", "a:check-in.1:2026-06-09", date(2026, 6, 9)),
        ("2026-06-10T00:20", "a:check-in.2:2026-06-10", None),
        ("2026-06-10T08:00", "a:check-in.1:2026-06-09", None),
        ("2026-06-10T00:20", "any", None),
    ],
)
def test_only_an_alert_of_the_evening_before_keeps_its_day(now: str, key: str, day: date | None) -> None:
    snapshot = day_two(now)
    assert answered_day(key, snapshot.now, BERLIN) == day
    draft = replace(CheckInDraft(snapshot.now), counts_for=day)
    state = check_in.build_state(draft, snapshot, CONTENT)
    assert ("Counts for Tue 9 June." in state.lead) is (day is not None)


def test_answers_that_waited_speak_of_when_they_were_given() -> None:
    evening = day_two("2026-06-09T22:10")
    kept = filled(evening, ("severity", ("swelling", "strong"))).to_dict()
    morning = day_two("2026-06-10T08:00")
    draft = check_in.resumed(kept, morning.now, BERLIN)
    state = check_in.build_state(draft, morning, CONTENT)
    assert card(state, "swelling").strength.chosen == "strong"
    assert state.resumed == "You began this yesterday, 22:10. Your answers are still here."
    assert state.again == "Start again"
    assert to_observation(draft, morning).at == at("2026-06-09T22:10")


@pytest.mark.parametrize("wall", ["2026-06-08T20:00:00", "2026-06-09T22:00:00"])
def test_yesterday_evening_stays_the_evening_that_was_meant(wall: str) -> None:
    # given a check-in about Monday evening, begun on Tuesday; older versions kept another clock time with it
    tuesday = day_two("2026-06-09T22:10")
    begun = filled(tuesday, ("severity", ("swelling", "strong")), ("when", "evening"))
    assert begun.to_dict()["wall"] == "2026-06-08T20:00:00"
    # when it is opened again, or still open, on Wednesday
    wednesday = day_two("2026-06-10T08:00")
    draft = check_in.resumed({**begun.to_dict(), "wall": wall}, wednesday.now, BERLIN)
    # then it is about Monday evening, and says so
    assert to_observation(draft, wednesday).at == at("2026-06-08T20:00")
    for shown_draft in (draft, begun):
        state = check_in.build_state(shown_draft, wednesday, CONTENT)
        assert state.lead == "Mon 8 June, 20:00. Day of your session."
        assert state.when.question.chosen == "other"


def test_a_time_that_is_chosen_instead_counts_for_its_own_day() -> None:
    # given an alert of Tuesday, answered after midnight about Monday
    snapshot = day_two("2026-06-10T00:20")
    answered = replace(filled(snapshot, ("severity", ("redness", "mild"))), counts_for=date(2026, 6, 9))
    draft = filled(snapshot, ("day", date(2026, 6, 8)), *[("quarter", 1)] * 80, draft=answered)

    made = to_observation(draft, snapshot)

    assert (made.at, made.date) == (at("2026-06-08T20:15"), date(2026, 6, 8))
    assert "Counts for" not in check_in.build_state(draft, snapshot, CONTENT).lead


def test_a_changed_check_in_stays_with_its_session_whichever_was_added_since() -> None:
    # given a check-in after a session, and an oxygen session that was added later for the day before
    stored = logged(swelling="mild")
    snapshot = taken(
        [session(technique="papule"), session("oxygen", "2026-06-09T10:00", id="late")], NOW, observations=[stored]
    )
    # when it is changed, and when a new one is begun
    changed, begun = (
        check_in.build_state(draft, snapshot, CONTENT)
        for draft in (check_in.of_observation(stored, BERLIN), CheckInDraft(snapshot.now))
    )
    # then it asks what its own session can bring
    assert card(changed, "papules").name == "Small bumps"
    assert changed.lead.endswith("Day 2 after.")
    assert "papules" not in begun.asked


UNREADABLE = [{}, {"begun": 3}, {"begun": "x", "severities": []}, {"begun": "2026-06-10T08:00:00Z"}]


@pytest.mark.parametrize("kept", UNREADABLE)
def test_a_draft_that_cannot_be_read_begins_anew(kept: dict[str, object]) -> None:
    snapshot = day_two()
    assert check_in.resumed(kept, snapshot.now, BERLIN) == CheckInDraft(snapshot.now)


TOUCHES = st.lists(
    st.one_of(
        st.tuples(st.just("severity"), st.tuples(st.sampled_from(SYMPTOMS), st.sampled_from([*Severity]))),
        st.tuples(st.just("trend"), st.tuples(st.sampled_from(SYMPTOMS), st.sampled_from(["better", "worse"]))),
        st.tuples(st.just("sign"), st.sampled_from([*CONTENT.signs])),
        st.tuples(st.just("symptom"), st.sampled_from(SYMPTOMS)),
        st.tuples(st.just("temperature"), st.tuples(st.integers(-40, 40), st.sampled_from(["C", "F"]))),
        st.tuples(st.just("note"), st.text(max_size=30)),
        st.tuples(st.just("when"), st.sampled_from(["now", "evening", "other"])),
        st.tuples(st.just("quarter"), st.integers(-20, 0)),
        st.tuples(st.just("none"), st.just(SYMPTOMS)),
    ),
    max_size=12,
)


@given(TOUCHES)
def test_whatever_was_filled_in_is_kept_over_a_restart(touches: list[tuple[str, object]]) -> None:
    snapshot = day_two()
    draft = filled(snapshot, *touches)
    again = check_in.resumed(draft.to_dict(), snapshot.now, BERLIN)
    if draft.answered or draft.note:
        assert again == draft
    # and it can be shown
    check_in.build_state(again, snapshot, CONTENT)


@given(TOUCHES)
def test_what_is_stored_is_shown_again_when_it_is_changed(touches: list[tuple[str, object]]) -> None:
    snapshot = day_two()
    draft = filled(snapshot, *touches)
    if not draft.answered:
        return
    stored = to_observation(draft, snapshot)
    opened = check_in.of_observation(stored, BERLIN)
    assert to_observation(opened, snapshot, stored) == stored


def test_codes_of_a_newer_version_survive_a_change() -> None:
    stored = logged(redness="burning", signs=("purple-dots",))
    snapshot = day_two()
    draft = filled(snapshot, ("sign", "pus"), draft=check_in.of_observation(stored, BERLIN))
    made = to_observation(draft, snapshot, stored)
    assert made.signs == ("purple-dots", "pus")
    assert made.symptoms[0].severity == "burning"
    assert made.id == stored.id
