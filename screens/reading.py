"""Reading aloud in the window: joins the service, the device's speaker and the one voice of the kit."""
from __future__ import annotations

from collections.abc import Callable

from kivy.clock import Clock

from aftercare import words
from aftercare.core.speaker_port import Speaker
from aftercare.services.read_aloud import ReadAloud
from screens.widgets.voice import voice


def reader(speaker: Callable[[], Speaker], say: Callable[[str], object]) -> ReadAloud:
    """What answers "read-aloud". `say` shows the sentence where a text could not be read."""
    made = ReadAloud(
        speaker,
        words.language,
        lambda: setattr(voice, "speaking", made.speaking),
        say,
        lambda call: Clock.schedule_once(lambda *_: call(), 0),
    )
    voice.ask = lambda: made.available
    voice.speaking = ""
    return made
