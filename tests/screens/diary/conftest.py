"""A patient with check-ins of three days, or thousands of them."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from aftercare.core.observation import SymptomReport
from aftercare.services.checkins import new_observation
from tests.screens.checkin.conftest import NOW, ZONE, patient

__all__ = ["diarist", "patient"]

LOGGED = ((40, "redness", "strong", ""), (23, "swelling", "strong", "Cool cloth helped."), (1, "swelling", "mild", ""))


@pytest.fixture
def diarist(patient: Any) -> Any:
    """The patient, with the diary open."""
    patient.open()
    mine = patient.app.patient
    session = mine.snapshot().last
    for hours, symptom, strength, note in LOGGED:
        reports = [SymptomReport(symptom, strength)]
        mine.check_in(new_observation(NOW - timedelta(hours=hours), NOW, ZONE, session, reports, note=note))
    patient.app.router.go("diary")
    patient.stage.settle(6)
    return patient
