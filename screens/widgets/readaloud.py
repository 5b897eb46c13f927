"""The button at the top that reads a screen aloud. It is there only where a voice is."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.words import gettext as _
from screens.widgets.buttons import IconButton
from screens.widgets.voice import voice

Spoken = Callable[[], str]
# Fires an intent by name, with what it needs.
Fire = Callable[..., None]


class ReadAloudButton(IconButton):
    """A press reads what `spoken()` gives at that moment, the next press stops it. Fires "read-aloud" (text)."""

    def __init__(self, spoken: Spoken, fire: Fire, **kwargs: Any) -> None:
        super().__init__("speaker-high", name=_("Read aloud"), **kwargs)
        self._spoken, self._fire = spoken, fire
        # A screen that was built anew meanwhile still reads.
        self._said = spoken() if voice.speaking else ""
        # Bound weakly, so that the voice keeps no screen alive.
        voice.bind(speaking=self._follow)
        self._follow()

    @property
    def reading(self) -> bool:
        """Whether this very text is being read."""
        return bool(voice.speaking) and voice.speaking == self._said

    def on_press(self) -> None:
        if not self.reading:
            self._said = self._spoken()
        self._fire("read-aloud", text=self._said)

    def _follow(self, *_args: Any) -> None:
        self.name = _("Stop reading") if self.reading else _("Read aloud")
        self.icon = "x-circle-fill" if self.reading else "speaker-high"


def read_aloud_button(spoken: Spoken, fire: Fire, **kwargs: Any) -> ReadAloudButton | None:
    """The icon, or None where the device cannot speak."""
    return ReadAloudButton(spoken, fire, **kwargs) if voice.available else None
