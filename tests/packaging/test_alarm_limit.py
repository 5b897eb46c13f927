"""What is handed to a system that takes only so many alarms."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.alarm_limit import HORIZON, KEEP_ON, MOST, MOST_IOS, soonest
from aftercare.core.alarm_port import PlannedAlarm, alarm_id, instant_mark, with_times
from tests.packaging.fixed_clock import NOON, alarm

alarms = st.lists(
    st.builds(
        lambda name, minutes: alarm(f"k{name}", NOON + timedelta(minutes=minutes)),
        st.integers(0, 120), st.integers(-3 * 24 * 60, 60 * 24 * 60)),
    max_size=100,
)
limits = st.sampled_from([(MOST, HORIZON), (MOST_IOS, None), (1, None), (5, timedelta(hours=1))])


@given(alarms, limits)
def test_there_are_never_too_many(given_alarms: list[PlannedAlarm], limit: tuple[int, timedelta | None]) -> None:
    most, within = limit
    taken = soonest(given_alarms, NOON, most, within)
    assert len(taken) <= most
    assert all(within is None or one.fire_at <= NOON + within for one in taken if one.key != KEEP_ON)


@given(alarms, limits)
def test_they_come_soonest_first_and_each_once(
    given_alarms: list[PlannedAlarm], limit: tuple[int, timedelta | None]
) -> None:
    taken = soonest(given_alarms, NOON, *limit)
    keys = [one.key for one in taken]
    assert len(keys) == len(set(keys))
    assert [one.fire_at for one in taken] == sorted(one.fire_at for one in taken)


@given(alarms, limits)
def test_none_is_lost_in_silence(given_alarms: list[PlannedAlarm], limit: tuple[int, timedelta | None]) -> None:
    """What is still worth showing is armed, or the patient was asked to open the app by the time it is due."""
    taken = soonest(given_alarms, NOON, *limit)
    armed = {one.key for one in taken}
    asked = next((one.fire_at for one in taken if one.key == KEEP_ON), None)
    soonest_fire: dict[str, datetime] = {}
    for one in given_alarms:
        if one.expire_at > NOON:
            soonest_fire[one.key] = min(soonest_fire.get(one.key, one.fire_at), one.fire_at)
    for key, fire in soonest_fire.items():
        assert key in armed or (asked is not None and asked <= max(fire, NOON))


@given(alarms, limits)
def test_the_order_they_are_given_in_does_not_matter(
    given_alarms: list[PlannedAlarm], limit: tuple[int, timedelta | None]
) -> None:
    assert soonest(given_alarms[::-1], NOON, *limit) == soonest(given_alarms, NOON, *limit)


def test_61_alarms_on_ios_are_59_and_one_that_asks_to_open_the_app() -> None:
    plan = [alarm(f"k{hour:02}", NOON + timedelta(hours=hour)) for hour in range(1, 62)]
    taken = soonest(plan, NOON, MOST_IOS, within=None)
    assert [one.key for one in taken] == [f"k{hour:02}" for hour in range(1, 60)] + [KEEP_ON]
    assert taken[-1].fire_at == NOON + timedelta(hours=60)
    assert taken[-1].text_private == "Open Aftercare to keep your reminders on."


def test_60_alarms_on_ios_are_all_armed() -> None:
    plan = [alarm(f"k{hour}", NOON + timedelta(hours=hour)) for hour in range(1, 61)]
    assert soonest(plan, NOON, MOST_IOS, within=None) == tuple(plan)


def test_only_the_one_that_asks_lies_beyond_the_horizon() -> None:
    near, far = alarm("near", NOON + timedelta(days=13)), alarm("far", NOON + timedelta(days=15))
    taken = soonest([far, near], NOON)
    assert [(one.key, one.fire_at) for one in taken] == [("near", near.fire_at), (KEEP_ON, far.fire_at)]


def test_an_expired_alarm_is_left_out() -> None:
    assert soonest([alarm("old", NOON - timedelta(days=1))], NOON) == ()


def test_no_place_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="most"):
        soonest([], NOON, 0)


@given(st.text())
def test_the_number_of_a_key_fits_31_bits_and_is_never_0(key: str) -> None:
    assert 1 <= alarm_id(key) < 2**31


def test_the_number_of_a_key_is_the_same_in_every_version() -> None:
    assert alarm_id("5f3a:makeup-after:makeup:end") == 1523122474


def test_a_mark_in_a_text_becomes_the_time_of_the_moment_it_is_shown() -> None:
    text = f"Next change: {instant_mark(NOON)}. {{other}}"
    assert with_times(text, lambda moment: f"{moment:%H:%M}") == "Next change: 12:00. {other}"
