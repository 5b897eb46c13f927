"""Wall times, zones and instants: what exists, what is refused, what is moved."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.errors import InvalidInput, WallTimeGap
from aftercare.core.instants import (
    day_bounds,
    entered,
    from_utc_text,
    generated,
    in_range,
    next_valid_wall,
    parse_instant,
    parse_wall,
    utc_text,
    zone_named,
)
from tests.core.builders import utc, wall
from tests.core.strategies import instants, laws, zones

# A time that no clock showed, its zone, and the first one that a clock showed after it.
GAPS = [
    ("2026-03-29T02:00", "Europe/Berlin", "2026-03-29T03:00"),
    ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T03:00"),
    ("2026-03-29T02:59", "Europe/Berlin", "2026-03-29T03:00"),
    ("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-04T02:30"),
    ("2011-12-30T00:00", "Pacific/Apia", "2011-12-31T00:00"),
    ("2011-12-30T10:00", "Pacific/Apia", "2011-12-31T00:00"),
    ("2011-12-30T23:59", "Pacific/Apia", "2011-12-31T00:00"),
    ("2026-04-24T00:30", "Africa/Cairo", "2026-04-24T01:00"),
    ("2026-03-22T02:30", "Africa/Casablanca", "2026-03-22T03:00"),
    ("2026-03-08T02:30", "America/New_York", "2026-03-08T03:00"),
]
EDGES = [
    ("2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59"),
    ("2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00"),
    ("2011-12-29T23:59", "Pacific/Apia", "2011-12-30T09:59"),
    ("2011-12-31T00:00", "Pacific/Apia", "2011-12-30T10:00"),
    ("2026-11-25T10:00", "Asia/Kathmandu", "2026-11-25T04:15"),
]
OVERLAPS = [
    ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30"),
    ("2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45"),
    ("2026-11-01T01:30", "America/New_York", "2026-11-01T05:30"),
    ("2026-10-29T23:30", "Africa/Cairo", "2026-10-29T20:30"),
]


@pytest.mark.parametrize(("text", "zone", "following"), GAPS)
def test_an_entered_time_that_clocks_skip_is_refused_with_the_next_valid_one(
    text: str, zone: str, following: str
) -> None:
    with pytest.raises(WallTimeGap) as fault:
        entered(wall(text), ZoneInfo(zone), "start")

    assert fault.value.next_valid == following
    assert fault.value.field == "start"
    assert fault.value.message == (
        f"start: clocks in {zone} skip {text[11:]} on {text[:10]}. The next valid time is {following}."
    )
    # and: what is offered is accepted
    entered(wall(following), ZoneInfo(zone), "start")


@pytest.mark.parametrize(("text", "zone", "following"), GAPS)
def test_a_generated_time_that_clocks_skip_moves_to_the_next_valid_one(text: str, zone: str, following: str) -> None:
    moved = generated(wall(text), ZoneInfo(zone))

    assert moved == entered(wall(following), ZoneInfo(zone), "start")
    assert next_valid_wall(wall(text) + timedelta(seconds=15), ZoneInfo(zone)) == wall(following)


@pytest.mark.parametrize(("text", "zone", "instant"), EDGES)
def test_the_minutes_beside_a_gap_are_taken_as_they_are(text: str, zone: str, instant: str) -> None:
    assert entered(wall(text), ZoneInfo(zone), "start") == utc(instant)
    assert generated(wall(text), ZoneInfo(zone)) == utc(instant)


@pytest.mark.parametrize(("text", "zone", "instant"), OVERLAPS)
def test_of_a_time_that_clocks_show_twice_the_first_is_taken(text: str, zone: str, instant: str) -> None:
    assert entered(wall(text), ZoneInfo(zone), "start") == utc(instant)
    assert entered(wall(text).replace(fold=1), ZoneInfo(zone), "start") == utc(instant)


@laws
@given(instants, zones)
def test_a_time_that_a_clock_showed_is_read_back_as_shown(instant: datetime, zone: str) -> None:
    shown = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)

    read = entered(shown, ZoneInfo(zone), "start")

    assert read.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0) == shown
    assert read <= instant


@laws
@given(st.datetimes(datetime(2001, 1, 1), datetime(2098, 12, 30)), zones)
def test_a_generated_time_is_the_entered_one_or_the_first_after_a_gap(made: datetime, zone: str) -> None:
    place, made = ZoneInfo(zone), made.replace(second=0, microsecond=0)

    moment = generated(made, place)

    shown = moment.astimezone(place).replace(tzinfo=None, fold=0)
    assert shown >= made
    if shown != made:
        before = (moment - timedelta(minutes=1)).astimezone(place).replace(tzinfo=None)
        assert before < made


@laws
@given(st.dates(date(2001, 1, 1), date(2098, 12, 30)), zones)
def test_calendar_days_follow_each_other_without_a_gap(day: date, zone: str) -> None:
    start, end = day_bounds(day, ZoneInfo(zone))

    assert end == day_bounds(day + timedelta(1), ZoneInfo(zone))[0]
    assert start < end or (zone, day) == ("Pacific/Apia", date(2011, 12, 30))


@laws
@given(instants)
def test_what_is_written_is_read_back(instant: datetime) -> None:
    assert from_utc_text(utc_text(instant)) == instant
    assert utc_text(from_utc_text(utc_text(instant))) == utc_text(instant)
    assert parse_instant(utc_text(instant), "now", ZoneInfo("Europe/Berlin")) == instant


def test_an_instant_is_written_in_utc_whatever_its_zone() -> None:
    assert utc_text(datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("Europe/Berlin"))) == "2026-11-25T09:00:00Z"


@pytest.mark.parametrize(
    "name",
    ["", " ", "Mars/Base", "../etc/passwd", "/etc/localtime", "None", "Europe", "Europe/", "Europe/Berlin ", "+01:00",
     "Europe/Berlin\0", "Europe/Bérlin", "a" * 5000, "tzdata.zi", "zone1970.tab", "."],
)  # fmt: skip
def test_what_is_not_a_zone_name_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(InvalidInput) as fault:
        zone_named(name)

    assert fault.value.field == "zone"
    assert fault.value.message.startswith("zone: ")
    assert fault.value.message.endswith("is not a time zone. Use an IANA name, such as Europe/Berlin.")


def test_a_missing_zone_is_refused_like_an_empty_one() -> None:
    with pytest.raises(InvalidInput, match=r"^zone: "):
        zone_named(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["0001-01-01T10:00", "1999-12-31T23:59", "2100-01-01T00:00", "9999-12-31T23:59"])
def test_a_year_outside_2000_to_2099_is_refused_in_one_sentence(text: str) -> None:
    year = int(text[:4])
    sentence = f"start: the year {year} is not accepted. Use a date from 2000 to 2099."

    for read in (
        lambda: in_range(wall(text), "start"),
        lambda: parse_wall(text, "start"),
        lambda: parse_instant(text, "start", ZoneInfo("UTC")),
        lambda: parse_instant(text + ":00Z", "start", ZoneInfo("UTC")),
    ):
        with pytest.raises(InvalidInput) as fault:
            read()
        assert (fault.value.field, fault.value.message) == ("start", sentence)


@pytest.mark.parametrize("text", ["2000-01-01T00:00", "2099-12-31T23:59"])
def test_the_first_and_last_accepted_minutes_are_accepted(text: str) -> None:
    assert parse_wall(text, "start") == wall(text)


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "25.11.2026 10:00", "2026-02-30T10:00", "2026-11-25T25:00", "2026-11-25", "10:00", "١٠"]
)
def test_text_that_is_no_date_and_time_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InvalidInput) as fault:
        parse_wall(text, "start")

    assert fault.value.message == f'start: "{text}" is not a date and time. Use one like 2026-11-25T10:00.'


def test_a_start_with_an_offset_is_refused_since_the_zone_is_given_apart() -> None:
    with pytest.raises(InvalidInput, match="without an offset"):
        parse_wall("2026-11-25T10:00+01:00", "start")


def test_a_moment_with_an_offset_and_one_on_the_clock_of_a_zone_are_both_read() -> None:
    berlin = ZoneInfo("Europe/Berlin")

    assert parse_instant("2026-11-25T10:00+05:45", "now", berlin) == utc("2026-11-25T04:15")
    assert parse_instant("2026-11-25T10:00", "now", berlin) == utc("2026-11-25T09:00")
    assert parse_instant("2026-11-25T10:00", "now", berlin).tzinfo is UTC
