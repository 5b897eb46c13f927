"""One fever in either scale."""
from __future__ import annotations

import pytest

from aftercare.core.errors import InvalidInput
from aftercare.core.temperature import both_scales, is_fever, parse_temperature


@pytest.mark.parametrize(
    ("text", "celsius", "fever"),
    [
        ("37.9C", 37.9, False), ("38.0C", 38.0, True), ("38", 38.0, True), ("38,2 °C", 38.2, True),
        ("100.3F", 37.944, False), ("100.4F", 38.0, True), ("100.4 °f", 38.0, True), (" 98.6F ", 37.0, False),
        ("34C", 34.0, False), ("42C", 42.0, True), ("93.2F", 34.0, False), ("107.6F", 42.0, True),
    ],
)  # fmt: skip
def test_either_scale_is_read(text: str, celsius: float, fever: bool) -> None:
    assert parse_temperature(text) == celsius
    assert is_fever(parse_temperature(text)) is fever


def test_what_is_shown_as_38_0_is_a_fever() -> None:
    for hundredths in range(3780, 3820):
        celsius = hundredths / 100
        shown = float(both_scales(celsius).split()[0])
        assert is_fever(celsius) is (shown >= 38.0)


@pytest.mark.parametrize("text", ["", "warm", "38.2K", "1e2F", "38.2.1", "33.9C", "42.1C", "93.1F", "107.7F"])
def test_anything_else_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_temperature(text, "temp")

    assert refused.value.field == "temp"
    assert refused.value.message.endswith("Use 34C to 42C, or 93.2F to 107.6F.")
