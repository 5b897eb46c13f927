"""A speaker for tests: it remembers what it was asked to say, and ends when it is told to."""
from __future__ import annotations

from aftercare.core.speaker_port import Done


class MemorySpeaker:
    """Speaks nothing. `heard` are the texts in order; the last one goes on until `finish()` or `stop()`."""

    def __init__(self, there: bool = True) -> None:
        self.there = there
        self.heard: list[tuple[str, str]] = []
        self.speaking = ""
        self._done: Done | None = None

    def available(self) -> bool:
        return self.there

    def speak(self, text: str, language: str, done: Done) -> None:
        self.stop()
        self.heard.append((language, text))
        self.speaking, self._done = text, done

    def stop(self) -> None:
        self.finish()

    def finish(self, reason: str = "") -> None:
        """The text is at its end, or could not be spoken for a reason."""
        done, self._done, self.speaking = self._done, None, ""
        if done is not None:
            done(reason)
