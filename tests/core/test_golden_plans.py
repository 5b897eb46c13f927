"""One plan per protocol, as text under tests/golden/plans; `pytest --accept` writes them anew."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.core.builders import ACTIVITIES, PROTOCOLS, a_session, plan_of, protocol, said
from tests.core.plan_text import plan_text

Golden = Callable[[str, str], None]

# Clock changes: Berlin 29 March and 25 October, New York 8 March, Cairo 24 April at midnight, Lord Howe 5 April by
# half an hour. Kathmandu is at +05:45 and Casablanca at +01:00 all through November.
CASES = {
    "body-injection": ("2026-03-28T10:00", "Europe/Berlin"),
    "face-fractional": ("2026-04-04T09:00", "Australia/Lord_Howe"),
    "face-hyaluronic": ("2026-10-24T16:00", "Europe/Berlin"),
    "home-roller": ("2026-04-24T20:00", "Africa/Cairo"),
    "needle-free": ("2026-03-06T18:30", "America/New_York"),
    "oxygen": ("2026-11-25T10:00", "Africa/Casablanca"),
    "scalp-injection": ("2026-11-25T10:00", "Asia/Kathmandu"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_plan_of_each_protocol_reads_as_agreed(name: str, golden: Golden) -> None:
    start, zone = CASES[name]

    golden(f"plans/{name}.txt", plan_text(plan_of(a_session(name, start, zone)), ACTIVITIES))


@pytest.mark.parametrize("technique", ["attack", "papule"])
def test_the_plan_of_each_face_technique_reads_as_agreed(technique: str, golden: Golden) -> None:
    session = a_session("face-injection", "2026-11-25T10:00", "Europe/Berlin", technique=technique)

    golden(f"plans/face-injection-{technique}.txt", plan_text(plan_of(session), ACTIVITIES))


@pytest.mark.parametrize("name", ["needle-free", "oxygen"])
def test_devices_and_products_of_a_protocol_share_one_plan(name: str) -> None:
    plain = plan_of(a_session(name))

    for technique in protocol(name).techniques:
        chosen = plan_of(a_session(name, technique=technique.id))
        assert (chosen.windows, chosen.effects) == (plain.windows, plain.effects)


def test_a_course_with_the_clinics_word_reads_as_agreed(golden: Golden) -> None:
    first = a_session("needle-free", "2026-11-23T10:00", id="first")
    second = a_session("needle-free", "2026-11-26T22:00", id="second")

    plan = plan_of(first, second, overrides=(said(first, "sauna", 24), said(second, "alcohol", None)))

    golden("plans/course-needle-free.txt", plan_text(plan, ACTIVITIES))


def test_every_protocol_has_a_golden_plan() -> None:
    assert {*CASES, "face-injection"} == set(PROTOCOLS)
