"""The phone's Java: every scenario of tests/packaging/java/scenarios, at every API level that differs."""
from __future__ import annotations

import re
from functools import cache

import pytest

from tests.packaging.host_java import JAVA, LEVELS, MISSING, Program

CLASSES = ("Delivery", "Late", "Trouble", "Storm")
_SCENARIO = re.compile(r"^    void (\w+)\(\)", re.MULTILINE)

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING or "all is here")


def scenarios() -> list[str]:
    """The names of all scenarios, as the runner prints them."""
    folder = JAVA / "scenarios/org/aftercare/alerts"
    return [f"{name}.{found}" for name in CLASSES for found in _SCENARIO.findall((folder / f"{name}.java").read_text())]


@cache
def outcomes(java: Program, level: int) -> dict[str, str]:
    """By scenario "ok", or why it failed; all of a level run in one machine."""
    printed = java.run(level, "org.aftercare.alerts.Check", *CLASSES)
    lines = [line.strip() for line in printed.split("\x1e") if line.strip()]
    parts = [line.split(" ", 1) for line in lines]
    return {rest.partition(":")[0]: "ok" if state == "ok" else rest for state, rest in parts}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("scenario", scenarios())
def test_a_phone(java: Program, level: int, scenario: str) -> None:
    assert outcomes(java, level).get(scenario, "did not run") == "ok"


@pytest.mark.parametrize("level", LEVELS)
def test_no_scenario_is_left_out(java: Program, level: int) -> None:
    assert sorted(outcomes(java, level)) == sorted(scenarios())
