"""The sheet of one limit: the answer, why, who says so, and the clinic's word."""
from __future__ import annotations

from dataclasses import replace

import pytest

from aftercare.core.alert_reach import AlertReach
from aftercare.core.protocol import Phase
from aftercare.presenters import limit_clinic
from aftercare.presenters.limit import build_state
from tests.presenters.limit_plans import catalogue, said, seen, session

SECOND = session("second", start="2026-06-12T02:30")


def leads(state):
    return [note.lead for note in state.notes]


def test_not_yet_counts_down_to_the_end_and_shows_the_range():
    # given sauna two days after injections, for which an article names body injections only
    state = build_state(seen(), "sauna")
    # then the hero answers, the track ends at three days, and the value says where it is from
    assert (state.tone, state.status) == ("not_yet", "Not yet")
    assert (state.hero.label, state.hero.big) == ("OK in", "1 day 6 h")
    assert (state.hero.aside_top, state.hero.aside) == ("Thu 11 June", "15:00")
    assert state.hero.line == "Sources: 2 to 3 days. We use the longest."
    assert [label[1] for label in state.hero.track.labels] == ["Session", "2 days", "3 days", "Now"]
    assert state.notes[0].lead == "No article names this for your procedure."
    assert state.notes[0].text == "We use the rule for body injections."
    assert state.told == "We tell you tomorrow at 15:00"


def test_an_undated_rule_says_that_its_article_gives_no_time():
    state = build_state(seen(), "sun")
    assert state.notes[0].lead == "An article names this but gives no time."
    assert state.notes[0].text == "We use the longest that others give."


def test_sources_that_differ_have_a_bar_each_and_the_longest_decides():
    state = build_state(seen(), "makeup")
    assert [(row[0], row[2], row[3]) for row in state.differ.rows] == [
        ("Fractional sessions, on the day", "up to 24 h", False),
        ("Face sessions", "24 to 48 h", False),
        ("Treated areas of the body", "48 to 72 h", False),
        ("No-needle sessions", "72 h · we use this", True),
    ]
    assert state.hero.track is None
    assert 0 < state.differ.now < 1


def test_a_needle_free_session_takes_its_own_72_hours():
    state = build_state(seen(sessions=[session(protocol="needle-free")]), "alcohol")
    assert state.notes == ()
    assert state.hero.line == "Sources: 3 days."


def test_with_care_says_what_is_fine_until_then():
    state = build_state(seen("2026-06-08T17:00"), "exercise")
    assert (state.tone, state.hero.label, state.hero.big) == ("with_care", "With care for", "5 h")
    assert state.until_then == (("ok", "Slow walks, in the shade"), ("not_yet", "Running, gym, team sport"))
    assert state.why_title == "Why with care?"
    # then nothing promises that it is OK afterwards, since nobody knows
    assert state.hero.line == "This is for the day of the session. Then ask your clinic."
    assert state.told == ""


def test_ok_again_says_since_when_and_how_to_start():
    state = build_state(seen("2026-06-12T17:00"), "cold")
    assert (state.hero.label, state.hero.big, state.hero.aside) == ("OK again since", "Thu, 15:00", "1 day ago")
    assert state.hero.line == "Sources: 1 to 3 days. Nothing else to wait for."
    assert state.restart[0].startswith("Short walks first.")
    assert state.closing.lead == "OK is about this limit only."
    assert state.check_in == "Check in"


def test_a_question_is_ready_to_send_with_the_session_filled_in():
    state = build_state(seen(), "hair-washing")
    assert (state.hero.label, state.hero.big) == ("What we know", "No article gives a time")
    assert state.question.text == (
        "My session was on Mon 8 June: face, injections. When may I wash my hair, and with what?"
    )
    assert not state.question.folded
    assert (state.clinic.title, state.clinic.fine) == ("My clinic gave me a time", "My clinic said it is fine")


def test_a_coming_session_says_until_when_it_is_ok():
    state = build_state(seen("2026-06-06T17:00"), "makeup")
    assert (state.tone, state.hero.label, state.hero.big) == ("ok", "OK until", "Mon, 00:00")
    assert state.question is None or state.question.text.startswith("My session is on")


@pytest.mark.parametrize("moment", ["2026-06-06T08:00", "2026-06-08T12:45", "2026-06-09T08:00", "2026-06-20T08:00"])
@pytest.mark.parametrize("protocol", catalogue().protocol_ids())
def test_a_medicine_is_never_counted_down_nor_stopped(moment, protocol):
    state = build_state(seen(moment, [session(protocol=protocol)]), "aspirin")
    assert (state.tone, state.status, state.hero, state.clinic, state.told) == ("ask", "Ask first", None, None, "")
    assert state.medicine.prescribed[1] == "Keep taking it and tell your clinic. Never stop it on your own."
    assert [answer[1] for answer in state.medicine.answers] == ["Prescribed", "My own", "Not sure"]
    assert "Stop" not in state.medicine.own[1]


