"""The wizard's steps, from an empty draft to a session."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.session import SessionStatus, new_session
from aftercare.presenters.add_session import Draft, build_state, change, edited, new_draft, resumed, to_session
from aftercare.presenters.add_session_check import CheckState
from aftercare.presenters.add_session_what import WhatState
from aftercare.presenters.add_session_when import WhenState

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 52, tzinfo=UTC)
BERLIN = "Europe/Berlin"


def after(draft: Draft, *changes: tuple[str, object], now: datetime = NOW, zone: str = BERLIN) -> Draft:
    for field, value in changes:
        draft = change(draft, field, value, CATALOGUE, now, zone)
    return draft


def fresh(*changes: tuple[str, object], now: datetime = NOW, zone: str = BERLIN) -> Draft:
    return after(new_draft(now, zone), *changes, now=now, zone=zone)


def state(draft: Draft, now: datetime = NOW, zone: str = BERLIN):
    return build_state(draft, CATALOGUE, now, zone)


FACE = (("area", "face"), ("protocol", "face-injection"), ("next", None))


def test_six_taps_add_a_face_injection_that_was_done_today() -> None:
    # given the taps Face, Injections, Next, Next (today and the present time are offered)
    draft = fresh(*FACE, ("next", None))
    # when it is saved
    session = to_session(draft, "s", CATALOGUE)
    # then it ended at the last quarter of an hour and began a usual session before
    assert session.end == datetime(2026, 6, 10, 7, 45, tzinfo=UTC)
    assert session.start == session.end - timedelta(minutes=CATALOGUE.protocol("face-injection").minutes)
    assert (session.status, session.area) == (SessionStatus.DONE, "face")


def test_the_areas_and_treatments_are_those_of_the_catalogue() -> None:
    body = state(fresh(("area", "scalp"))).body
    assert isinstance(body, WhatState)
    assert [area.title for area in body.areas] == ["Face", "Body", "Hair, scalp"]
    offered = {id for id in CATALOGUE.protocol_ids() if "scalp" in CATALOGUE.protocol(id).areas}
    assert {treatment.id for treatment in body.treatments} == offered


def test_no_treatment_is_offered_before_an_area_is_chosen() -> None:
    body = state(fresh()).body
    assert isinstance(body, WhatState)
    assert body.treatments == ()
    assert body.waiting == "Choose the area first."


def test_a_corrected_area_keeps_the_treatment_where_it_exists_there() -> None:
    assert fresh(*FACE, ("area", "body")).protocol == "body-injection"
    assert fresh(("area", "face"), ("protocol", "oxygen"), ("area", "body")).protocol == ""
    assert fresh(("area", "face"), ("protocol", "needle-free"), ("area", "scalp")).protocol == "needle-free"


def test_method_and_product_may_stay_unknown() -> None:
    body = state(fresh(("area", "face"), ("protocol", "face-injection"))).body
    assert isinstance(body, WhatState)
    assert [(q.field, q.title, q.answer) for q in body.questions] == [
        ("technique", "Which method?", "I do not know"),
        ("product", "Which product?", "I do not know"),
    ]
    device = state(fresh(("area", "body"), ("protocol", "needle-free"))).body
    assert isinstance(device, WhatState)
    assert [q.title for q in device.questions] == ["Which device?", "Which product?"]


def test_another_treatment_forgets_the_method_of_the_first() -> None:
    draft = fresh(("area", "face"), ("protocol", "face-injection"), ("technique", "papule"), ("protocol", "oxygen"))
    assert draft.technique == ""


def test_going_on_with_nothing_chosen_says_what_is_missing() -> None:
    # given an empty first step, which complains of nothing yet
    assert state(fresh()).errors == {}
    # when the patient goes on
    went_on = state(fresh(("next", None)))
    # then the step stays and names the field
    assert went_on.step == 1
    assert went_on.errors["area"].text == "Area: choose one of the pictures."
    assert state(fresh(("area", "face"), ("next", None))).errors.keys() == {"protocol"}


def test_coming_up_asks_for_a_day_instead_of_inventing_one() -> None:
    draft = fresh(*FACE, ("timing", "planned"), ("next", None))
    assert (draft.step, draft.date, draft.time) == (2, None, time(10))
    assert state(draft).errors["date"].text == "Date: choose a day in the calendar."


def test_a_day_ahead_makes_it_planned_and_a_day_behind_makes_it_done() -> None:
    assert fresh(*FACE, ("date", date(2026, 6, 12))).timing == "planned"
    assert fresh(*FACE, ("timing", "planned"), ("date", date(2026, 6, 1))).timing == "done"


def test_a_time_the_patient_set_survives_the_choice_of_a_day() -> None:
    assert fresh(*FACE, ("time", "15:30"), ("date", date(2026, 6, 12))).time == time(15, 30)


def test_an_end_that_is_still_to_come_is_said_and_turned_with_one_tap() -> None:
    # given "already done", today at 18:00, at 9:52
    draft = fresh(*FACE, ("time", "18:00"))
    problem = state(draft).errors["time"]
    assert "still to come" in problem.text
    # when the offered button is pressed
    turned = after(draft, (problem.field, problem.value))
    # then the day and time stay and nothing is wrong any more
    assert (turned.timing, turned.date, turned.time) == ("planned", date(2026, 6, 10), time(18))
    assert state(turned).errors == {}


def test_a_start_that_is_over_is_said_and_turned_with_one_tap() -> None:
    draft = fresh(*FACE, ("timing", "planned"), ("date", date(2026, 6, 10)), ("time", "8:00"))
    problem = state(draft).errors["time"]
    assert "over already" in problem.text
    turned = after(draft, (problem.field, problem.value))
    assert (turned.timing, turned.time) == ("done", time(8))
    assert state(turned).errors == {}


@pytest.mark.parametrize(
    ("zone", "day", "at", "offered"),
    [
        (BERLIN, date(2026, 3, 29), "2:30", "2026-03-29T03:00"),
        ("Pacific/Apia", date(2011, 12, 30), "9:00", "2011-12-31T00:00"),
    ],
)
def test_a_skipped_time_is_refused_and_the_next_one_offered(zone: str, day: date, at: str, offered: str) -> None:
    # given a time that no clock ever showed
    draft = fresh(*FACE, ("zone", zone), ("date", day), ("time", at), ("next", None))
    # then the step stays, with one sentence and a way out
    problem = state(draft).errors["time"]
    assert draft.step == 2
    assert "skip" in problem.text
    assert problem.value == offered
    # when the way out is taken, it can be saved
    assert state(after(draft, (problem.field, problem.value), ("next", None))).step == 3


def test_long_ago_and_far_ahead_are_remarked_and_not_refused() -> None:
    old = state(after(fresh(*FACE, ("date", date(2026, 4, 1)))))
    assert isinstance(old.body, WhenState)
    assert old.body.notes[0].startswith("This is more than 60 days ago.")
    far = state(after(fresh(*FACE, ("date", date(2062, 4, 1)))))
    assert isinstance(far.body, WhenState)
    assert far.body.notes == ("This is in 2062. Please check the year.",)
    assert old.ready
    assert far.ready


def test_another_zone_says_what_it_is_for_the_patient() -> None:
    draft = fresh(*FACE, ("date", date(2026, 6, 8)), ("time", "15:00"), ("zone", "Asia/Tokyo"))
    body = state(draft).body
    assert isinstance(body, WhenState)
    assert body.zone_words == "Tokyo time (UTC+9)"
    assert body.zone_note == "For you that is Mon 8 June, 08:00."
    check = state(after(draft, ("next", None))).body
    assert isinstance(check, CheckState)
    assert ("Clinic’s time zone", "Tokyo time (UTC+9)") in [(row.label, row.value) for row in check.rows]


def test_what_was_typed_and_not_read_stays_with_a_sentence_until_a_day_is_picked() -> None:
    draft = fresh(*FACE, ("typed_date", "next monday"))
    assert state(draft).errors["date"].text == "Date: type it like 2026-06-08, 8.6.2026 or 8 June 2026."
    assert after(draft, ("next", None)).step == 2
    assert state(after(draft, ("date", date(2026, 6, 9)))).errors == {}


def test_the_time_goes_in_quarters_and_round_midnight() -> None:
    assert fresh(("time", "15:07"), ("quarter", 1)).time == time(15, 15)
    assert fresh(("time", "15:07"), ("quarter", -1)).time == time(15, 0)
    assert fresh(("time", "15:15"), ("quarter", -1)).time == time(15, 0)
    assert fresh(("time", "23:45"), ("quarter", 1)).time == time(0)
    assert fresh(("time", "0:00"), ("quarter", -1)).time == time(23, 45)


def test_the_check_shows_each_fact_and_leads_back_to_its_step() -> None:
    draft = fresh(*FACE, ("date", date(2026, 6, 8)), ("time", "15:00"), ("technique", "papule"), ("next", None))
    check = state(draft)
    assert isinstance(check.body, CheckState)
    assert [(row.label, row.value, row.step) for row in check.body.rows] == [
        ("Area and treatment", "Face, injections", 1),
        ("Method and product", "Small bumps", 1),
        ("Session ended", "Mon 8 June, 15:00", 2),
    ]
    assert check.next == "Start my plan"


def test_the_plan_card_counts_the_limits_and_places_today_between_start_and_end() -> None:
    body = state(fresh(*FACE, ("date", date(2026, 6, 8)), ("time", "15:00"), ("next", None))).body
    assert isinstance(body, CheckState)
    assert body.plan.title.endswith(" limits, until 11 June")
    assert "ask your clinic" in body.plan.note
    kinds = [kind for _at, _words, kind in body.plan.stops]
    assert kinds[0] == "start"
    assert "today" in kinds
    assert 0 < body.plan.done < 1
    assert all(0 <= at <= 1 for at, _words, _kind in body.plan.stops)


def test_the_card_of_a_session_of_long_ago_says_that_the_limits_ended() -> None:
    check = state(fresh(*FACE, ("date", date(2025, 6, 8)), ("next", None)))
    body = check.body
    assert isinstance(body, CheckState)
    assert check.next == "Save my session"
    assert body.plan.title.endswith("limits, ended 11 June 2025")
    assert body.plan.done == 1
    assert body.notes


def test_a_planned_session_shows_the_limits_before_it_too() -> None:
    body = state(fresh(*FACE, ("date", date(2026, 6, 12)), ("next", None))).body
    assert isinstance(body, CheckState)
    assert body.rows[-1].label == "Session starts"
    assert ("12 June") in [words for _at, words, _kind in body.plan.stops]


def test_editing_keeps_id_version_and_says_that_the_limits_move() -> None:
    # given a stored session
    stored = new_session(
        "old", CATALOGUE.protocol("face-injection"), datetime(2026, 6, 8, 14, 30), BERLIN, 30, status="done"
    )
    draft = Draft.from_session(stored)
    # then it opens on the check, unchanged
    unchanged = state(draft)
    assert isinstance(unchanged.body, CheckState)
    assert unchanged.body.moved == ""
    assert edited(draft, stored, CATALOGUE) == stored
    # when its time changes
    moved = state(after(draft, ("time", "16:00")))
    assert isinstance(moved.body, CheckState)
    assert moved.body.moved.startswith("All ")
    assert moved.body.moved.endswith(" limits will move.")
    assert edited(after(draft, ("time", "16:00")), stored, CATALOGUE).id == "old"


def test_editing_in_the_doubled_hour_does_not_move_the_session() -> None:
    # given a session that ended at the second 02:30 of the night clocks went back
    protocol = CATALOGUE.protocol("face-injection")
    stored = new_session("old", protocol, datetime(2026, 10, 25, 1, 0), BERLIN, status="done")
    second = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo(BERLIN), fold=1).astimezone(UTC)
    stored = replace(stored, start=second - timedelta(minutes=stored.minutes))
    assert edited(Draft.from_session(stored), stored, CATALOGUE).start == stored.start


def test_a_kept_draft_offers_the_present_time_again_unless_the_patient_chose_one() -> None:
    # given a draft of Wednesday in which only the area was chosen, and one with a time of its own
    later = NOW + timedelta(days=3)
    offered, chosen = fresh(("area", "face")), fresh(("area", "face"), ("time", "8:00"))
    # when they are taken up on Saturday
    # then only the offered time has moved on
    assert resumed(offered.to_dict(), later, BERLIN).date == date(2026, 6, 13)
    assert resumed(offered.to_dict(), later, BERLIN).area == "face"
    assert resumed(chosen.to_dict(), later, BERLIN) == chosen
