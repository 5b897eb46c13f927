"""Nothing is cut, nothing overlaps and every target is large enough, down to 320 dp and up to 200 % of text."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.screens.aid.looks import misfits
from tests.screens.checkin.conftest import ZONE

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


@pytest.mark.parametrize("table", [False, True], ids=["chart", "table"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
def test_the_chart_fits(diarist: Any, size: tuple[int, int, float], table: bool) -> None:
    show(diarist, *size)
    diarist.app.router.act("diary-part", part="chart")
    if table:
        diarist.app.router.act("diary-table")
    diarist.stage.settle(8)
    assert misfits(diarist.app.shell) == []


def test_the_longest_words_of_a_chart_break_no_word(patient: Any) -> None:
    from aftercare.core.observation import SymptomReport
    from aftercare.services.checkins import new_observation

    # given a symptom that is there nine days after a session
    patient.now += timedelta(days=7)
    patient.open()
    mine, now = patient.app.patient, patient.now
    mine.check_in(new_observation(now, now, ZONE, mine.snapshot().last, [SymptomReport("tenderness", "mild")]))
    show(patient, 390, 844, 1.0)
    patient.app.router.act("diary-part", part="chart")
    patient.stage.settle(8)
    # then its name keeps its line, with how it stands below it
    assert patient.sees("Longer than expected")
    title = patient.stage.find("heading", "Tenderness")
    assert title.height < title.width
    assert misfits(patient.app.shell) == []
