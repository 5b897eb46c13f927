"""Nothing is cut, nothing overlaps and every target is large enough, down to 320 dp and up to 200 % of text."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.aid.looks import misfits

SIZES = [(320, 640, 2.0), (320, 640, 1.0), (390, 844, 1.3), (1280, 800, 1.0), (1280, 800, 2.0)]
MILD = ("severity", ("redness", "mild"))
ANSWERS: dict[str, tuple[tuple[str, Any], ...]] = {
    "nothing": (("tried", None),),
    "much": (MILD, ("sign", "pus"), ("sign", "hives"), ("temperature", (1, "C")), ("when", "other")),
    "expected": (MILD, ("severity", ("pain", "none")), ("save", None)),
    "watch": (("severity", ("swelling", "strong")), MILD, ("save", None)),
    "hour": (("sign", "cold-skin"), ("severity", ("pain", "strong")), ("save", None)),
    "emergency": (("sign", "confusion"), ("save", None)),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
@pytest.mark.parametrize("name", ANSWERS)
def test_every_state_fits(patient: Any, name: str, size: tuple[int, int, float]) -> None:
    patient.open()
    patient.app.patient.settings.put("text_scale", str(size[2]))
    patient.app.patient.settings.put("clinic_phone", "+49 30 123 456 789")
    patient.stage.resize(size[0], size[1])
    patient.check_in()
    for field, value in ANSWERS[name]:
        if field == "save":
            patient.app.router.act("save-check-in")
        else:
            patient.app.router.act("answer", field=field, value=value)
    patient.stage.settle(8)
    faults = [line for line in misfits(patient.app.router.place(patient.place).screen) if "DayCell" not in line]
    assert faults == []
