"""Nothing is cut, nothing overlaps and every target is large enough, down to 320 dp and up to 200 % of text."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.aid.looks import misfits

SIZES = [(320, 640, 2.0), (320, 640, 1.0), (390, 844, 1.3), (1280, 800, 1.0), (1280, 800, 2.0)]


@pytest.mark.parametrize("query", ["", "swim", "ibuprofen", "fever", "aerial yoga", "dye my hair"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
def test_answers_fit(patient: Any, size: tuple[int, int, float], query: str) -> None:
    width, height, text = size
    patient.open()
    patient.app.patient.settings.put("text_scale", str(text))
    patient.stage.resize(width, height)
    patient.app.router.act("can-i", query=query)
    patient.stage.settle(8)
    assert misfits(patient.app.shell) == []


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}dp-{size[2]}")
def test_general_times_fit(patient: Any, size: tuple[int, int, float]) -> None:
    width, height, text = size
    patient.open(session=False)
    patient.app.patient.settings.put("text_scale", str(text))
    patient.stage.resize(width, height)
    patient.app.router.act("can-i", query="sauna")
    patient.stage.settle(8)
    assert misfits(patient.app.shell) == []
