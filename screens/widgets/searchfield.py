"""SearchField: one line to type into, with a glass before it and, once something stands in it, a way to clear it."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty

from screens.widgets.block import Block, fit_to
from screens.widgets.buttons import IconButton
from screens.widgets.draw import Glyphs
from screens.widgets.entry import Entry
from screens.widgets.theme import theme

TALL = 56.0


class _Line(Entry):
    """The line itself. Its hint wraps instead of being cut."""

    def build(self) -> None:
        super().build()
        self._glass, self._hint = Glyphs(self, "primary"), Glyphs(self, "ink2")

    def on_text(self, *_: Any) -> None:
        super().on_text()
        if "_hint" in self.__dict__:
            self._hint.token = None if self.text else "ink2"

    def fit(self, width: float) -> float:
        super().fit(width)
        self.line.hint_text = ""
        self._label.set("", "small")
        self._glass.icon("magnifying-glass", theme.scaled(24))
        self._hint.set(self.hint, "body", width - self._left() - dp(16))
        self._tall = max(float(dp(TALL)), self._hint.height + dp(24))
        return self._tall

    def place(self) -> None:
        super().place()
        if "_hint" not in self.__dict__:
            return
        middle = self.y + self.height / 2
        self._glass.place(self.x + dp(18), middle - self._glass.height / 2)
        self._hint.place(self.x + self._left(), middle - self._hint.height / 2)
        above = self.line.padding[1]
        self.line.padding = [self._left(), above, dp(56), above]

    def _left(self) -> float:
        return float(dp(18 + 12) + self._glass.width)


class SearchField(Block):
    """Bind to `text`, which changes with every key. `label` is what it is called, `hint` what it shows while empty.

    `clear` names the button that empties it.
    """

    arranges = True
    text = StringProperty("")

    def __init__(self, label: str = "", hint: str = "", clear: str = "", **kwargs: Any) -> None:
        self.entry = _Line(label, hint=hint)
        self.cross = IconButton("x", clear, color="ink2", on_press=lambda *_: self._empty())
        super().__init__(**kwargs)
        self.add_widget(self.entry)
        self.entry.fbind("text", self._typed)
        self.entry.fbind("height", self.invalidate)

    def show(self, text: str) -> None:
        """Put a text in, unless it is being typed in just now."""
        self.entry.show(text)

    def fit(self, width: float) -> float:
        fit_to(self.entry, width)
        fit_to(self.cross, dp(48))
        return float(self.entry.height)

    def place(self) -> None:
        if "entry" not in self.__dict__:
            return
        self.entry.pos = self.pos
        self.cross.pos = (self.x + self.width - dp(54), self.y + (self.height - dp(48)) / 2)

    def _typed(self, _entry: Any, text: str) -> None:
        if bool(text) != (self.cross.parent is not None):
            if text:
                self.add_widget(self.cross)
            else:
                self.remove_widget(self.cross)
        self.text = text

    def _empty(self) -> None:
        self.entry.text = ""
        self.entry.take_keyboard(True)
