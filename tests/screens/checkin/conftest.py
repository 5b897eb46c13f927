"""A patient with a face session of two days ago, who checks in by touch; their data outlives a restart."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare.services.example import example_session
from tests.screens.calm import calm_stage
from tests.screens.people import NOW, ZONE, Person


class Patient(Person):
    """Someone who may come back later: `now` is when the app is opened next. `taps` counts what they touched."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.now, self.taps = NOW, 0

    def open(self, session: bool = True) -> None:  # type: ignore[override]
        """Open the app anew, as after a restart."""
        self.launch(self.now)
        mine = self.app.patient
        mine.consent()
        if session and not mine.own_sessions.all():
            mine.own_sessions.save(example_session(mine.catalogue, NOW, ZONE))
        self.show()

    def check_in(self) -> None:
        """Straight to the check-in."""
        self.app.router.act("check-in")
        self.stage.settle(6)

    def tap(self, role: str, name: str) -> None:
        self.taps += 1
        super().tap(role, name)

    @property
    def diary(self) -> tuple[object, ...]:
        """What is stored."""
        return tuple(self.app.patient.own_observations.all())


@pytest.fixture
def patient(tmp_path: Path) -> Iterator[Patient]:
    with calm_stage():
        yield Patient(tmp_path / "home")
