"""Alerts as lines: NoticeLine in a list, and NoticeCard as a lock screen shows one."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.layout import Column, Row
from screens.widgets.logo import Logo
from screens.widgets.surfaces import Card
from screens.widgets.text import Text
from screens.widgets.theme import theme

ASIDE = 84.0
GAP = 12.0
PAD = 12.0


class NoticeLine(Block):
    """Time over day at the left, title and text beside them; below them in large text. `line` draws a hairline."""

    REFIT: tuple[str, ...] = ("time", "day", "title", "text")
    time = StringProperty("")
    day = StringProperty("")
    title = StringProperty("")
    text = StringProperty("")
    line = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(role="listitem", **kwargs)

    def build(self) -> None:
        self._rule = Fill(self, "line" if self.line else None)
        self._time, self._day = Glyphs(self, "ink"), Glyphs(self, "ink2")
        self._title, self._text = Glyphs(self, "ink"), Glyphs(self, "ink2")

    def on_line(self, *_: Any) -> None:
        if self._ready:
            self._rule.token = "line" if self.line else None

    def fit(self, width: float) -> float:
        aside = dp(ASIDE) * theme.text_scale
        room = width if theme.large else width - aside - dp(GAP)
        self._time.set(self.time, "label_strong", width if theme.large else aside)
        self._day.set(self.day, "small", width if theme.large else aside)
        self._title.set(self.title, "label", room)
        self._text.set(self.text, "small", room)
        left = self._time.height + self._day.height
        right = self._title.height + (self._text.height if self.text else 0)
        if theme.large:
            return float(left + dp(4) + right + 2 * dp(PAD))
        return float(max(left, right) + 2 * dp(PAD))

    def place(self) -> None:
        top = self.y + self.height - dp(PAD)
        left = self._time.height + self._day.height
        right = self._title.height + (self._text.height if self.text else 0)
        x, low = self.x + dp(ASIDE) * theme.text_scale + dp(GAP), top
        if theme.large:
            x, low = self.x, top - left - dp(4)
        elif right < left:
            # A short text stands in the middle of its time.
            low = top - (left - right) / 2
        elif left < right and not self.text:
            top -= (right - left) / 2
        self._time.place(self.x, top - self._time.height)
        self._day.place(self.x, top - left)
        self._title.place(x, low - self._title.height)
        self._text.place(x, low - right)
        self._rule.place(self.x, round(self.y + self.height), self.width, max(1, round(dp(1))) if self.line else 0)


class Mark(Block):
    """The mark of the app, as large as a row's icon."""

    SIDE = 44

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(hug=True, decorative=True, **kwargs)

    def build(self) -> None:
        self._logo = Logo(self.SIDE)
        self.add_widget(self._logo)

    def natural_width(self) -> float:
        return float(dp(self.SIDE))

    def fit(self, width: float) -> float:
        return float(dp(self.SIDE))

    def place(self) -> None:
        self._logo.pos = self.pos


class NoticeCard(Card):
    """A notification in small: the mark, a title, the time and the text. `show` takes them and what is spoken."""

    def __init__(self, **kwargs: Any) -> None:
        self._title, self._text = Text(style="label_strong"), Text()
        self._time = Text(style="small", color="ink2", hug=True)
        self._head = Row(self._title, self._time, spacing=8, stack="large")
        row = Row(Mark(), Column(self._head, self._text), spacing=12, stack="huge")
        kwargs.setdefault("padding", [14, 12, 16, 12])
        super().__init__(row, role="text", color="sand", radius=20, **kwargs)

    def show(self, title: str, text: str, time: str, spoken: str) -> None:
        """Take the words."""
        self._title.text, self._text.text, self._time.text, self.name = title, text, time, spoken
