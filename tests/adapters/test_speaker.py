"""Speaking with programs and with phones."""
from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from typing import Any

import pytest

from aftercare.adapters.phone_speaker import PhoneSpeaker
from aftercare.adapters.plyer_backend import LINUX, MACOS, WINDOWS
from aftercare.adapters.speaker import ProgramSpeaker, started
from aftercare.adapters.speech_programs import Speech, programs_of

# Programs that behave like one that speaks.
LISTENS = Speech(sys.executable, lambda _l: ("-c", "import sys; sys.stdin.read()"))
FAILS = Speech(sys.executable, lambda _l: ("-c", "import sys; sys.stdin.read(); sys.exit(3)"))
SPEAKS_LONG = Speech(sys.executable, lambda _l: ("-c", "import sys, time; sys.stdin.read(); time.sleep(60)"))
MISSING = Speech("no-such-program", lambda _l: ())


class Ending:
    """Waits for the one end of a text."""

    def __init__(self) -> None:
        self.reasons: list[str] = []
        self._over = threading.Event()

    def __call__(self, reason: str) -> None:
        self.reasons.append(reason)
        self._over.set()

    def wait(self) -> list[str]:
        assert self._over.wait(20)
        return self.reasons


def speaker(*found: Speech, start: Any = started) -> ProgramSpeaker:
    return ProgramSpeaker(LINUX, lambda _system: found, start)


def test_a_text_reaches_the_program_whole_and_its_end_is_told() -> None:
    heard: list[bytes] = []

    class Program:
        returncode = 0

        def communicate(self, input: bytes | None = None) -> tuple[None, None]:
            heard.append(input or b"")
            return None, None

        def terminate(self) -> None: ...

    commands: list[Sequence[str]] = []

    def start(command: Sequence[str]) -> Program:
        commands.append(command)
        return Program()

    end = Ending()
    speech = Speech("speaks", lambda language: ("-v", language))
    speaker(speech, start=start).speak("-v Привет.", "ru", end)
    assert end.wait() == [""]
    assert heard == ["-v Привет.".encode()]
    assert commands == [["speaks", "-v", "ru"]]


def test_a_text_can_be_stopped_and_ends_without_a_reason() -> None:
    end, talking = Ending(), speaker(SPEAKS_LONG)
    talking.speak("One.", "en", end)
    talking.stop()
    assert end.wait() == [""]


def test_the_next_text_ends_the_one_before() -> None:
    first, second, talking = Ending(), Ending(), speaker(SPEAKS_LONG)
    talking.speak("One.", "en", first)
    talking.speak("Two.", "en", second)
    assert first.wait() == [""]
    assert second.reasons == []
    talking.stop()
    assert second.wait() == [""]


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ((), "This computer has no voice for your language."),
        ((Speech("flite", lambda _l: (), only="en"),), "This computer has no voice for your language."),
        ((MISSING,), "The text could not be read aloud."),
        ((FAILS,), "The text could not be read aloud."),
    ],
    ids=["nothing", "english-only", "gone", "fails"],
)
def test_what_goes_wrong_is_said_in_one_sentence(found: tuple[Speech, ...], reason: str) -> None:
    end = Ending()
    speaker(*found).speak("One.", "ru", end)
    assert end.wait() == [reason]


def test_a_program_that_only_listens_ends_well() -> None:
    end = Ending()
    speaker(LISTENS).speak("One. " * 40_000, "en", end)
    assert end.wait() == [""]


def test_it_is_available_where_a_program_is_found() -> None:
    assert not speaker().available()
    assert speaker(MISSING).available()


@pytest.mark.parametrize(
    ("system", "there", "first"),
    [
        (LINUX, {"espeak", "flite"}, "espeak"),
        (LINUX, {"spd-say"}, "spd-say"),
        (MACOS, {"say", "espeak"}, "say"),
        (WINDOWS, {"powershell"}, "powershell"),
    ],
)
def test_the_best_program_of_the_system_is_taken(system: str, there: set[str], first: str) -> None:
    found = programs_of(system, lambda program: program if program in there else None)
    assert found[0].program == first


def test_a_language_never_becomes_part_of_a_script() -> None:
    for system in (LINUX, MACOS, WINDOWS):
        for speech in programs_of(system, lambda program: program):
            assert all("{" not in part for part in speech.command("ru")), speech.program


class SlowVoice:
    """A phone's voice that needs three attempts, and then speaks for a while."""

    def __init__(self) -> None:
        self.tries, self.looks, self.said, self.hushed = 0, 3, list[tuple[str, str]](), 0

    def begin(self, text: str, language: str) -> bool:
        self.tries += 1
        if self.tries >= 3:
            self.said.append((language, text))
        return self.tries >= 3

    def busy(self) -> bool:
        self.looks -= 1
        return self.looks > 0

    def hush(self) -> None:
        self.hushed += 1


def test_a_phone_is_asked_until_its_engine_is_ready() -> None:
    voice, end = SlowVoice(), Ending()
    PhoneSpeaker(lambda: voice, wait=lambda _seconds: None).speak("One.", "ru", end)
    assert end.wait() == [""]
    assert voice.said == [("ru", "One.")]


def test_a_phone_without_a_voice_says_so() -> None:
    def none() -> SlowVoice:
        raise ImportError("jnius")

    end = Ending()
    PhoneSpeaker(none, wait=lambda _seconds: None).speak("One.", "en", end)
    assert end.wait() == ["This phone could not read the text aloud."]


def test_a_phone_that_never_gets_ready_is_not_asked_for_ever() -> None:
    voice, end = SlowVoice(), Ending()
    voice.tries = -1000
    PhoneSpeaker(lambda: voice, wait=lambda _seconds: None).speak("One.", "en", end)
    assert end.wait() == ["This phone could not read the text aloud."]
