"""Until when an expected symptom may last after one session."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from aftercare.core.expected import latest_hours
from aftercare.core.session import Session, new_session
from tests.core.builders import protocol

OXYGEN = protocol("oxygen")
[REDNESS] = OXYGEN.effects


def ended(wall: str, zone: str = "Europe/Berlin") -> Session:
    """A session of half an hour that ends at the clinic's clock time."""
    start = datetime.fromisoformat(wall) - timedelta(minutes=30)
    return new_session("s1", OXYGEN, start, zone)


@pytest.mark.parametrize(
    ("end", "hours"),
    [("2026-06-08T15:00", 9), ("2026-06-08T23:00", 1), ("2026-03-29T01:45", 21.25), ("2026-10-25T01:45", 23.25)],
)
def test_what_should_go_the_same_day_asks_from_the_clinics_midnight_on(end: str, hours: float) -> None:
    assert latest_hours(REDNESS, ended(end)) == hours


def test_it_never_asks_before_its_usual_hours_are_over_nor_after_its_latest() -> None:
    late = ended("2026-06-08T23:45")

    assert latest_hours(replace(REDNESS, usual_hours=(0.33, 0.5)), late) == 0.5
    assert latest_hours(replace(REDNESS, latest_hours=4), ended("2026-06-08T15:00")) == 4


def test_without_a_session_or_in_an_unknown_zone_its_latest_hour_counts() -> None:
    assert latest_hours(REDNESS, None) == 24
    assert latest_hours(REDNESS, replace(ended("2026-06-08T15:00"), zone="Moon/Base")) == 24


def test_what_may_last_for_days_is_not_cut_off_at_midnight() -> None:
    [swelling] = [each for each in protocol("body-injection").effects if each.symptom == "swelling"]

    assert latest_hours(swelling, ended("2026-06-08T15:00")) == 72
