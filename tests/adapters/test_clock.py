"""The zone of the device, which may change while the app runs."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.clock import LOOK_AGAIN_SECONDS, SystemClock, device_zone, linked_zone
from aftercare.core.instants import zone_named


@pytest.fixture(autouse=True)
def no_zone_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)


def test_a_flight_is_noticed_within_half_a_minute_without_asking_for_every_text() -> None:
    # given a device that is asked through a cache, as tzlocal is
    device, seconds, asked = ["Europe/Berlin"], [0.0], [0]
    cache: list[str] = []

    def look(again: bool) -> str:
        asked[0] += 1
        if again or not cache:
            cache[:] = device
        return cache[0]

    clock = SystemClock(look, lambda: seconds[0])
    assert clock.zone() == "Europe/Berlin"

    device[0] = "Asia/Tokyo"
    seconds[0] = LOOK_AGAIN_SECONDS - 1
    assert (clock.zone(), asked[0]) == ("Europe/Berlin", 1)
    seconds[0] = LOOK_AGAIN_SECONDS
    assert (clock.zone(), asked[0]) == ("Asia/Tokyo", 2)


def test_a_zone_in_the_environment_outranks_the_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", ":Europe/Paris")
    assert SystemClock(lambda again: "Asia/Tokyo").zone() == "Europe/Paris"


@pytest.mark.parametrize("again", [False, True])
def test_the_device_names_a_zone_that_exists(again: bool) -> None:
    assert zone_named(device_zone(again))


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("var/db/timezone/zoneinfo/America/Argentina/Salta", "America/Argentina/Salta"),
        ("usr/share/zoneinfo/Mars/Base", ""),
        ("usr/share/zoneinfo", ""),
        ("data/localtime", ""),
    ],
)
def test_a_link_to_the_file_of_a_zone_names_that_zone_and_any_other_none(
    target: str, name: str, tmp_path: Path
) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(tmp_path / target)
    assert linked_zone(str(link)) == name


def test_a_device_without_such_a_link_is_asked_in_another_way(tmp_path: Path) -> None:
    assert linked_zone(str(tmp_path / "localtime")) == ""
