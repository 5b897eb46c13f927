"""FieldFault: one sentence beside a field, and where there is one, the way out as a button."""
from __future__ import annotations

from typing import Any

from screens.widgets.buttons import PushButton
from screens.widgets.layout import Column, Row
from screens.widgets.text import Icon, Text


class FieldFault(Column):
    """Empty it takes no room. `on_fix` is fired when the offered way out is pressed."""

    __events__ = ("on_fix",)

    def __init__(self, **kwargs: Any) -> None:
        self.text = ""
        self._words = Text(style="small_strong", color="dangerText")
        self._line = Row(Icon("warning-circle", 20, color="dangerText"), self._words, spacing=8, align="top")
        self._button = PushButton(kind="tonal", small=True, hug=True)
        self._button.bind(on_press=lambda *_: self.dispatch("on_fix"))
        super().__init__(spacing=8, **kwargs)

    def say(self, text: str, fix: str = "") -> None:
        """Show this sentence and this way out; an empty text takes both away."""
        self.text = text
        self._words.text, self._button.text = text, fix
        self.padding = [0, 8, 0, 0] if text else [0, 0, 0, 0]
        for part, wanted in ((self._line, bool(text)), (self._button, bool(text and fix))):
            if wanted and part.parent is None:
                self.add_widget(part)
            elif not wanted and part.parent is not None:
                self.remove_widget(part)

    def on_fix(self) -> None:
        """Fired when the way out is pressed."""
