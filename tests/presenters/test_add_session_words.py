"""Dates, times and cities as people type them."""
from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from aftercare.presenters.add_session_dates import Unreadable, read_date, read_time
from aftercare.presenters.add_session_zones import label, offset, search

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    ["2026-06-08", "8.6.2026", "08.06.2026", "8 June 2026", " 8  june 2026 ", "8 Jun 2026", "June 8, 2026"],
)
def test_usual_ways_to_write_a_date_are_read(typed: str) -> None:
    assert read_date(typed) == date(2026, 6, 8)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("", "type it like"), ("tomorrow", "type it like"), ("8/6/2026", "type it like"), ("8.6.26", "type it like"),
        ("8 Smarch 2026", "type it like"), ("20260608", "type it like"), ("2026-W24-1", "type it like"),
        ("31.6.2026", "does not exist"), ("29 Feb 2026", "does not exist"),
        ("8.6.1999", "2000 to 2099"), ("8.6.2100", "2000 to 2099"),
    ],
)  # fmt: skip
def test_anything_else_gets_one_sentence_that_names_the_field(typed: str, part: str) -> None:
    with pytest.raises(Unreadable, match=part) as caught:
        read_date(typed)
    assert str(caught.value).startswith("Date: ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("15:10", time(15, 10)), ("15.10", time(15, 10)), ("1510", time(15, 10)), ("3:10 pm", time(15, 10)),
     ("3 p.m.", time(15)), ("12 am", time(0)), ("12:05pm", time(12, 5)), ("9", time(9)), ("9h30", time(9, 30))],
)  # fmt: skip
def test_usual_ways_to_write_a_time_are_read(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "12:60", "noon", "13 pm", "0 am", "15:1"])
def test_another_time_gets_one_sentence(typed: str) -> None:
    with pytest.raises(Unreadable, match=r"^Time: type it like 15:10\.$"):
        read_time(typed)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("berl", "Europe/Berlin"), ("new york", "America/New_York"), ("york", "America/New_York"),
     ("SAO PAULO", "America/Sao_Paulo"),
     ("são paulo", "America/Sao_Paulo"), ("lisbonn", "Europe/Lisbon"), ("moskow", "Europe/Moscow"), ("japan", "Japan"),
     ("buenos", "America/Argentina/Buenos_Aires")],
)  # fmt: skip
def test_cities_are_found_whatever_the_spelling(typed: str, zone: str) -> None:
    assert search(typed, NOW)[0].zone == zone


def test_nothing_typed_and_nonsense_find_nothing() -> None:
    assert search("", NOW) == ()
    assert search("  ", NOW) == ()
    assert search("qqqqqq", NOW) == ()


def test_a_zone_says_its_distance_at_that_moment() -> None:
    assert label("Europe/Berlin", NOW) == "Berlin time (UTC+2)"
    assert offset("Europe/Berlin", datetime(2026, 12, 1, tzinfo=UTC)) == "UTC+1"
    assert offset("Asia/Kolkata", NOW) == "UTC+5:30"
    assert offset("America/St_Johns", NOW) == "UTC-2:30"
    assert offset("Europe/London", datetime(2026, 12, 1, tzinfo=UTC)) == "UTC"
