"""PasswordField: a secret line with a tick that shows it."""
from __future__ import annotations

from typing import Any

from screens.widgets.checks import CheckRow
from screens.widgets.layout import Column
from screens.widgets.secretentry import SecretEntry


class PasswordField(Column):
    """`text` is what was typed; `on_return` is fired by Enter."""

    __events__ = ("on_return",)

    def __init__(self, label: str = "", show: str = "", **kwargs: Any) -> None:
        self.entry = SecretEntry(label)
        self.tick = CheckRow(show)
        super().__init__(self.entry, self.tick, spacing=6, **kwargs)
        self.tick.bind(on=lambda _row, on: setattr(self.entry, "shown", on))
        self.entry.bind(on_return=lambda *_: self.dispatch("on_return"))

    @property
    def text(self) -> str:
        return str(self.entry.text)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.entry.wipe()

    def on_return(self) -> None:
        """Fired by Enter."""
