"""BadgeChoice: one of a few ways as a row with a radio, and a badge that praises it."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.choices import RadioDot
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.press import Pressable

DOT, GAP = 26, 14


class BadgeChoice(Pressable):
    """Title, subtitle, and a badge beside the title where it fits, else below."""

    REFIT: tuple[str, ...] = ("title", "subtitle", "badge", "on")
    title = StringProperty("")
    subtitle = StringProperty("")
    badge = StringProperty("")
    on = BooleanProperty(False)
    line = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("role", "radio")
        super().__init__(**kwargs)

    def build(self) -> None:
        self._rule = Fill(self, "line" if self.line else None)
        self._dot = RadioDot(self)
        self._pill = Fill(self, "primarySoft", dp(14))
        self._star = Glyphs(self, "onPrimarySoft")
        self._title, self._under = Glyphs(self, "ink"), Glyphs(self, "ink2")
        self._badge = Glyphs(self, "onPrimarySoft")

    def fit(self, width: float) -> float:
        self.name = ". ".join(p.rstrip(".") for p in (self.title, self.subtitle, self.badge) if p)
        self.checked = self.on
        self._dot.turn(self.on)
        room = width - dp(DOT + GAP)
        self._pill.token = "primarySoft" if self.badge else None
        self._star.token = self._badge.token = "onPrimarySoft" if self.badge else None
        self._star.icon("star-fill", dp(18))
        self._badge.set(self.badge, "small_strong", None)
        if self._badge.width > room - dp(46):
            self._badge.set(self.badge, "small_strong", max(room - dp(46), 1))
        self._tag = (self._badge.width + dp(46), max(self._badge.height + dp(8), dp(32))) if self.badge else (0, 0)
        self._title.set(self.title, "label", None)
        self._beside = not self.badge or self._title.width + self._tag[0] + dp(10) <= room
        own = room - (self._tag[0] + dp(10) if self.badge and self._beside else 0)
        self._title.set(self.title, "label", own)
        self._under.set(self.subtitle, "small", own)
        tall = self._title.height + self._under.height
        if not self._beside:
            tall += self._tag[1] + dp(6)
        return float(max(dp(64), tall + dp(24)))

    def _middle(self) -> float:
        return float(self.y + self.height / 2)

    def place(self) -> None:
        if not hasattr(self, "_tag"):
            return
        self._rule.place(self.x, self.y + self.height - dp(1), self.width, dp(1))
        tall = self._title.height + self._under.height + (0 if self._beside else self._tag[1] + dp(6))
        top = self.y + (self.height + tall) / 2
        self._dot.place(self.x, top - self._title.height / 2 - dp(13) if not self._beside else self._middle() - dp(13))
        x = self.x + dp(DOT + GAP)
        self._title.place(x, top - self._title.height)
        self._under.place(x, top - self._title.height - self._under.height)
        wide, high = self._tag
        left = self.x + self.width - wide if self._beside else x
        foot = self._middle() - high / 2 if self._beside else top - tall
        self._pill.place(left, foot, wide, high)
        self._star.center(left + dp(10), foot, self._star.width, high)
        self._badge.center(left + dp(34), foot, self._badge.width, high)
