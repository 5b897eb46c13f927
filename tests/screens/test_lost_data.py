"""A damaged data file as the patient meets it: Today says what it cost, until that was read."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aftercare.services.example import example_session
from tests.fakes.notifiers import MemoryNotifier
from tests.screens.harness import Stage

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
ZONE = "Europe/Berlin"
LOST = "1 entry of your data file was damaged and is lost. All the others are here."


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Any]]:
    """Opens the app on one folder, as often as it is called."""
    from aftercare.adapters.clock import FixedClock
    from screens.app import AftercareApp
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme

    theme.reduced_motion = True
    stage = Stage.open(390, 844)

    def open_app() -> Any:
        made = AftercareApp(tmp_path, notifier=MemoryNotifier, clock=FixedClock(NOW, ZONE))
        made.router.first_frame_shown = True
        made.stage = stage
        return made

    yield open_app
    focus.layers.clear()
    stage.clear()
    theme.reduced_motion = False


def shown(app: Any) -> Any:
    app.router.open_first()
    app.stage.show(app.shell)
    app.stage.settle(10)
    return app


def sees(app: Any, text: str) -> bool:
    return any(text in line for line in app.stage.spoken())


def turn_a_bit(file: Path, at: bytes) -> None:
    data = bytearray(file.read_bytes())
    data[data.index(at) + 1] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("left", [1, 0], ids=["one session is left", "no session is left"])
def test_what_a_damaged_file_cost_is_said_until_it_was_read(
    opened: Callable[[], Any], tmp_path: Path, left: int
) -> None:
    # given sessions on the disk, and one turned bit in the last of them
    app = opened()
    app.patient.consent()
    kept = replace(example_session(app.patient.catalogue, NOW, ZONE), id="kept")
    for session in [kept, replace(kept, id="lost")][1 - left :]:
        app.patient.own_sessions.save(session)
    turn_a_bit(tmp_path / "aftercare.json", b'"lost"')

    # when the app is opened, then it says so, without a word of guilt or alarm
    app = shown(opened())
    assert sees(app, LOST)

    # when that was read, then it is not said again, not even in the next run
    app.stage.tap("link", "Got it")
    app.stage.settle(6)
    assert not sees(app, LOST)
    assert not sees(shown(opened()), LOST)
