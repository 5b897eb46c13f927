"""Status is always icon, word and colour: Status, Chip, CountPill."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from aftercare.words import marked
from screens.widgets.block import Block
from screens.widgets.draw import Edge, Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.theme import theme
from screens.widgets.typeset import typeset
from screens.widgets.wordfit import widest_word

# state -> (colour token, icon, word); "before_stop" is what a before-window asks for
STATES = {
    "not_yet": ("notyet", "hourglass-medium-fill", marked("Not yet")),
    "with_care": ("care", "warning-fill", marked("With care")),
    "ask": ("ask", "hospital", marked("Ask your clinic")),
    "ok": ("ok", "check-circle-fill", marked("OK now")),
    "before_stop": ("notyet", "hand-palm", marked("Stop now")),
    "before_soon": ("care", "clock-countdown", marked("Stop soon")),
    "done": ("ok", "check-circle-fill", marked("Done")),
    "neutral": ("ink2", "info", ""),
    "danger": ("dangerText", "warning-octagon-fill", marked("Get help now")),
}


def look(state: str) -> tuple[str, str, str]:
    """Colour token, icon and translated word of a state; ValueError names the states there are."""
    from aftercare.words import gettext as _

    if state not in STATES:
        raise ValueError(f"state {state!r} is none of {', '.join(STATES)}")
    token, icon, word = STATES[state]
    return token, icon, _(word) if word else ""


class Status(Block):
    """Icon and word in the colour of the state, as wide as they are. `word` replaces the usual one."""

    REFIT: tuple[str, ...] = ("state", "word")
    state = StringProperty("ok")
    word = StringProperty("")
    SIDE = (0.0, 0.0, 0.0)
    GAP = 6.0

    def __init__(self, state: str = "ok", word: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("hug", True)
        kwargs.setdefault("role", "text")
        super().__init__(state=state, word=word, **kwargs)

    def build(self) -> None:
        self.build_ground()
        self._glyph = Glyphs(self, "ink")
        self._words = Glyphs(self, "ink")

    def build_ground(self) -> None:
        """Draw what lies under the words."""

    def color_to(self, token: str) -> None:
        """Take the colour of the state."""
        self._glyph.token = self._words.token = token

    def _take(self) -> float:
        token, icon, word = look(self.state)
        self.color_to(token)
        self.name = self.word or word
        return self._glyph.icon(icon, theme.scaled(17)) and self._glyph.width + dp(self.GAP)

    def natural_width(self) -> float:
        # Measured apart: what is drawn may be wrapped, and stays so where the width does not change.
        aside = self._take()
        wide = typeset(self.name, "small_strong").texture.width if self.name else 0
        return float(aside + wide + dp(self.SIDE[0]) + dp(self.SIDE[2]))

    def least_width(self, room: float) -> float:
        """Where `room` is narrower than this, a word is broken."""
        aside = self._take() + dp(self.SIDE[0]) + dp(self.SIDE[2])
        return aside + widest_word(self.name, "small_strong", room - aside)

    def fit(self, width: float) -> float:
        aside = self._take()
        room = width - aside - dp(self.SIDE[0]) - dp(self.SIDE[2])
        self._words.set(self.name, "small_strong")
        if self._words.width > room + 1:
            self._words.set(self.name, "small_strong", room)
        return self._words.height + 2 * dp(self.SIDE[1])

    def place(self) -> None:
        x = self.x + dp(self.SIDE[0])
        self._glyph.place(x, self.y + (self.height - self._glyph.height) / 2)
        self._words.place(x + self._glyph.width + dp(self.GAP), self.y + dp(self.SIDE[1]))


class Chip(Status):
    """A status on a soft ground of its colour."""

    SIDE = (8.0, 4.0, 10.0)

    def build_ground(self) -> None:
        self._fill = Fill(self, "sand", dp(14))

    def color_to(self, token: str) -> None:
        super().color_to(token)
        self._fill.token = {"ink2": "sand", "dangerText": "dangerSoft"}.get(token, f"{token}Soft")

    def place(self) -> None:
        self._fill.place(self.x, self.y, self.width, self.height)
        super().place()


class CountPill(Pressable):
    """How many answers have this state; pressing filters by it. `on` outlines the one that filters."""

    REFIT: tuple[str, ...] = ("state", "count", "word")
    state = StringProperty("ok")
    count = NumericProperty(0)
    word = StringProperty("")
    on = BooleanProperty(False)

    def __init__(self, state: str = "ok", count: int = 0, word: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("hug", True)
        super().__init__(state=state, count=count, word=word, **kwargs)

    def build(self) -> None:
        token, *_ = look(self.state)
        self._fill = Fill(self, f"{token}Soft", dp(18))
        self._edge: Edge | None = None
        self._glyph, self._number, self._words = (Glyphs(self, token) for _ in range(3))
        self.on_on()

    def on_on(self, *_: Any) -> None:
        self.selected = self.on
        if "_edge" not in self.__dict__:
            return
        if self.on and self._edge is None:
            self._edge = Edge(self, None, dp(2.5), dp(18))
        if self._edge is not None:
            self._edge.token = look(self.state)[0] if self.on else None
            self.place()

    def _measure(self, width: float | None = None) -> None:
        token, icon, word = look(self.state)
        self._fill.token = f"{token}Soft"
        for glyphs in (self._glyph, self._number, self._words):
            glyphs.token = token
        self._glyph.icon(icon, theme.scaled(18))
        self._number.set(str(self.count), "subhead")
        self._words.set(self.word or word, "small_strong")
        if width is not None and self._words.width > width - dp(10) + 1:
            self._words.set(self.word or word, "small_strong", width - dp(10), "center")
        self.name = f"{self.word or word}: {self.count}"

    def natural_width(self) -> float:
        self._measure()
        return max(self._words.width, self._glyph.width + dp(6) + self._number.width) + dp(14)

    def fit(self, width: float) -> float:
        self._measure(width)
        return max(float(dp(60)), self._number.height + self._words.height + dp(16))

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        self._fill.place(*box)
        if self._edge:
            self._edge.place(*box)
        base = self.y + (self.height - self._number.height - self._words.height) / 2
        self._words.center(self.x, base, self.width, self._words.height)
        upper = base + self._words.height
        x = self.x + (self.width - self._glyph.width - dp(6) - self._number.width) / 2
        self._glyph.place(x, upper + (self._number.height - self._glyph.height) / 2)
        self._number.place(x + self._glyph.width + dp(6), upper)
