"""SecretEntry: a line in which nobody reads along."""
from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty

from screens.widgets.entry import Entry


class SecretEntry(Entry):
    """Dots stand for what is typed, unless it is `shown`. Its value is never spoken."""

    shown = BooleanProperty(False)

    def build(self) -> None:
        super().build()
        self.line.password = True
        self.line.password_mask = "•"

    def on_shown(self, *_: Any) -> None:
        self.line.password = not self.shown

    def on_text(self, *args: Any) -> None:
        super().on_text(*args)
        self.value = ""

    def _typed(self, line: Any, text: str) -> None:
        super()._typed(line, text)
        self.value = ""

    def wipe(self) -> None:
        """Forget what was typed, without telling of it."""
        self._handed = ""
        self.text = ""
