"""The one voice of the app, as the kit sees it: what is being read, and whether the device can read at all."""
from __future__ import annotations

from collections.abc import Callable

from kivy.event import EventDispatcher
from kivy.properties import StringProperty


class Voice(EventDispatcher):
    """`speaking` is the text that is being read, empty while there is silence. The app sets both."""

    speaking = StringProperty("")

    def __init__(self) -> None:
        super().__init__()
        self.ask: Callable[[], bool] = lambda: False

    @property
    def available(self) -> bool:
        """Whether buttons that read aloud are of any use here."""
        return self.ask()


voice = Voice()
