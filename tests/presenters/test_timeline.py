"""The timeline says for each activity what holds, until when, and where now is."""
from __future__ import annotations

from dataclasses import replace

import pytest

from aftercare.presenters.timeline import ALL, BEFORE, DAYS, EVERY_SESSION, TimelineView, build_state, follow
from tests.presenters.limit_plans import said, seen, session


def rows(state):
    return {row.activity or row.key: row for row in state.rows}


def names(state):
    return [row.name for row in state.rows]


def test_a_row_says_state_and_end_in_words():
    # given the second day after injections, when the timeline is built
    found = rows(build_state(seen()))
    # then each answer is there, with its end where there is one
    assert found["own-skincare"].status == "Not yet · Today 15:00"
    assert found["sauna"].status == "Not yet · Thu 15:00"
    assert found["hair-washing"].status == "Ask your clinic"
    assert found["aspirin"].status == "Ask first"
    assert found["sauna"].spoken == "Sauna. Not yet. From Mon 8 June, 14:30 to Thu 11 June, 15:00."
    assert found["hair-washing"].spoken == "Hair washing. No end known. Ask your clinic."


def test_a_limit_of_care_says_until_when():
    found = rows(build_state(seen(sessions=[session(protocol="oxygen")])))
    assert found["sun"].status == "With care · until Thu 15:00"
    assert [bar.shape for bar in found["sun"].bars] == ["limit"]


def test_the_soonest_end_comes_first_and_questions_come_before_what_is_over():
    # given an evening on which own creams are over and the rest is not
    state = build_state(seen("2026-06-10T18:00"))
    # then the held ones lead, questions follow and the ended ones close
    tones = [row.tone for row in state.rows]
    assert tones == sorted(tones, key=["not_yet", "with_care", "ask", "ok"].index)
    assert state.rows[-1].activity == "own-skincare"
    assert state.rows[-1].status == "OK now"


