"""Which moment and which day a check-in speaks of."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aftercare.core.alert_answer import answered_day
from aftercare.presenters import check_in
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.check_in_save import to_observation
from tests.presenters.check_in_cases import BERLIN, CONTENT, NOW, card, day_two, filled, logged, shown
from tests.presenters.today_cases import at, session, taken


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
