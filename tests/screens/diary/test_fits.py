"""Nothing is cut, nothing overlaps and every target is large enough, down to 320 dp and up to 200 % of text."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.aid.looks import misfits

SIZES = [(320, 640, 2.0), (320, 640, 1.0), (390, 844, 1.3), (1280, 800, 1.0), (1280, 800, 2.0)]


def show(patient: Any, width: int, height: int, text: float) -> None:
    patient.app.patient.settings.put("text_scale", str(text))
    patient.stage.resize(width, height)
    patient.app.router.go("diary")
    patient.stage.settle(8)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
def test_entries_fit(diarist: Any, size: tuple[int, int, float]) -> None:
    show(diarist, *size)
    assert misfits(diarist.app.shell) == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
def test_an_empty_diary_fits(patient: Any, size: tuple[int, int, float]) -> None:
    patient.open()
    show(patient, *size)
    assert misfits(patient.app.shell) == []