def test_no_two_choices_of_the_page_read_alike():
    state = build_state(seen(sessions=[session(), session("second", start="2026-06-12T02:30")]))
    words = [word for _key, word in (*state.sessions, *state.scales)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("scale", [ALL, DAYS, BEFORE])
def test_a_medicine_is_never_a_bar_with_an_end(scale):
    for moment in ("2026-06-06T07:48", "2026-06-08T13:00", "2026-06-09T08:00", "2026-06-20T08:00"):
        state = build_state(seen(moment), TimelineView(scale))
        for row in [*state.rows, *(member for group in state.rows for member in group.members)]:
            if row.activity == "aspirin":
                assert (row.tone, row.status) == ("ask", "Ask first")
                assert {bar.shape for bar in row.bars} <= {"ask"}


def test_everything_shows_from_three_days_before_to_a_day_after_the_last_end():
    state = build_state(seen())
    # given 5 to 12 June on the axis, the limits of 72 hours end on the seventh of eight days
    end = rows(state)["sauna"].bars[-1].end
    assert end == pytest.approx((6 + 15 / 24) / 8)
    assert state.now == pytest.approx((5 + 9.8 / 24) / 8)
    assert state.axis.ticks[0].text == "Mon 8"


def test_a_longer_clinic_time_makes_the_range_longer():
    state = build_state(seen(overrides=[said("sauna", 240)]))
    assert rows(state)["sauna"].bars[-1].end < 1
    assert rows(state)["sauna"].status == "Not yet · 18 June"


def test_three_days_begin_at_midnight_of_the_device_and_a_bar_that_goes_on_says_so():
    state = build_state(seen("2026-06-08T20:00"), TimelineView(DAYS))
    # given 22:00 in Berlin, then today is Monday, and 72 hours reach beyond Wednesday
    assert [tick.text for tick in state.axis.ticks] == ["Mon 8", "Tue 9", "Wed 10"]
    assert state.axis.strong == "Mon 8"
    assert state.now == pytest.approx(22 / 72)
    together = next(row for row in state.rows if len(row.members) > 5)
    assert together.name == "Makeup and 10 more"
    assert together.bars[-1].end > 1


def test_a_day_of_23_hours_is_drawn_as_long_as_it_is():
    # given the Sunday on which clocks are put forward
    spring = session(start="2026-03-28T10:00")
    columns = build_state(seen("2026-03-29T08:00", [spring]), TimelineView(DAYS)).axis.columns
    assert columns[0] == pytest.approx((0, 23 / 71))
    # then 72 elapsed hours still end at 11:30 of the summer's clock
    status = rows(build_state(seen("2026-03-29T08:00", [spring])))["makeup"].status
    assert status == "Not yet · Tue 11:30"


def test_three_days_keep_one_row_for_all_that_has_to_be_asked():
    state = build_state(seen(), TimelineView(DAYS))
    assert names(state) == ["Own creams", "Makeup and 10 more", "4 to ask"]
    assert [member.name for member in state.rows[-1].members] == [
        "Aspirin", "Exercise", "Other treatments", "Hair washing",
    ]  # fmt: skip


def test_three_days_without_a_limit_say_so():
    state = build_state(seen("2026-06-20T08:00"), TimelineView(DAYS))
    assert state.note == "No limit ends in these 3 days."


def test_before_a_session_a_bar_is_the_time_to_stop():
    # given two days before the session
    state = build_state(seen("2026-06-06T07:48"), TimelineView(BEFORE))
    found = rows(state)
    # then what has begun says stop, and what has not says until when it is OK
    assert (found["alcohol"].tone, found["alcohol"].status) == ("before_stop", "Stop now")
    assert found["makeup"].status == "OK until Mon 00:00"
    assert found["alcohol"].bars[0].end == pytest.approx(state.mark)
    assert "sauna" not in found
    assert state.note == "A bar is the time to stop. Dots mean ask first."


def test_after_the_session_its_preparation_is_dim_and_the_note_says_it_is_over():
    state = build_state(seen(), TimelineView(BEFORE))
    assert rows(state)["alcohol"].bars[0].shape == "before"
    assert state.now is None
    assert state.note == "This session has begun. The time to stop is over."


def test_one_session_leaves_nothing_to_choose_and_two_do():
    second = session("second", start="2026-06-12T02:30")
    assert build_state(seen()).sessions == ()
    state = build_state(seen(sessions=[session(), second]))
    assert state.sessions == (("first", "8 June"), ("second", "12 June"), (EVERY_SESSION, "Both"))
    assert state.session == "first"


def test_a_session_is_shown_with_what_other_sessions_forbid_in_its_time():
    # given a second session whose rules before it follow the first one's rules without a gap
    second = session("second", start="2026-06-12T02:30")
    state = build_state(seen(sessions=[session(), second]), TimelineView(session="first"))
    # then sun is held beyond the range of the first
    assert rows(state)["sun"].bars[-1].end > 1
    assert rows(state)["sun"].status == "Not yet · Mon 03:00"


def test_what_nobody_chose_moves_on_with_the_next_session():
    both = [session(), session("second", start="2026-06-12T02:30")]
    early = build_state(seen(sessions=both))
    assert build_state(seen("2026-06-13T08:00", both), early.view).session == "second"
    chosen = build_state(seen(sessions=both), TimelineView(session="first"))
    assert build_state(seen("2026-06-13T08:00", both), chosen.view).session == "first"


def test_a_session_that_is_gone_falls_back_to_the_present_one():
    assert build_state(seen(), TimelineView(session="gone")).rows


def test_cards_hold_what_ends_together():
    state = build_state(seen(), TimelineView(grouped=True))
    titles = [(group.title, group.detail) for group in state.groups]
    assert titles == [
        ("Today, 15:00", "In 5 h 12 min"),
        ("Tomorrow, 15:00", "In 1 day 6 h"),
        ("No time known", "When in doubt, wait. Aspirin: ask first."),
    ]
    assert [chip.name for chip in state.groups[0].chips] == ["Own creams"]
    assert state.toggle == "One by one"


def test_a_card_of_what_is_over_says_when_it_ended():
    groups = build_state(seen("2026-06-10T18:00"), TimelineView(grouped=True)).groups
    assert (groups[-1].title, groups[-1].detail) == ("Already ended", "On Wed, 15:00")


def test_a_card_that_ends_in_a_question_says_so():
    state = build_state(seen("2026-06-08T17:00"), TimelineView(grouped=True))
    card = next(group for group in state.groups if group.tone == "with_care")
    assert card.detail == "In 5 h. Then ask your clinic."


def test_a_card_keeps_its_key_from_minute_to_minute():
    first = build_state(seen("2026-06-10T07:48"), TimelineView(grouped=True))
    later = build_state(seen("2026-06-10T07:49"), TimelineView(grouped=True))
    assert [group.key for group in first.groups] == [group.key for group in later.groups]
    assert first.groups[0].detail != later.groups[0].detail


def test_the_legend_names_only_what_is_drawn():
    assert build_state(seen()).legend == (
        ("before", "Before"), ("avoid", "Not yet"), ("limit", "With care"), ("ask", "Ask"),
    )  # fmt: skip


def test_no_session_says_what_will_be_here():
    state = build_state(seen(sessions=[]))
    assert state.empty.title == "No session yet"
    assert state.empty.action == "Add my session"
    assert state.rows == ()


def test_a_cancelled_session_leaves_the_timeline_empty():
    assert build_state(seen(sessions=[session().cancel()])).empty.title == "No limits now"


def test_views_follow_what_the_patient_chose():
    view = follow(TimelineView(), "timeline-scale", {"scale": DAYS})
    view = follow(view, "timeline-session", {"session": "first"})
    view = follow(view, "timeline-grouped", {"grouped": True})
    assert view == TimelineView(DAYS, "first", True)
    assert follow(view, "limit", {"activity": "sun"}) is view


def test_a_plan_of_newer_times_than_ours_says_so_at_every_scale():
    ahead = replace(session(), version=99)
    for scale in (ALL, DAYS, BEFORE):
        notice = build_state(seen(sessions=[ahead]), TimelineView(scale)).notice
        assert notice.startswith("Your plan was made with newer times than this app has.")
        assert build_state(seen(), TimelineView(scale)).notice == ""
