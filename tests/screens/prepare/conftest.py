"""A patient with a face session in two days, who prepares for it by touch; their data outlives a restart."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from aftercare.services.example import example_session
from tests.screens.calm import calm_stage
from tests.screens.people import NOW, ZONE, Person


class Patient(Person):
    """Someone before a session, or after one."""

    def open(  # type: ignore[override]
        self, days_ago: int = -2, product: str | None = None, repeated: bool = False
    ) -> None:
        """Open the app anew, as after a restart; the first time with a session."""
        self.launch(NOW)
        mine = self.app.patient
        mine.consent()
        if not mine.own_sessions.all():
            own = replace(example_session(mine.catalogue, NOW, ZONE, days_ago), product=product)
            mine.own_sessions.save(own)
            if repeated:
                mine.own_sessions.save(replace(own, id="earlier", start=own.start - timedelta(days=14)))
        self.app.router.first_frame_shown = True
        self.show()
        self.stage.settle(2)

    def act(self, intent: str, **payload: Any) -> None:
        self.app.router.act(intent, **payload)
        self.stage.settle(6)

    def look(self, scale: float, width: int, height: int) -> None:
        """Choose a text size and a window."""
        self.app.patient.settings.put("text_scale", str(scale))
        self.stage.resize(width, height)
        self.app.router.follow()
        self.stage.settle(10)

    @property
    def screen(self) -> Any:
        return self.app.router.place(self.place).screen


@pytest.fixture
def patient(tmp_path: Path) -> Iterator[Patient]:
    with calm_stage():
        yield Patient(tmp_path / "home")
