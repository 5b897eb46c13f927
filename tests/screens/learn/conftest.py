"""A patient on day 2 who opens Learn."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.checkin.conftest import patient

__all__ = ["patient", "reader"]


@pytest.fixture
def reader(patient: Any) -> Any:
    """The patient, with Learn open on a phone."""
    patient.stage.resize(390, 844)
    patient.open()
    patient.app.router.go("learn")
    patient.stage.settle(8)
    return patient
