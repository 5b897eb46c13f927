"""Rows: ListRow, KeyValueRow, ChoiceRow."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import OptionProperty

from screens.widgets.buttons import Link
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.linerow import LineRow
from screens.widgets.theme import theme

GROUNDS = {"primary": ("primary", "onPrimary"), "tonal": ("primarySoft", "onPrimarySoft"), "card": ("card", "ink")}


class ListRow(LineRow):
    """A row of a card; `line=True` draws a hairline above it."""


class KeyValueRow(LineRow):
    """A small label over a strong value, and a link at the end that changes it (`on_change`)."""

    LEAST = 60.0
    STYLES = ("small", "label_strong")
    COLORS = ("ink2", "ink")

    def __init__(self, icon: str = "", label: str = "", value: str = "", change: str = "", on_change: Any = None,
                 change_name: str = "", **kwargs: Any) -> None:
        self.link = Link(change, at_end=True, on_press=lambda *_: on_change and on_change()) if change else None
        if self.link is not None:
            self.link.name = change_name or f"{change}: {label}"
        kwargs.setdefault("tone", "pri")
        super().__init__(icon=icon, title=label, subtitle=value, trailing=self.link, static=True, **kwargs)

    def _say(self) -> None:
        self.name, self.value = self.title, self.subtitle


class ChoiceRow(LineRow):
    """A large action with what it means: icon, title, subtitle and a caret on a ground of its kind."""

    PAD = (18.0, 12.0, 16.0, 12.0)
    LEAST = 56.0
    STYLES = ("button", "small")
    kind = OptionProperty("tonal", options=("primary", "tonal", "card"))

    def __init__(self, icon: str = "", title: str = "", subtitle: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("static", False)
        super().__init__(icon=icon, title=title, subtitle=subtitle, **kwargs)

    def build(self) -> None:
        super().build()
        self.on_kind()

    def build_ground(self) -> None:
        self._ground = Fill(self, "card", dp(self.radius))

    def build_media(self) -> None:
        self._glyph = Glyphs(self, "ink")

    def on_kind(self, *_: Any) -> None:
        if hasattr(self, "_end"):
            back, front = GROUNDS[self.kind]
            self._ground.token = back
            for paint in (self._glyph, self._title, self._under, self._end):
                if paint is not None:
                    paint.token = front
            if self.kind == "card":
                self._under.token = "ink2"

    def media_size(self) -> float:
        return theme.scaled(24) if self.icon else 0.0

    def fit_media(self) -> None:
        self._glyph.icon(self.icon, theme.scaled(24))

    def place_media(self, x: float, middle: float) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        self._glyph.center(x, middle, self.media_size(), 0)

    def tint_token(self) -> str:
        return "onPrimary" if self.kind == "primary" else "ink"

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x, self.y, self.width, self.height
