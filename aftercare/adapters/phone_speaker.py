"""Speaks on a phone. Nothing here can be imported elsewhere, so all imports of a phone's own are late.

On iOS plyer speaks; its voice takes a language, and its synthesizer can be stopped. On Android plyer makes a new
engine for each text, in American English, and forgets it; so one engine is kept here, asked in the same way.
"""
from __future__ import annotations

import importlib
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

from aftercare.adapters.alarms.system import IOS, system_name
from aftercare.core.speaker_port import Done, Speaker
from aftercare.words import gettext as _

# The engine of Android needs a moment until it takes the first text; plyer waits as long.
TRIES, BETWEEN_TRIES = 100, 0.1
LOOK_EVERY = 0.2
# Where each language is spoken, for voices that want to know.
PLACES = {"en": "en-US", "ru": "ru-RU"}


class Voice(Protocol):
    """What a phone speaks with. Each call may raise whatever the bridge to the phone raises."""

    def begin(self, text: str, language: str) -> bool:
        """Begin a text; False: not ready yet."""
        ...

    def busy(self) -> bool:
        """Whether it is speaking."""
        ...

    def hush(self) -> None:
        """End at once."""
        ...


class PhoneSpeaker:
    """The Speaker of a phone. `voice()` is made with the first text."""

    def __init__(self, voice: Callable[[], Voice], wait: Callable[[float], None] = time.sleep) -> None:
        self._make, self._wait = voice, wait
        self._voice: Voice | None = None
        self._lock = threading.Lock()
        self._turn = 0

    def available(self) -> bool:
        # Every phone that can run the app has a voice of its own; the attempt tells of the exceptions.
        return True

    def speak(self, text: str, language: str, done: Done) -> None:
        self.stop()
        turn = self._turn
        threading.Thread(target=self._say, args=(text, language, done, turn), name="read-aloud", daemon=True).start()

    def stop(self) -> None:
        self._turn += 1
        voice = self._voice
        if voice is not None:
            try:
                voice.hush()
            except Exception:  # a bridge raises what the phone throws
                return

    def _say(self, text: str, language: str, done: Done, turn: int) -> None:
        try:
            reason = "" if self._begun(text, language, turn) else _("This phone could not read the text aloud.")
            while not reason and turn == self._turn and self._voice is not None and self._voice.busy():
                self._wait(LOOK_EVERY)
        except Exception:  # a bridge raises what the phone throws
            reason = _("This phone could not read the text aloud.")
        done(reason)

    def _begun(self, text: str, language: str, turn: int) -> bool:
        for _try in range(TRIES):
            with self._lock:
                if turn != self._turn:
                    return True
                if self._voice is None:
                    self._voice = self._make()
                if self._voice.begin(text, language):
                    return True
            self._wait(BETWEEN_TRIES)
        return False


class AndroidVoice:
    """Android's TextToSpeech through pyjnius. Raises ImportError off Android."""

    def __init__(self) -> None:
        jnius = importlib.import_module("jnius")
        self._locale = jnius.autoclass("java.util.Locale")
        self._kind = jnius.autoclass("android.speech.tts.TextToSpeech")
        activity = jnius.autoclass("org.kivy.android.PythonActivity").mActivity
        self._engine: Any = self._kind(activity, None)

    def begin(self, text: str, language: str) -> bool:
        self._engine.setLanguage(self._locale(language))
        return bool(self._engine.speak(text, self._kind.QUEUE_FLUSH, None) == self._kind.SUCCESS)

    def busy(self) -> bool:
        return bool(self._engine.isSpeaking())

    def hush(self) -> None:
        self._engine.stop()


class IosVoice:
    """plyer's voice of iOS. Raises ImportError elsewhere."""

    def __init__(self) -> None:
        self._plyer: Any = importlib.import_module("plyer.platforms.ios.tts").instance()
        self._language = ""

    def begin(self, text: str, language: str) -> bool:
        if language != self._language:
            self._plyer._set_locale(PLACES.get(language, language))
            self._language = language
        self._plyer.speak(message=text)
        return True

    def busy(self) -> bool:
        return bool(self._plyer.synth.isSpeaking())

    def hush(self) -> None:
        self._plyer.synth.stopSpeakingAtBoundary_(0)


def phone_speaker() -> Speaker:
    """The speaker of the phone that we run on."""
    return PhoneSpeaker(IosVoice if system_name() == IOS else AndroidVoice)
