"""Emergency numbers with one thing wrong: the report names file, line and key."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.countries_file import read_countries
from aftercare.adapters.toml_reader import ContentFaults

WHOLE = """\
version = 1
date = 2026-11-22
reviewed_by = "none yet"
[[number]]
number = "112"
country = ["DE", "FR"]
[[number]]
number = "999"
country = ["GB"]
"""
FAULTS = {
    "a number with a letter": (5, 'number = "11a"', 5, "number"),
    "a number that is too long": (5, 'number = "112112"', 5, "number"),
    "a country by its name": (6, 'country = ["Germany"]', 6, "country"),
    "a country twice": (9, 'country = ["DE"]', 9, "country"),
    "no country": (9, "country = []", 9, "country"),
    "an unknown key": (9, 'country = ["GB"]\nname = "x"', 10, "name"),
}


def read(tmp_path: Path, text: str) -> dict[str, str]:
    file = tmp_path / "countries.toml"
    file.write_text(text, encoding="utf-8")
    return dict(read_countries(file))


def test_a_whole_file_gives_each_country_its_number(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == {"DE": "112", "FR": "112", "GB": "999"}


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_is_named(kind: str, tmp_path: Path) -> None:
    line, text, fault_line, key = FAULTS[kind]
    lines = WHOLE.splitlines()
    lines[line - 1] = text
    with pytest.raises(ContentFaults) as caught:
        read(tmp_path, "\n".join(lines) + "\n")
    assert [(fault.line, fault.key) for fault in caught.value.faults] == [(fault_line, key)]
