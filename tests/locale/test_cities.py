"""Cities are named and found in the patient's language; their English names lead there too."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from aftercare import words
from aftercare.presenters.add_session_zones import label, search

NOW = datetime(2026, 6, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _russian() -> Iterator[None]:
    words.use_language("ru")
    yield
    words.use_language("en")


@pytest.mark.parametrize("typed", ["берлин", "Берлн", "berlin"])
def test_a_city_is_found_by_either_name(typed: str) -> None:
    [first, *_others] = search(typed, NOW)

    assert (first.zone, first.title, first.subtitle) == ("Europe/Berlin", "Берлин", "Европа, UTC+2")


def test_a_zone_is_named_after_its_city() -> None:
    assert label("Europe/Berlin", NOW) == "Берлин, время (UTC+2)"


def test_english_names_stay_those_of_the_zones() -> None:
    words.use_language("en")

    assert [choice.title for choice in search("new york", NOW)] == ["New York"]
    assert search("берлин", NOW) == ()
