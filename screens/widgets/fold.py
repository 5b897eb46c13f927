"""A question that may be left out: one row that opens into its choices, and RadioRow, one of them."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.choices import RadioDot
from screens.widgets.layout import Column
from screens.widgets.linerow import LineRow

DOT = 26


class RadioRow(LineRow):
    """A choice as a row: its ring at the left, words beside it."""

    REFIT = (*LineRow.REFIT, "on")
    LEAST = 52.0
    on = BooleanProperty(False)

    def __init__(self, title: str = "", subtitle: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("role", "radio")
        kwargs.setdefault("static", False)
        super().__init__("", title, subtitle, trailing="", **kwargs)

    def build_media(self) -> None:
        self._dot = RadioDot(self)

    def media_size(self) -> float:
        return float(dp(DOT))

    def fit_media(self) -> None:
        self.checked = self.on
        self._dot.turn(self.on)

    def place_media(self, x: float, middle: float) -> None:
        self._dot.place(x, middle - self.media_size() / 2)

    def on_tone(self, *_: Any) -> None:
        """A ring has no tone."""


class FoldRow(LineRow):
    """A small label over a strong value; a press opens or closes what lies below."""

    REFIT = (*LineRow.REFIT, "open")
    LEAST = 60.0
    STYLES = ("small", "label_strong")
    COLORS = ("ink2", "ink")
    open = BooleanProperty(False)

    def __init__(self, title: str = "", subtitle: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("static", False)
        super().__init__("", title, subtitle, **kwargs)
        self.expanded = False

    def _say(self) -> None:
        self.name, self.value = self.title, self.subtitle

    def end_icon(self) -> str:
        return "caret-up" if self.open else "caret-down"

    def on_open(self, *_: Any) -> None:
        self.expanded = self.open

    def on_press(self) -> None:
        self.open = not self.open


class Fold(Column):
    """A FoldRow over its RadioRows. `on_choice(key)` is fired with the key of the row that was pressed.

    A choice closes it again. `chosen` is the key of the choice that holds.
    """

    __events__ = ("on_choice",)
    chosen = StringProperty("")

    def __init__(self, title: str, options: Sequence[tuple[str, str, str]], chosen: str = "", **kwargs: Any) -> None:
        self.head = FoldRow(title, line=bool(kwargs.pop("line", False)))
        self._rows = {key: RadioRow(words, hint) for key, words, hint in options}
        super().__init__(self.head, **kwargs)
        self.inner = Column(*self._rows.values(), role="group", name=title)
        for key, row in self._rows.items():
            row.bind(on_press=lambda _row, key=key: self._pick(key))
        self.head.bind(open=self._turn)
        self.chosen = chosen
        self.on_chosen()

    def on_choice(self, key: str) -> None:
        """Fired when a row was pressed."""

    def on_chosen(self, *_: Any) -> None:
        for key, row in self.__dict__.get("_rows", {}).items():
            row.on = key == self.chosen
            if row.on:
                self.head.subtitle = row.title

    def _turn(self, *_: Any) -> None:
        if self.head.open:
            self.add_widget(self.inner)
        else:
            self.remove_widget(self.inner)

    def _pick(self, key: str) -> None:
        self.chosen = key
        self.head.open = False
        self.dispatch("on_choice", key)
