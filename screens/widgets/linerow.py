"""The common part of rows: an icon, two lines of words and what stands at the end."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.block import Block, fit_to, width_wanted
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.surfaces import TONES
from screens.widgets.theme import theme
from screens.widgets.wordfit import widest_word


class LineRow(Pressable):
    """Subclasses set the measures (dp) and styles below.

    `trailing` is the name of an icon, or a widget that keeps its own presses. `static` rows cannot be pressed.
    """

    REFIT: tuple[str, ...] = ("title", "subtitle", "icon")
    PAD = (0.0, 10.0, 0.0, 10.0)
    GAP = 14.0
    LEAST = 64.0
    STYLES = ("label", "small")
    COLORS = ("ink", "ink2")
    UNDER = 0.0
    # Words get at least this many times the size of their type, or what stands at the end moves below them.
    LEAST_ROOM = 7.0
    # Below what stands above the words; and how many times as high as it they are where it stands at their top.
    OVER = 8.0
    TALL = 2.0
    icon = StringProperty("")
    title = StringProperty("")
    subtitle = StringProperty("")
    tone = StringProperty("sand")
    static = BooleanProperty(False)
    line = BooleanProperty(False)
    _below = False
    # What stands at the left stands above the words, where a word would break beside it.
    _over = False

    def __init__(self, icon: str = "", title: str = "", subtitle: str = "", trailing: Any = None,
                 **kwargs: Any) -> None:
        kwargs.setdefault("static", "on_press" not in kwargs)
        kwargs.setdefault("role", "listitem" if kwargs["static"] else "button")
        self._trailing = trailing
        super().__init__(icon=icon, title=title, subtitle=subtitle, **kwargs)
        if isinstance(trailing, Block):
            self.add_widget(trailing)
            trailing.fbind("height", self.invalidate)

    @property
    def actions(self) -> dict[str, Callable[[], Any]]:
        return {} if self.static else super().actions

    def on_touch_down(self, touch: Any) -> bool:
        return bool(Block.on_touch_down(self, touch)) if self.static else super().on_touch_down(touch)

    def build(self) -> None:
        self._rule = Fill(self, "line" if self.line else None)
        self.build_ground()
        self.build_media()
        title, under = self.COLORS
        self._title = Glyphs(self, title)
        self._under = Glyphs(self, under)
        self._end = Glyphs(self, "ink3") if self.end_icon() else None
        self._say()

    def build_ground(self) -> None:
        """Draw what lies under the words."""

    def build_media(self) -> None:
        """Draw what stands at the left: here the icon on its tone."""
        back, front = TONES[self.tone]
        self._box = Fill(self, back if self.icon else None, dp(15))
        self._glyph = Glyphs(self, front)

    def media_size(self) -> float:
        """Width of what stands at the left, in pixels."""
        return theme.boxed(44) if self.icon else 0.0

    def fit_media(self) -> None:
        """Measure it."""
        self._glyph.icon(self.icon, theme.boxed(24))
        self._box.token = TONES[self.tone][0] if self.icon else None

    def place_media(self, x: float, middle: float) -> None:
        """Draw it with its left side at x."""
        size = self.media_size()
        self._box.place(x, middle - size / 2, size, size)
        self._glyph.center(x, middle - size / 2, size, size)

    def end_icon(self) -> str:
        """The icon at the end, if any."""
        if isinstance(self._trailing, str):
            return self._trailing
        return "" if self.static or self._trailing is not None else "caret-right"

    def on_title(self, *_: Any) -> None:
        self._say()

    def on_subtitle(self, *_: Any) -> None:
        self._say()

    def on_line(self, *_: Any) -> None:
        if self._ready:
            self._rule.token = "line" if self.line else None

    def on_tone(self, *_: Any) -> None:
        if self._ready and hasattr(self, "_box"):
            self._box.token, self._glyph.token = TONES[self.tone]

    def _say(self) -> None:
        self.name = ". ".join(part.rstrip(".") for part in (self.title, self.subtitle) if part)

    def fit(self, width: float) -> float:
        left, upper, right, lower = (dp(side) for side in self.PAD)
        self.fit_media()
        media = self.media_size()
        room = width - left - right - (media + dp(self.GAP) if media else 0)
        aside = 0.0
        end = self._trailing if isinstance(self._trailing, Block) else None
        if self._end is not None:
            self._end.icon(self.end_icon(), theme.boxed(20))
            room -= self._end.width + dp(8)
        elif end is not None:
            fit_to(end, min(width_wanted(end), room))
            beside = room - end.width - dp(8)
            self._below = bool(theme.huge or beside < self.LEAST_ROOM * theme.size(self.STYLES[0]))
            if not self._below:
                room = beside
            else:
                aside = end.height + dp(4)
        self._over = bool(media) and self._breaks(room)
        if self._over:
            room += media + dp(self.GAP)
        self._title.set(self.title, self.STYLES[0], room)
        self._under.set(self.subtitle, self.STYLES[1], room)
        gap = dp(self.UNDER) if self.subtitle else 0
        words = self._title.height + self._under.height + gap + aside
        tall = max(words, media, end.height if end is not None and not aside else 0)
        if self._over:
            tall = words + media + dp(self.OVER)
        return max(float(dp(self.LEAST)), tall + upper + lower)

    def _breaks(self, room: float) -> bool:
        return any(
            widest_word(text, style, room) > room + 1
            for text, style in zip((self.title, self.subtitle), self.STYLES, strict=True)
        )

    def place(self) -> None:
        left, upper, right, _ = (dp(side) for side in self.PAD)
        middle = self.y + self.height / 2
        media = self.media_size()
        x = self.x + left + (media + dp(self.GAP) if media and not self._over else 0)
        end = self._trailing if isinstance(self._trailing, Block) else None
        below = end.height + dp(4) if end is not None and self._below else 0
        gap = dp(self.UNDER) if self.subtitle else 0
        words = self._title.height + self._under.height + gap
        # Beside many lines it stands at the first one, and above all of them where there is no room beside.
        if self._over:
            self.place_media(self.x + left, self.y + self.height - upper - media / 2)
        elif media and words + below > media * self.TALL:
            self.place_media(self.x + left, middle + (words + below - media) / 2)
        else:
            self.place_media(self.x + left, middle)
        middle -= (media + dp(self.OVER)) / 2 if self._over else 0
        base = middle - (words + below) / 2 + below
        self._under.place(x, base)
        self._title.place(x, base + self._under.height + gap)
        edge = self.x + self.width - right
        if self._end is not None:
            self._end.place(edge - self._end.width, middle - self._end.height / 2)
        elif end is not None:
            end.pos = (x, base - below) if below else (edge - end.width, middle - end.height / 2)
        self._rule.place(self.x, round(self.y + self.height), self.width, max(1, round(dp(1))) if self.line else 0)

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x - dp(10), self.y + dp(2), self.width + dp(20), self.height - dp(4)
