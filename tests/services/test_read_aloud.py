"""Reading aloud, one text at a time."""
from __future__ import annotations

from collections.abc import Callable

from aftercare.services.read_aloud import ReadAloud
from tests.fakes.speakers import MemorySpeaker


class Reader:
    """A ReadAloud and all that it told."""

    def __init__(self, there: bool = True, later: Callable[[Callable[[], None]], object] | None = None) -> None:
        self.speaker = MemorySpeaker(there)
        self.made, self.shown, self.failed = 0, list[str](), list[str]()
        self.aloud = ReadAloud(
            self._make, lambda: "ru", lambda: self.shown.append(self.aloud.speaking), self.failed.append,
            later or (lambda call: call()),
        )  # fmt: skip

    def _make(self) -> MemorySpeaker:
        self.made += 1
        return self.speaker


def test_a_text_is_read_in_the_language_of_the_app_until_its_end() -> None:
    reader = Reader()
    reader.aloud.toggle("Makeup is OK.")
    assert reader.speaker.heard == [("ru", "Makeup is OK.")]
    assert reader.aloud.speaking == "Makeup is OK."
    reader.speaker.finish()
    assert reader.aloud.speaking == ""
    assert reader.shown == ["Makeup is OK.", ""]
    assert reader.failed == []


def test_a_second_tap_stops_it() -> None:
    reader = Reader()
    reader.aloud.toggle("One.")
    reader.aloud.toggle("One.")
    assert reader.speaker.speaking == ""
    assert reader.aloud.speaking == ""
    assert len(reader.speaker.heard) == 1


def test_another_text_takes_its_place() -> None:
    reader = Reader()
    reader.aloud.toggle("One.")
    reader.aloud.toggle("Two.")
    assert reader.speaker.speaking == "Two."
    assert reader.aloud.speaking == "Two."


def test_the_late_end_of_a_stopped_text_does_not_end_the_next() -> None:
    waiting: list[Callable[[], None]] = []
    reader = Reader(later=waiting.append)
    reader.aloud.toggle("One.")
    reader.aloud.toggle("Two.")
    for call in waiting:
        call()
    assert reader.aloud.speaking == "Two."


def test_a_failure_is_said_once() -> None:
    reader = Reader()
    reader.aloud.toggle("One.")
    reader.speaker.finish("No voice.")
    assert reader.failed == ["No voice."]
    assert reader.aloud.speaking == ""


def test_nothing_is_made_before_it_is_needed_and_stopping_costs_nothing() -> None:
    reader = Reader()
    reader.aloud.stop()
    assert reader.made == 0
    assert reader.aloud.available
    reader.aloud.toggle("One.")
    assert reader.made == 1


def test_where_nothing_can_speak_nothing_is_tried() -> None:
    reader = Reader(there=False)
    reader.aloud.toggle("One.")
    assert not reader.aloud.available
    assert reader.speaker.heard == []
    assert reader.aloud.speaking == ""
