"""The lock files hold every pin of pyproject.toml, hashed, and nothing about where they were made."""
from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN, DEV = "requirements.txt", "requirements-dev.txt"


def pins(file: str) -> dict[str, str]:
    """Version by name, as the file pins them."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / file).read_text(), re.MULTILINE))


def declared(group: str) -> dict[str, str]:
    """Version by name, as pyproject.toml wants them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["dependencies"] if group == RUN else project["dependency-groups"]["dev"]
    return dict(line.partition(" ;")[0].split("==") for line in wanted)


@pytest.mark.parametrize("file", [RUN, DEV])
def test_declared_versions_are_the_pinned_ones(file: str) -> None:
    assert declared(file).items() <= pins(file).items()


@pytest.mark.parametrize("file", [RUN, DEV])
def test_every_pin_carries_a_hash(file: str) -> None:
    for pin in re.split(r"\n(?=[a-z])", (ROOT / file).read_text()):
        assert "--hash=sha256:" in pin, pin


@pytest.mark.parametrize("file", [RUN, DEV])
def test_pins_name_no_address_and_no_folder(file: str) -> None:
    assert re.findall(r"\S*://\S*|\s/\S+|^-.*|.* @ .*", (ROOT / file).read_text(), re.MULTILINE) == []


def test_developers_get_the_versions_that_patients_get() -> None:
    assert pins(RUN).items() <= pins(DEV).items()
