"""What the app needs from a device that can speak."""
from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Done = Callable[[str], None]


class Speaker(Protocol):
    """Speaks one text at a time. No call raises, and none keeps the caller waiting."""

    def available(self) -> bool:
        """Whether this device can speak at all. Looks for what is needed, and starts nothing."""
        ...

    def speak(self, text: str, language: str, done: Done) -> None:
        """Begin a text in a language ("en", "ru"); one that is being spoken ends first.

        `done(reason)` is called once, on a thread of the speaker: at the end, after `stop`, or when it failed. Only
        then the reason is not empty; it is one sentence.
        """
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...
