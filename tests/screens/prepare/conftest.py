"""A patient with a face session in two days, who prepares for it by touch; their data outlives a restart."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

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
        self.stage = Stage.open(390, 844)

    def open(self, days_ago: int = -2, product: str | None = None, repeated: bool = False) -> None:
        """Open the app anew, as after a restart; the first time with a session."""
        from dataclasses import replace

        from aftercare.adapters.clock import FixedClock
        from screens.app import AftercareApp

        self.app = AftercareApp(self.home, notifier=MemoryNotifier, clock=FixedClock(self.now, ZONE))
        mine = self.app.patient
        mine.consent()
        if not mine.own_sessions.all():
            own = replace(example_session(mine.catalogue, NOW, ZONE, days_ago), product=product)
            mine.own_sessions.save(own)
            if repeated:
                mine.own_sessions.save(replace(own, id="earlier", start=own.start - timedelta(days=14)))
        self.app.router.first_frame_shown = True
        self.app.router.open_first()
        self.stage.show(self.app.shell)
        self.stage.settle(10)

    def act(self, intent: str, **payload: Any) -> None:
        self.app.router.act(intent, **payload)
        self.stage.settle(6)

    def tap(self, role: str, name: str) -> None:
        self.stage.tap(role, name)
        self.stage.settle(6)

    def look(self, scale: float, width: int, height: int) -> None:
        """Choose a text size and a window."""
        self.app.patient.settings.put("text_scale", str(scale))
        self.stage.resize(width, height)
        self.app.router.follow()
        self.stage.settle(10)

    def sees(self, text: str) -> bool:
        """Whether something on the screen says this."""
        return any(text in line for line in self.stage.spoken())

    def chosen(self, role: str, name: str) -> bool:
        return bool(self.stage.find(role, name).checked)

    @property
    def place(self) -> str:
        return str(self.app.router.name)

    @property
    def screen(self) -> Any:
        return self.app.router.place(self.place).screen


@pytest.fixture
def patient(tmp_path: Path) -> Iterator[Patient]:
    with calm_stage():
        yield Patient(tmp_path / "home")
