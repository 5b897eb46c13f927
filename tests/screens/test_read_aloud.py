"""Reading aloud as the patient meets it: where it is offered, what is heard, and when it falls silent."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aftercare.services.example import example_session
from tests.fakes.notifiers import MemoryNotifier
from tests.fakes.speakers import MemorySpeaker
from tests.screens.aid.looks import misfits
from tests.screens.harness import Stage

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
ZONE = "Europe/Berlin"


class Person:
    """Someone at the app, who hears."""

    def __init__(self, home: Path, there: bool) -> None:
        from aftercare.adapters.clock import FixedClock
        from screens.app import AftercareApp

        self.speaker = MemorySpeaker(there)
        self.stage = Stage.open(390, 844)
        self.app = AftercareApp(
            home, notifier=MemoryNotifier, clock=FixedClock(NOW, ZONE), speaker=lambda: self.speaker
        )
        mine = self.app.patient
        mine.consent()
        mine.own_sessions.save(example_session(mine.catalogue, NOW, ZONE))
        self.app.router.open_first()
        self.stage.show(self.app.shell)
        self.stage.settle(8)

    def act(self, intent: str, **payload: Any) -> None:
        self.app.router.act(intent, **payload)
        self.stage.wait(0.15)

    def press(self, name: str) -> None:
        self.stage.tap("button", name)
        self.stage.settle(4)

    def offered(self, name: str = "Read aloud") -> int:
        return len(self.stage.find_all("button", name))

    def told(self, *touches: tuple[str, Any]) -> None:
        """The result of a check-in with these answers."""
        self.act("check-in")
        for field, value in touches:
            self.act("answer", field=field, value=value)
        self.act("save-check-in")


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Callable[..., Person]]:
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme
    from screens.widgets.voice import voice

    theme.reduced_motion = True
    made: list[Person] = []

    def come(there: bool = True) -> Person:
        made.append(Person(tmp_path, there))
        return made[-1]

    yield come
    focus.layers.clear()
    for each in made:
        each.stage.clear()
        each.app.on_stop()
    theme.dark, theme.text_scale, theme.reduced_motion = False, 1.0, False
    voice.ask = lambda: False


def test_today_is_read_and_a_second_tap_stops_it(person: Callable[..., Person]) -> None:
    one = person()
    one.press("Read aloud")
    [(language, text)] = one.speaker.heard
    assert language == "en"
    assert text.startswith("Day 2 after. Face, injections.")
    one.press("Stop reading")
    assert one.speaker.speaking == ""
    assert one.offered() == 1


def test_at_its_end_it_is_offered_again(person: Callable[..., Person]) -> None:
    one = person()
    one.press("Read aloud")
    assert one.offered("Stop reading") == 1
    one.speaker.finish()
    one.stage.settle(4)
    assert one.offered("Stop reading") == 0
    assert one.offered() == 1


def test_leaving_ends_it(person: Callable[..., Person]) -> None:
    one = person()
    one.press("Read aloud")
    one.act("tab", name="diary")
    assert one.speaker.speaking == ""


def test_the_sheet_of_a_limit_reads_itself_until_it_is_closed(person: Callable[..., Person]) -> None:
    one = person()
    one.act("limit", activity="aspirin")
    one.stage.wait(0.3)
    one.press("Read aloud")
    assert one.speaker.speaking.startswith("Aspirin. Ask first.")
    one.press("Close")
    one.stage.wait(0.4)
    assert one.speaker.speaking == ""


def test_a_result_and_an_emergency_read_themselves(person: Callable[..., Person]) -> None:
    one = person()
    one.told(("severity", ("redness", "mild")))
    one.press("Read aloud")
    assert one.speaker.speaking.startswith("Expected.")
    one.told(("sign", "confusion"))
    assert one.speaker.speaking == ""
    one.press("Read aloud")
    assert one.speaker.speaking.startswith("Get emergency help now. Call 1 1 2.")


def test_help_reads_itself(person: Callable[..., Person]) -> None:
    one = person()
    one.act("help")
    one.press("Read aloud")
    assert "Call 1 1 2." in one.speaker.speaking


def test_any_place_can_have_a_text_read(person: Callable[..., Person]) -> None:
    one = person()
    one.act("tab", name="more")
    one.act("read-aloud", text="A guide.")
    assert one.speaker.speaking == "A guide."


def test_what_cannot_be_read_is_said(person: Callable[..., Person]) -> None:
    one = person()
    one.press("Read aloud")
    one.speaker.finish("This computer has no voice for your language.")
    one.stage.settle(4)
    assert any("This computer has no voice for your language." in line for line in one.stage.spoken())


def test_where_there_is_no_voice_nothing_is_offered(person: Callable[..., Person]) -> None:
    one = person(there=False)
    assert one.offered() == 0
    for intent, payload in (("help", {}), ("close", {}), ("limit", {"activity": "sun"})):
        one.act(intent, **payload)
        one.stage.wait(0.2)
        assert one.offered() == 0


@pytest.mark.parametrize(("width", "height", "scale"), [(320, 640, 2.0), (390, 844, 1.0), (1280, 800, 1.0)])
@pytest.mark.parametrize("intent", ["", "help", "limit", "result"])
def test_the_button_fits(
    person: Callable[..., Person], intent: str, width: int, height: int, scale: float
) -> None:
    one = person()
    one.app.patient.settings.put("text_scale", str(scale))
    one.stage.resize(width, height)
    one.act("tab", name="today")
    if intent == "limit":
        one.act("limit", activity="makeup")
        one.stage.wait(0.3)
    elif intent == "result":
        one.told(("severity", ("redness", "mild")))
    elif intent:
        one.act(intent)
    one.stage.settle(8)
    assert one.offered() >= 1
    screens = [child for child in one.stage.window.children if child is not one.app.shell]
    faults = misfits(screens[0] if intent == "limit" else one.app.router.place(one.app.router.name).screen)
    assert [fault for fault in faults if "Read aloud" in fault] == []
