"""Given settings as text, then the choices about alerts are read, and a fault is named and harms no alert."""
from __future__ import annotations

from datetime import time

import pytest

from aftercare.core.alert import AlertKind
from aftercare.core.alert_choices import AlertChoices, read_choices


def test_nothing_set_is_the_usual() -> None:
    assert read_choices({}, "UTC") == (AlertChoices("UTC", time(22), time(7)), ())


def test_every_setting_is_read() -> None:
    choices, faults = read_choices(
        {
            "wording": "full", "quiet_from": "21:30", "quiet_to": "08:00", "lead_minutes": "30",
            "alerts_off": "check-in, late-watch",
        },
        "Europe/Berlin",
    )  # fmt: skip

    assert faults == ()
    assert choices == AlertChoices(
        "Europe/Berlin", time(21, 30), time(8), frozenset({AlertKind.CHECK_IN, AlertKind.LATE_WATCH}), 30, True
    )


@pytest.mark.parametrize(
    ("name", "text", "accepted"),
    [
        ("quiet_from", "25:00", "22:00"),
        ("quiet_from", "9:00", "22:00"),
        ("quiet_to", "morning", "22:00"),
        ("alerts_off", "check-in,sauna", "late-watch"),
        ("lead_minutes", "15", "0 or 30"),
        ("wording", "loud", "hidden or full"),
    ],
)
def test_a_fault_names_the_setting_and_the_usual_value_stands_in(name: str, text: str, accepted: str) -> None:
    choices, [fault] = read_choices({name: text}, "UTC")

    assert choices == AlertChoices("UTC")
    assert (fault.field, fault.message.startswith(f"{name}: ")) == (name, True)
    assert accepted in fault.message
