"""The check-in: what is asked, what is usual, and that nothing filled in is ever lost."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from aftercare.core.observation import SYMPTOMS, Severity
from aftercare.core.red_flags import Tier
from aftercare.presenters import check_in
from tests.presenters.check_in_cases import CONTENT, NOW, card, day_two, filled, logged, shown
from tests.presenters.today_cases import session, taken


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
