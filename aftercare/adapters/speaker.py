"""Speaks with what the device has: a phone through plyer, a computer with one of the programs that plyer looks for.

plyer waits for the end of a text, cannot stop one and knows no language but English. So on a computer the program is
started here, in the language of the app, and can be ended. See docs/adr/0020-reading-aloud.md.
"""
from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from aftercare.adapters.plyer_backend import LINUX, PHONE, this_system
from aftercare.adapters.speech_programs import Speech, programs_of
from aftercare.core.speaker_port import Done, Speaker
from aftercare.words import gettext as _


class Run(Protocol):
    """A program that was started."""

    def communicate(self, input: bytes | None = None) -> tuple[Any, Any]: ...

    def terminate(self) -> None: ...

    @property
    def returncode(self) -> int | None: ...


def started(command: Sequence[str]) -> Run:
    """Start a program without a window of its own. Raises OSError."""
    # Only Windows knows the flag; there a console would open.
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, creationflags=flags)


class ProgramSpeaker:
    """The Speaker of a computer. Each text is spoken by a program of its own, on a thread of its own."""

    def __init__(
        self,
        system: str = LINUX,
        find: Callable[[str], Sequence[Speech]] = programs_of,
        start: Callable[[Sequence[str]], Run] = started,
    ) -> None:
        self._system, self._find, self._start = system, find, start
        self._lock = threading.Lock()
        self._turn = 0
        self._run: Run | None = None
        self._hush: Sequence[str] = ()

    def available(self) -> bool:
        return bool(self._find(self._system))

    def speak(self, text: str, language: str, done: Done) -> None:
        self.stop()
        with self._lock:
            turn = self._turn
        threading.Thread(target=self._say, args=(text, language, done, turn), name="read-aloud", daemon=True).start()

    def stop(self) -> None:
        with self._lock:
            self._turn += 1
            run, self._run = self._run, None
            hush, self._hush = self._hush, ()
        if run is not None:
            _end(run)
            if hush:
                # What a service speaks for the program goes on when the program has ended.
                threading.Thread(target=self._quietly, args=(hush,), name="hush", daemon=True).start()

    def _say(self, text: str, language: str, done: Done, turn: int) -> None:
        speech = next((each for each in self._find(self._system) if each.speaks(language)), None)
        if speech is None:
            done(_("This computer has no voice for your language."))
            return
        try:
            with self._lock:
                if turn != self._turn:
                    run = None
                else:
                    run = self._run = self._start(speech.command(language))
                    self._hush = speech.hush
            if run is not None:
                run.communicate(text.encode())
        except OSError:
            done(_("The text could not be read aloud."))
            return
        with self._lock:
            stopped = turn != self._turn
            if not stopped:
                self._run = None
        failed = run is not None and run.returncode and not stopped
        done(_("The text could not be read aloud.") if failed else "")

    def _quietly(self, command: Sequence[str]) -> None:
        try:
            self._start(command).communicate()
        except OSError:
            return


def _end(run: Run) -> None:
    try:
        run.terminate()
    except OSError:
        return


def speaker() -> Speaker:
    """The speaker of this device."""
    system = this_system()
    if system == PHONE:
        from aftercare.adapters.phone_speaker import phone_speaker

        return phone_speaker()
    return ProgramSpeaker(system)
