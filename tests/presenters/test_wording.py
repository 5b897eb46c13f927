"""Dates and durations as a tired person reads them once."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.presenters import wording

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)  # Wednesday, 09:48 in Berlin


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(days=2, hours=5), "2 days 5 h"),
        (timedelta(days=1, hours=5, minutes=12), "1 day 6 h"),
        (timedelta(days=1, hours=23, minutes=30), "2 days"),
        (timedelta(hours=24), "1 day"),
        (timedelta(hours=5, minutes=12), "5 h 12 min"),
        (timedelta(hours=5), "5 h"),
        (timedelta(minutes=42), "42 min"),
        (timedelta(minutes=41, seconds=1), "42 min"),
        (timedelta(seconds=59), "Less than a minute"),
        (timedelta(0), "Less than a minute"),
    ],
)
def test_a_countdown_never_promises_too_early(left: timedelta, said: str) -> None:
    assert wording.countdown(left) == said


@given(st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=400)))
def test_a_countdown_reads_back_as_at_least_the_time_left(left: timedelta) -> None:
    units = {"day": 1440, "days": 1440, "h": 60, "min": 1}
    words = wording.countdown(left).split()
    said = sum(int(count) * units[unit] for count, unit in zip(words[::2], words[1::2], strict=True))
    minutes = left / timedelta(minutes=1)
    assert minutes <= said < minutes + (61 if left >= timedelta(hours=24) else 1)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-06-10T13:00:00Z", "Today, 15:00"),
        ("2026-06-11T13:00:00Z", "Tomorrow, 15:00"),
        ("2026-06-09T13:00:00Z", "Yesterday, 15:00"),
        ("2026-06-22T13:00:00Z", "Mon 22 June, 15:00"),
        # 22:30 UTC is already the next day in Berlin
        ("2026-06-10T22:30:00Z", "Tomorrow, 00:30"),
    ],
)
def test_a_moment_is_named_in_the_devices_zone(moment: str, said: str) -> None:
    assert wording.moment(datetime.fromisoformat(moment), NOW, BERLIN) == said


def test_a_moment_a_week_away_loses_its_clock_time_in_short_form() -> None:
    assert wording.brief_moment(NOW + timedelta(days=1), NOW, BERLIN) == "Thu 09:48"
    assert wording.brief_moment(NOW + timedelta(days=12), NOW, BERLIN) == "22 June"


@pytest.mark.parametrize(
    ("hours", "said"),
    [((72, 72), "3 days"), ((24, 72), "1 to 3 days"), ((0, 72), "up to 3 days"), ((20, 36), "20 h to 36 h"),
     ((0.5, 1), "0.5 h to 1 h")],
)
def test_a_range_of_hours_is_said_in_days_where_it_can_be(hours: tuple[float, float], said: str) -> None:
    assert wording.length_range(hours) == said


def test_the_day_of_the_session_is_day_zero_by_the_clinics_calendar() -> None:
    # given a session at 23:30 in Berlin, seen half an hour later
    start = datetime(2026, 6, 8, 21, 30, tzinfo=UTC)
    assert wording.day_after(start, start + timedelta(minutes=10), BERLIN, BERLIN) == 0
    assert wording.day_after(start, start + timedelta(minutes=40), BERLIN, BERLIN) == 1


def test_every_date_names_its_weekday() -> None:
    assert wording.full_date(date(2026, 6, 11)) == "Thu 11 June"
    assert wording.ago(timedelta(hours=18, minutes=48)) == "18 h ago"
    assert wording.ago(timedelta(minutes=48, seconds=50)) == "48 min ago"
    assert wording.ago(timedelta(days=2, hours=23)) == "2 days ago"


def test_a_stored_zone_that_is_not_known_here_stops_no_screen() -> None:
    moment = datetime(2026, 6, 10, 23, 30, tzinfo=UTC)
    assert wording.local(moment, "Antarctica/Next_Year") == moment
    assert wording.day_after(moment, moment, "Antarctica/Next_Year", "UTC") == 0
