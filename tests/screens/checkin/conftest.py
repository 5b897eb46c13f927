"""A patient with a face session of two days ago, who checks in by touch; their data outlives a restart."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aftercare.services.example import example_session
from tests.fakes.notifiers import MemoryNotifier
from tests.screens.calm import calm_stage
from tests.screens.harness import Stage

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
ZONE = "Europe/Berlin"


class Patient:
    """Someone at the app."""

    def __init__(self, home: Path) -> None:
        self.home, self.now = home, NOW
        self.taps = 0
        self.stage = Stage.open(390, 844)

    def open(self, session: bool = True) -> None:
        """Open the app anew, as after a restart."""
        from aftercare.adapters.clock import FixedClock
        from screens.app import AftercareApp

        self.app = AftercareApp(self.home, notifier=MemoryNotifier, clock=FixedClock(self.now, ZONE))
        mine = self.app.patient
        mine.consent()
        if session and not mine.own_sessions.all():
            mine.own_sessions.save(example_session(mine.catalogue, NOW, ZONE))
        self.app.router.open_first()
        self.stage.show(self.app.shell)
        self.stage.settle(8)

    def check_in(self) -> None:
        """Straight to the check-in."""
        self.app.router.act("check-in")
        self.stage.settle(6)

    def tap(self, role: str, name: str) -> None:
        self.taps += 1
        self.stage.tap(role, name)
        self.stage.settle(6)

    def sees(self, text: str) -> bool:
        """Whether something on the screen says this."""
        return any(text in line for line in self.stage.spoken())

    def chosen(self, role: str, name: str) -> bool:
        return bool(self.stage.find(role, name).checked)

    @property
    def place(self) -> str:
        return str(self.app.router.name)

    @property
    def diary(self) -> tuple[object, ...]:
        """What is stored."""
        return tuple(self.app.patient.own_observations.all())


@pytest.fixture
def patient(tmp_path: Path) -> Iterator[Patient]:
    with calm_stage():
        yield Patient(tmp_path / "home")
