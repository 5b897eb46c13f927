"""Nothing is cut, nothing overlaps and every target is large enough, down to 320 dp and up to 200 % of text."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.aid.looks import misfits

SIZES = [(320, 640, 2.0), (320, 640, 1.0), (390, 844, 1.3), (1280, 800, 1.0), (1280, 800, 2.0)]
YES = {"skin": True, "under-18": True, "heart": True, "blood-thinners": True}


def today(patient: Any) -> None:
    """Nothing more is done."""


def questions(patient: Any) -> None:
    patient.act("self-check")
    for question, yes in YES.items():
        patient.act("check-answer", question=question, yes=yes)
    patient.act("check-answer", question="period", period=0)
    for name in ("Blood thinners. Or you bleed easily", "Your period. Now, or within 3 days"):
        patient.stage.find("button", name).do()
    patient.stage.settle(6)


def told(patient: Any) -> None:
    questions(patient)
    patient.act("my-list")


def opened(intent: str, **payload: str) -> Any:
    return lambda patient: patient.act(intent, **payload)


PLACES = {
    "today": (today, {"days_ago": -2}),
    "today-after": (today, {"days_ago": 2, "product": "nctf-135-ha", "repeated": True}),
    "questions": (questions, {"days_ago": -2}),
    "list": (told, {"days_ago": -2}),
    "checklist": (opened("steps", part="before", id=""), {"days_ago": -2}),
    "there": (opened("steps", part="during", id=""), {"days_ago": -2}),
    "helps": (opened("steps", part="after", id=""), {"days_ago": 0}),
    "treatment": (opened("treatment", id=""), {"days_ago": 2, "product": "nctf-135-ha", "repeated": True}),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
@pytest.mark.parametrize("name", PLACES)
def test_every_state_fits(patient: Any, name: str, size: tuple[int, int, float]) -> None:
    do, given = PLACES[name]
    patient.open(**given)
    patient.app.patient.settings.put("clinic_phone", "+49 30 123 456 789")
    patient.look(size[2], size[0], size[1])
    do(patient)
    patient.stage.settle(8)
    assert [fault for part in parts(patient) for fault in misfits(part)] == []


def parts(patient: Any) -> list[Any]:
    """The screen; of Today, whose hero lies over itself on purpose, the cards around a session."""
    if patient.place != "today":
        return [patient.screen]
    found = {name.split()[0]: part for name, part in patient.screen.sections.parts.items()}
    return [found[name] for name in ("checklist", "helps", "there", "caution", "treatment", "card") if name in found]
