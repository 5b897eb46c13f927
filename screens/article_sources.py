"""The numbered sources of an article; one that can be read on the web unfolds its address."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp

from aftercare.presenters.article_state import SourceRow
from screens.limit_parts import Unfolding
from screens.widgets.buttons import Link
from screens.widgets.done import say_done
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.layout import Column, Row
from screens.widgets.linerow import LineRow
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme

Fire = Callable[..., None]


class _Number(LineRow):
    """The number of the source stands where other rows have their icon, and before the title in very large text."""

    number = 0
    words = ""

    def fit(self, width: float) -> float:
        title = f"{self.number}. {self.words}" if theme.huge else self.words
        if self.title != title:
            self.title = title
            self._dirty = False
        return super().fit(width)

    def build_media(self) -> None:
        self._box, self._glyph = Fill(self, "primarySoft", dp(14)), Glyphs(self, "onPrimarySoft")

    def media_size(self) -> float:
        return 0.0 if theme.huge else max(float(dp(28)), theme.scaled(26))

    def fit_media(self) -> None:
        self._glyph.set("" if theme.huge else str(self.number), "axis")
        self._box.token = None if theme.huge else "primarySoft"
        self._box.shape.radius = [max(self.media_size() / 2, 0.01)]

    def on_tone(self, *_: Any) -> None:
        """The circle has one colour."""


class SourceLine(_Number):
    """A source that has no address."""

    def __init__(self, row: SourceRow, line: bool) -> None:
        self.number, self.words, self._spoken = row.number, row.title, row.spoken
        super().__init__("", row.title, row.detail, line=line)

    def _say(self) -> None:
        self.name = self._spoken


class SourceFold(_Number, Unfolding):
    """A source whose address opens below it."""

    def __init__(self, row: SourceRow, fire: Fire, line: bool) -> None:
        self.number, self.words, self._spoken = row.number, row.title, row.spoken
        super().__init__("", row.title, row.detail, lambda: address(row, fire), line=line)

    def _say(self) -> None:
        self.name = self._spoken


def sources(rows: tuple[SourceRow, ...], fire: Fire) -> Card:
    """The card of all sources. `fire(intent, **payload)`: "open-address" (address), "copy" (text)."""
    card = Card(padding=[16, 4, 16, 4])
    for row in rows:
        line = bool(card.children)
        card.add_widget(SourceFold(row, fire, line) if row.address else SourceLine(row, line))
    return card


def address(row: SourceRow, fire: Fire) -> Column:
    """Where it can be read: the address in full, and two ways to it. Nothing opens by itself."""
    copy = Link(row.copy, icon="copy-simple", role="button")

    def copied(*_: Any) -> None:
        fire("copy", text=row.address)
        say_done(copy, row.copied)

    copy.bind(on_press=copied)
    go = Link(row.open, icon="arrow-square-out", on_press=lambda *_: fire("open-address", address=row.address))
    needs = Row(Icon("cloud-slash", 20, color="ink2"), Text(row.needs, style="small", color="ink2"), spacing=8)
    where = Text(row.address, style="small", color="ink2")
    return Column(where, needs, Column(go, copy), spacing=6, padding=[0 if theme.huge else 42, 0, 0, 8])
