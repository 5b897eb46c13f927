"""What comes, what was missed and what the tests tell."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from aftercare.presenters.alerts_facts import ComingAlert, PastAlert
from tests.presenters.alerts_cases import AT_15, FACTS, HOUR, MAKEUP, NOW, closed, state


def test_what_comes_stands_with_time_and_day() -> None:
    later = ComingAlert(AT_15 + timedelta(days=5), "Time to look again", "Look at your skin.")
    coming = state(replace(FACTS, coming=(MAKEUP, later))).coming
    assert coming is not None
    assert coming.count == "2 alerts"
    assert [(row.time, row.day, row.title) for row in coming.rows] == [
        ("15:00", "Today", "OK again"),
        ("15:00", "Mon 15", "Time to look again"),
    ]
    assert coming.rows[1].spoken == "Mon 15 June, 15:00. Time to look again. Look at your skin."


def test_an_overdue_alert_is_said_to_come_now() -> None:
    shown = state(replace(FACTS, coming=(replace(MAKEUP, fire_at=NOW - 3 * HOUR),)))
    assert shown.reach.text == "Next: today, 09:48"


@pytest.mark.parametrize(("count", "first", "words"), [(7, 7, ""), (8, 6, "Show all 8")])
def test_a_long_list_is_folded(count: int, first: int, words: str) -> None:
    coming = state(replace(FACTS, coming=(MAKEUP,) * count)).coming
    assert coming is not None
    assert (coming.first, coming.show_all) == (first, words)


def test_what_was_missed_stands_until_it_is_seen_the_latest_first() -> None:
    missed = (PastAlert(NOW - 30 * HOUR, "Makeup is OK again."), PastAlert(NOW - HOUR, "Pool is OK again."))
    part = state(replace(FACTS, missed=missed)).missed
    assert part is not None
    assert part.action is not None
    assert [row.title for row in part.rows] == ["Pool is OK again.", "Makeup is OK again."]
    assert (part.action.words, part.action.intent) == ("Seen", "missed-seen")


def test_nothing_missed_has_no_list() -> None:
    assert state().missed is None


def test_a_test_in_a_minute_is_offered_once_and_then_awaited() -> None:
    offered = state(replace(FACTS, can_test_later=True)).test
    assert [action.intent for action in offered.actions] == ["test-alert", "test-later"]
    awaited = state(replace(FACTS, can_test_later=True, test_at=NOW + timedelta(minutes=1))).test
    assert [action.intent for action in awaited.actions] == ["test-alert"]
    assert awaited.rows[0] == ("clock-countdown", "Test alert", "Comes at 09:49")


def test_the_result_names_permission_last_delivery_and_what_is_armed() -> None:
    facts = replace(closed(installed=True, wanted=True, next=AT_15 + HOUR), last=PastAlert(NOW - HOUR, "Test alert."))
    assert state(facts).test.rows == (
        ("shield-check", "Permission", "Alerts may appear"),
        ("bell", "Last alert", "Today, 08:48: Test alert."),
        ("clock", "Next alert", "Today, 16:00"),
    )
