"""The buttons that read a screen aloud: words for a page, an icon for a bar. They are there only where a voice is."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.words import gettext as _
from screens.widgets.buttons import IconButton, Link
from screens.widgets.voice import voice

Spoken = Callable[[], str]
# Fires an intent by name, with what it needs.
Fire = Callable[..., None]


class _Reading:
    """What both buttons do: a press reads what `spoken()` gives at that moment, the next press stops it."""

    def follow_voice(self, spoken: Spoken, fire: Fire) -> None:
        self._spoken, self._fire = spoken, fire
        # A screen that was built anew meanwhile still reads.
        self._said = spoken() if voice.speaking else ""
        # Bound weakly, so that the voice keeps no screen alive.
        voice.bind(speaking=self._follow)
        self._follow()

    @property
    def reading(self) -> bool:
        return bool(voice.speaking) and voice.speaking == self._said

    def on_press(self) -> None:
        if not self.reading:
            self._said = self._spoken()
        self._fire("read-aloud", text=self._said)

    def _follow(self, *_: Any) -> None:
        self.show_reading(self.reading)

    def show_reading(self, reading: bool) -> None:
        raise NotImplementedError


class ReadAloudLink(_Reading, Link):
    """ "Read aloud" in words. Fires the intent "read-aloud" (text); pressed again it is "Stop reading"."""

    def __init__(self, spoken: Spoken, fire: Fire, **kwargs: Any) -> None:
        super().__init__(_("Read aloud"), icon="speaker-high", role="button", **kwargs)
        self.follow_voice(spoken, fire)

    def show_reading(self, reading: bool) -> None:
        self.text = _("Stop reading") if reading else _("Read aloud")
        self.icon = "x-circle" if reading else "speaker-high"


class ReadAloudButton(_Reading, IconButton):
    """The same as an icon, for a bar at the top."""

    def __init__(self, spoken: Spoken, fire: Fire, **kwargs: Any) -> None:
        super().__init__("speaker-high", name=_("Read aloud"), **kwargs)
        self.follow_voice(spoken, fire)

    def show_reading(self, reading: bool) -> None:
        self.name = _("Stop reading") if reading else _("Read aloud")
        self.icon = "x-circle-fill" if reading else "speaker-high"


def read_aloud_link(spoken: Spoken, fire: Fire, **kwargs: Any) -> list[ReadAloudLink]:
    """The link, or nothing where the device cannot speak."""
    return [ReadAloudLink(spoken, fire, **kwargs)] if voice.available else []


def read_aloud_button(spoken: Spoken, fire: Fire, **kwargs: Any) -> ReadAloudButton | None:
    """The icon, or None where the device cannot speak."""
    return ReadAloudButton(spoken, fire, **kwargs) if voice.available else None