def test_aspirin_bought_by_oneself_waits_48_hours():
    state = build_state(seen(), "aspirin")
    assert state.medicine.own[1] == "Wait until today, 15:00. That is 48 hours after your session."
    later = build_state(seen("2026-06-10T15:00"), "aspirin")
    assert later.medicine.own[1] == "The wait is over since today, 15:00."


def test_the_clinics_time_decides_and_the_range_of_the_sources_stays():
    state = build_state(seen(overrides=[said("makeup", 48)]), "makeup")
    assert state.hero.big == "5 h 12 min"
    assert state.hero.line == "Sources: 1 to 3 days. Your clinic comes first."
    assert state.hero.track.clinic[1] == "Your clinic: 2 days"
    assert (state.clinic.title, state.clinic.detail) == ("My clinic said: 2 days", "You added this on 8 June")
    assert state.clinic.override_id == "said-first-makeup"
    assert state.differ is None


def test_a_clinic_time_counts_down_what_no_article_dates():
    state = build_state(seen(overrides=[said("hair-washing", 72)]), "hair-washing")
    assert (state.tone, state.hero.big) == ("not_yet", "1 day 6 h")
    assert state.hero.line == "No article gives a time. Your clinic comes first."


def test_fine_by_the_clinic_says_whose_word_it_is():
    state = build_state(seen(overrides=[said("makeup", None)]), "makeup")
    assert (state.tone, state.hero.label, state.hero.big) == ("ok", "OK, said your clinic", "Mon 8 June")
    assert state.hero.line == "Sources: 1 to 3 days. Your clinic comes first."


def test_two_sessions_84_hours_apart_name_the_one_that_decides():
    # given a clinic's shorter time for the first session only
    word = said("makeup", 48)
    # when the first one's time runs
    first = build_state(seen(sessions=[session(), SECOND], overrides=[word]), "makeup")
    assert leads(first) == ["This belongs to your session on Mon 8 June."]
    assert first.notes[0].text == "Decided by: your clinic."
    assert first.clinic.session_id == "first"
    # when the second session has begun, then its own rule decides, and the clinic's word stays named
    second = build_state(seen("2026-06-12T12:00", [session(), SECOND], [word]), "makeup")
    assert leads(second) == ["This belongs to your session on Fri 12 June."]
    assert second.notes[0].text == (
        "Decided by: articles, for face, injections. For Mon 8 June your clinic said: 2 days."
    )
    assert (second.clinic.session_id, second.clinic.override_id) == ("second", None)
    assert second.hero.big == "2 days 13 h"


def test_what_the_clinic_said_of_a_cancelled_session_is_named_nowhere():
    # given a word of the clinic for a session that was called off afterwards
    off = session("off", start="2026-06-05T14:30").cancel()
    state = build_state(seen("2026-06-12T12:00", [session(), SECOND, off], [said("makeup", 48, "off")]), "makeup")
    # then the sheet speaks of the other two alone
    assert state.notes[0].text == "Decided by: articles, for face, injections."


def test_limits_that_overlap_say_which_session_decides():
    state = build_state(seen(sessions=[session(), SECOND]), "alcohol")
    assert "Your session on Fri 12 June decides." in leads(state)


def test_a_track_through_two_sessions_begins_with_the_last_one():
    # given needle-free sessions whose rules reach three days to both sides
    both = [session(protocol="needle-free"), session("second", "needle-free", "2026-06-12T02:30")]
    state = build_state(seen(sessions=both), "pool")
    labels = [text for _at, text, _kind in state.hero.track.labels]
    assert labels == ["Session", "Fri 12", "Mon 15", "Now"]
    assert state.hero.line == "Sources: 3 days."


def test_one_session_needs_no_word_on_who_decides():
    assert not any("session on" in lead for lead in leads(build_state(seen(), "alcohol")))


def test_sources_name_article_line_and_what_it_says():
    sources = build_state(seen(), "sauna").sources
    assert sources.title == "2 sources, for body injections"
    first = sources.passages[0]
    assert (first.title, first.line, first.says) == (
        "Mesotherapy of face, body and scalp", "Line 107", "Body injections: 2 to 3 days",
    )  # fmt: skip
    assert sources.caution == "Compiled from published articles. No clinician has reviewed it."


def test_a_shorter_clinic_time_asks_for_a_second_yes():
    word = build_state(seen(), "makeup").clinic
    assert word.hours == 72
    assert limit_clinic.second_yes(word, 72) is None
    assert limit_clinic.second_yes(word, 48)[0].startswith("This is shorter than our sources say.")
    assert limit_clinic.second_yes(word, None) is not None
    asked = build_state(seen(), "hair-washing").clinic
    assert limit_clinic.second_yes(asked, None) is None


