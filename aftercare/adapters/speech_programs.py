"""The programs that speak on a computer: plyer's own, and what systems bring where those are missing.

The text always goes in by the standard input: as an argument it could be taken for an option.
"""
from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aftercare.adapters.plyer_backend import MACOS, WINDOWS

_POWERSHELL = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
    "Add-Type -AssemblyName System.Speech;"
    "$voice=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$voice.SelectVoiceByHints(0,0,0,[Globalization.CultureInfo]'{language}');"
    "$voice.Speak([Console]::In.ReadToEnd())"
)
# The names of Apple's voices; without one the voice of the system speaks.
_APPLE_VOICES = {"ru": "Milena"}


@dataclass(frozen=True, slots=True)
class Speech:
    """A program that speaks what it reads. `only`: its one language, or empty. `hush`: the command that silences it."""

    program: str
    arguments: Callable[[str], Sequence[str]]
    only: str = ""
    hush: tuple[str, ...] = ()

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for a language."""
        return self.only in ("", language)

    def command(self, language: str) -> list[str]:
        """What to start."""
        return [self.program, *self.arguments(language)]


def _espeak(language: str) -> Sequence[str]:
    return ("-v", language, "--stdin")


def _apple(language: str) -> Sequence[str]:
    voice = _APPLE_VOICES.get(language)
    return ("-v", voice, "-f", "-") if voice else ("-f", "-")


def _windows(language: str) -> Sequence[str]:
    return ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL.replace("{language}", language))


ESPEAK = (Speech("espeak-ng", _espeak), Speech("espeak", _espeak))
LINUX_PROGRAMS = (
    *ESPEAK,
    Speech("spd-say", lambda language: ("--wait", "--pipe-mode", "-l", language), hush=("spd-say", "--cancel")),
    Speech("flite", lambda _language: ("-f", "/dev/stdin"), only="en"),
)
PROGRAMS = {
    MACOS: (Speech("say", _apple), *ESPEAK),
    WINDOWS: (*ESPEAK, Speech("powershell", _windows)),
}


def programs_of(system: str, find: Callable[[str], str | None] = shutil.which) -> tuple[Speech, ...]:
    """The programs of a system (in plyer's words) that are there, the best first."""
    return tuple(each for each in PROGRAMS.get(system, LINUX_PROGRAMS) if find(each.program))
