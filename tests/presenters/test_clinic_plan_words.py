"""A clinic's plan in the patient's words."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from aftercare import words
from aftercare.adapters.clinic_plan_file import PlanFiles
from aftercare.adapters.content import FileCatalogue
from aftercare.core.clinic_plan import Procedure
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.presenters.clinic_plan_words import plan_lines, refusal_words
from bench.fuzz_clinic_plan import NOW, ZONE, read_and_shown, their_sessions
from bench.strange_plans import PLANS, signed

CATALOGUE = FileCatalogue()
SESSIONS = their_sessions(CATALOGUE)


@pytest.fixture
def russian() -> Iterator[None]:
    words.use_language("ru")
    yield
    words.use_language("en")


def lines(*items: dict[str, object]) -> tuple[str, ...]:
    content = signed(PLANS[0] | {"items": items} if items else PLANS[0])
    return plan_lines(read_and_shown(content, CATALOGUE, SESSIONS), CATALOGUE, NOW, ZONE)


def test_one_thing_is_one_thing() -> None:
    assert "1 thing would change" in lines({"activity": "sauna", "hours": 168})
    assert "0 things would change" in lines({"activity": "sauna", "hours": 72})


def test_what_is_shorter_than_the_sources_asks_for_a_second_look() -> None:
    shorter = lines({"activity": "makeup", "hours": 24})
    longer = lines({"activity": "makeup", "hours": 96})

    warning = "This is shorter than our sources say. Use it only if your clinic told you."
    at = shorter.index("Makeup. Shorter. Was 3 days, would be 1 day.")
    assert shorter[at + 1 : at + 3] == ("Our sources say 1 to 3 days.", warning)
    assert warning not in longer


def test_the_hours_of_something_unknown_are_not_repeated() -> None:
    # given a code that might be a medicine under a name of its own
    found = lines({"activity": "marcumar", "hours": 48, "note": "For 48 h"})

    assert "“marcumar” is not known in this app. Ask your clinic about it." in found
    assert "48" not in " ".join(found)


def test_words_of_the_clinic_never_stand_without_the_word_on_medicines() -> None:
    told = "Do not stop a prescribed medicine unless the doctor who prescribed it agrees."

    assert told in lines({"activity": "sauna", "hours": 72, "note": "Warm is fine"})
    assert told not in lines({"activity": "sauna", "hours": 72})


def test_a_medicine_stays_to_be_asked() -> None:
    assert "Aspirin. Ask first, as before." in lines({"activity": "aspirin", "fine": True})


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (PlanRefused(PlanFault.ENDED, day=date(2026, 5, 1)), "This plan ended on 1 May. Ask for a new one."),
        (
            PlanRefused(
                PlanFault.OTHER_PROCEDURE, theirs=Procedure("needle-free", "laser", "body"), yours=Procedure("oxygen")
            ),
            "This plan is for No-needle device, Laser, Body. Yours is Oxygen.",
        ),
        (PlanRefused(PlanFault.NO_SESSION, theirs=Procedure("x-1")), "This plan is for x-1. Add that session first."),
        (PlanRefused(PlanFault.NEWER), "Clinic plan: it needs a newer Aftercare. Update this app first."),
    ],
)
def test_a_refusal_speaks_of_treatments_and_days_by_name(refused: PlanRefused, said: str) -> None:
    assert refusal_words(refused, CATALOGUE) == said


def test_the_same_is_said_in_russian(russian: None) -> None:
    found = "\n".join(lines()).replace("\N{NO-BREAK SPACE}", " ")

    assert "Макияж. Короче. Было: 3 дня. Будет: 1 день." in found
    assert "Мытьё головы. Новое: до чт, 11 июня, 09:00." in found
    ended = refusal_words(PlanRefused(PlanFault.ENDED, day=date(2026, 5, 1)), CATALOGUE)
    assert ended.replace("\N{NO-BREAK SPACE}", " ") == "Срок плана вышел: 1 мая. Попросите новый."


def test_times_are_shown_in_the_devices_zone() -> None:
    found = read_and_shown(signed(PLANS[0]), CATALOGUE, SESSIONS)

    away = plan_lines(found, CATALOGUE, datetime(2026, 6, 9, 12, tzinfo=UTC), "America/New_York")

    assert "Hair washing. New: until Thu 11 June, 03:00." in away
    assert PlanFiles().from_bytes(signed(PLANS[0])) == found.signed
