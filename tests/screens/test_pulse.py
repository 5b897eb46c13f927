"""How alerts are handed over while the window is open: one delivery at a time, and none that was asked for is lost."""
from __future__ import annotations

import threading
from typing import Any

import pytest

from aftercare.core.errors import ContentFault
from aftercare.services.reminders import Report

pytestmark = pytest.mark.display
LONG = 20.0


class SlowPatient:
    """Each delivery takes until the test lets it go on; the first may find damaged content."""

    def __init__(self, damaged: bool = False) -> None:
        self.begun, self.go_on = threading.Semaphore(0), threading.Semaphore(0)
        self.at_once = self.most_at_once = self.deliveries = 0
        self._damaged = damaged

    def deliver(self, _notifier: Any) -> Report:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.begun.release()
        assert self.go_on.acquire(timeout=LONG)
        self.at_once -= 1
        self.deliveries += 1
        if self._damaged and self.deliveries == 1:
            raise ContentFault("activities.toml", 1, "", "not there")
        return Report()


def pulse_of(patient: SlowPatient) -> Any:
    from screens.pulse import Pulse

    return Pulse(patient, lambda: None, lambda: None, lambda _report: None)  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize("damaged", [False, True])
def test_what_falls_due_during_a_delivery_is_delivered_right_after_it(damaged: bool) -> None:
    # given a delivery that has looked at the plan already, and takes its time
    patient = SlowPatient(damaged)
    pulse = pulse_of(patient)
    pulse.deliver()
    assert patient.begun.acquire(timeout=LONG)
    # when a limit ends meanwhile, however often the window asks
    pulse.deliver()
    pulse.deliver()
    # then one delivery more follows, at once and not beside the first
    patient.go_on.release()
    assert patient.begun.acquire(timeout=LONG)
    patient.go_on.release()
    assert not patient.begun.acquire(timeout=0.3)
    assert (patient.deliveries, patient.most_at_once) == (2, 1)


def test_a_delivery_that_is_over_leaves_the_way_free() -> None:
    patient = SlowPatient()
    pulse = pulse_of(patient)
    for _time in range(2):
        patient.go_on.release()
        pulse.deliver()
        assert patient.begun.acquire(timeout=LONG)
    assert patient.most_at_once == 1
