"""The emergency number: the patient's own, the country's, or 112 with a warning."""
from __future__ import annotations

from dataclasses import replace

import pytest

from aftercare import regions
from aftercare.core.errors import ContentFault
from aftercare.presenters import help as help_presenter
from aftercare.presenters.emergency import emergency
from tests.presenters.check_in_cases import HELP
from tests.presenters.today_cases import CATALOGUE, session, taken

NUMBERS = CATALOGUE.emergency_numbers()


def called(zone: str, **settings: str) -> tuple[str, str]:
    found = emergency(taken([session()], "2026-06-10T09:48", zone=zone, settings=settings))
    return found.number, found.source


@pytest.mark.parametrize(
    ("zone", "number", "country"),
    [
        ("Europe/Berlin", "112", "Germany"),
        ("Europe/London", "999", "United Kingdom"),
        ("America/Chicago", "911", "United States"),
        ("Australia/Sydney", "000", "Australia"),
        ("Pacific/Auckland", "111", "New Zealand"),
        ("Europe/Moscow", "112", "Russia"),
        ("Asia/Calcutta", "112", "India"),
        ("Europe/Oslo", "113", "Norway"),
    ],
)
def test_the_country_of_the_device_has_its_number(zone: str, number: str, country: str) -> None:
    assert called(zone) == (number, f"Country: {country}")


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT+3", "Africa/Ndjamena"])
def test_where_the_number_is_not_known_it_is_112_and_says_so(zone: str) -> None:
    assert called(zone) == ("112", "The number may differ where you are.")


def test_ones_own_number_comes_first_everywhere() -> None:
    assert called("Europe/London", emergency_number="+44 999") == ("+44 999", "")
    assert called("Europe/London", emergency_number="call mum")[0] == "999"


def test_damaged_data_and_damaged_content_still_have_a_number() -> None:
    def damaged() -> dict[str, str]:
        raise ContentFault("countries.toml", 1, "number", "is damaged")

    assert emergency(None).number == "112"
    broken = replace(taken([session()], "2026-06-10T09:48"), emergency_numbers=damaged)
    assert emergency(broken).number == "112"


def test_help_says_which_country_the_number_is_for() -> None:
    state = help_presenter.build_state(HELP, taken([session()], "2026-06-10T09:48", zone="Europe/London"))
    assert (state.call.number, state.call.source) == ("999", "Country: United Kingdom")


def test_every_number_is_short_and_every_country_has_a_name() -> None:
    assert len(NUMBERS) > 100
    for country, number in NUMBERS.items():
        assert 2 <= len(number) <= 5
        assert regions.country_name(country) != country