def test_the_editor_says_what_a_time_comes_to_and_stays_in_bounds():
    word = build_state(seen(), "makeup").clinic
    assert limit_clinic.outcome(word, 96) == "OK from Fri 12 June, 15:00"
    assert limit_clinic.outcome(word, 24) == "OK since yesterday, 15:00"
    assert limit_clinic.stepped(24, -1, "days") == 24
    assert limit_clinic.stepped(8760, 1, "hours") == 8760
    assert limit_clinic.shown(limit_clinic.in_unit(30, "days"), "days") == "1 day"


def test_before_the_session_the_clinics_word_is_about_preparing():
    word = build_state(seen("2026-06-06T07:48"), "alcohol").clinic
    assert word.phase is Phase.BEFORE
    assert limit_clinic.outcome(word, 24) == "Stop from tomorrow, 14:30"


def test_a_word_on_preparing_can_be_taken_back_while_the_session_is_ahead():
    fine = said("alcohol", None, phase=Phase.BEFORE)
    state = build_state(seen("2026-06-06T07:48", overrides=[fine]), "alcohol")
    assert state.tone == "ok"
    assert (state.clinic.override_id, state.clinic.phase) == (fine.id, Phase.BEFORE)


def test_before_the_session_the_sheet_explains_the_preparation():
    state = build_state(seen("2026-06-06T07:48"), "alcohol")
    assert state.hero.line == "This is for your session on Mon 8 June. It goes on after it."
    assert state.why == "Alcohol widens the small vessels. You can bruise more in the session."
    assert "Session" in [label[1] for label in state.hero.track.labels]


def test_nothing_is_told_for_the_example():
    assert build_state(seen(example=True), "sauna").told == ""


def test_what_ends_in_the_quiet_hours_is_told_in_the_morning():
    # given a session late in the evening, whose limits end at 23:30
    late = session(start="2026-06-08T23:00")
    # then the sheet says when the alert really comes
    assert build_state(seen(sessions=[late]), "sauna").told == "We tell you on Fri at 07:00"


@pytest.mark.parametrize(
    ("settings", "told"),
    [({"alerts_off": "allowed"}, ""), ({"lead_minutes": "30"}, "We tell you tomorrow at 14:30")],
)
def test_the_promise_follows_the_patients_choices(settings, told):
    assert build_state(replace(seen(), settings=settings), "sauna").told == told


def test_with_the_closed_app_allowed_the_promise_holds_for_it_too():
    state = build_state(replace(seen(), settings={"closed_app": "on"}), "sauna")
    assert state.told_detail == "It comes with Aftercare closed, too."


def test_the_promise_is_that_of_the_device_whatever_was_agreed_on_a_desktop():
    # given a phone, which shows alerts by itself and needs no consent for it
    state = build_state(replace(seen(), reach=AlertReach.CLOSED), "sauna")
    assert (state.told, state.told_detail) == ("We tell you tomorrow at 15:00", "It comes with Aftercare closed, too.")
    # given a consent that something of the system undoes
    state = build_state(replace(seen(), reach=AlertReach.OPEN, settings={"closed_app": "on"}), "sauna")
    assert state.told_detail == "If Aftercare is closed then, you see it when you open it."


def test_nothing_is_promised_where_no_alert_arrives():
    blocked = replace(seen(), reach=AlertReach.BLOCKED, settings={"closed_app": "on"})
    state = build_state(blocked, "sauna")
    assert state.told == "Alerts cannot reach you"
    assert state.told_detail == "You see it here when you open Aftercare."
    assert build_state(replace(blocked, example=True), "sauna").told == ""


def test_without_a_session_nothing_claims_to_be_ok():
    state = build_state(seen(sessions=[]), "sauna")
    assert (state.tone, state.hero.label) == ("ask", "No session yet")


def test_an_unknown_activity_is_a_key_error():
    with pytest.raises(KeyError):
        build_state(seen(), "flying")


@pytest.mark.parametrize("protocol", catalogue().protocol_ids())
@pytest.mark.parametrize("moment", ["2026-06-01T08:00", "2026-06-08T12:45", "2026-06-10T07:48", "2026-07-20T08:00"])
def test_every_sheet_can_be_built(protocol, moment):
    shown = seen(moment, [session(protocol=protocol), session("second", protocol, "2026-06-15T14:30")])
    for activity in catalogue().activities():
        state = build_state(shown, activity.id)
        assert state.name
        assert state.medicine or state.hero.big
        if state.hero and state.hero.track:
            assert all(0 <= at <= 1 for at, _text, _kind in state.hero.track.labels)
