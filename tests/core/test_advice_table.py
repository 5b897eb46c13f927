"""Every agreed check-in comes to the agreed tier, call and reasons, in the core."""
from __future__ import annotations

from datetime import timedelta

import pytest

from aftercare.core.advice import Advice, advise
from aftercare.core.observation import Observation
from aftercare.core.session import Session
from aftercare.core.temperature import parse_temperature
from tests.core.advice_table import NAMES, ROWS, Row
from tests.core.builders import CATALOGUE, PROTOCOLS, protocol, utc

# Midnight at the clinic, so that the next date begins after 24 hours.
END = utc("2026-06-09T22:00")


def advice_of(row: Row) -> Advice:
    """The advice for a line of the table."""
    known = None if row.protocol == "-" else protocol(row.protocol)
    session = None
    if known is not None and row.hours is not None:
        start = END - timedelta(minutes=30)
        session = Session("s1", known.id, known.version, start, 30, "Europe/Berlin", technique=row.technique)
    now = END + timedelta(hours=row.hours or 0)
    observation = Observation(
        "o1", "s1", now, now, now.date(), row.reports, row.signs,
        None if row.temperature is None else parse_temperature(row.temperature),
    )  # fmt: skip
    return advise(observation, None, session, known, CATALOGUE.advice())


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_check_in_comes_to_what_was_agreed(row: Row) -> None:
    advice = advice_of(row)

    assert (advice.tier, advice.call) == (row.tier, row.call)
    assert set(advice.keys) == row.keys
    assert len(advice.reasons) == len(advice.keys)
    assert row.says in " ".join(advice.do_now)


def test_the_table_covers_what_was_asked() -> None:
    assert len(ROWS) == len(set(NAMES)) >= 120
    assert {row.tier for row in ROWS} == {"emergency", "same_day", "clinic", "watch", "expected"}
    for tier in ("emergency", "same_day", "clinic", "expected"):
        assert {row.protocol for row in ROWS if row.tier == tier} >= set(PROTOCOLS), tier
    assert {sign for row in ROWS for sign in row.signs} == set(CATALOGUE.advice().signs)
    assert {0.0, 90 * 24.0, None} <= {row.hours for row in ROWS}
    assert {"37.9C", "38.0C", "100.3F", "100.4F"} <= {row.temperature for row in ROWS}
    assert len([row for row in ROWS if "skin" in row.says or "Feel for" in row.says]) >= 15
