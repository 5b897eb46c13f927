"""A code of digits: the keys, and a dot for each digit that was typed."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Edge, Fill, Glyphs
from screens.widgets.layout import Column, Row
from screens.widgets.press import Pressable
from screens.widgets.theme import theme

KEY = 76
FLAT = 60
MOST = 24


class PadKey(Pressable):
    """A digit, or an icon with a name. Round on the dark ground of the lock, flat on a page; `bare` has no ground."""

    REFIT: tuple[str, ...] = ("digit", "icon")
    digit = StringProperty("")
    icon = StringProperty("")
    round = BooleanProperty(True)
    bare = BooleanProperty(False)
    strong = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("hug", kwargs.get("round", True))
        kwargs.setdefault("radius", KEY / 2 if kwargs.get("round", True) else 18)
        super().__init__(**kwargs)
        if self.digit:
            self.name = self.digit

    def build(self) -> None:
        ground = "mint" if self.strong else None if self.bare else "heroHi" if self.round else "sand"
        self._ground = Fill(self, ground, dp(self.radius))
        self._edge = Edge(self, "heroTrack" if self.round and not self.bare else None, dp(1.5), dp(self.radius))
        self._glyph = Glyphs(self, "hero" if self.strong else "onHero" if self.round else "ink")

    def tint_token(self) -> str:
        return "onHero" if self.round else "ink"

    def natural_width(self) -> float:
        return float(dp(KEY))

    def fit(self, width: float) -> float:
        if self.digit:
            self._glyph.set(self.digit, "title", None)
        else:
            self._glyph.icon(self.icon, theme.scaled(26))
        return float(dp(KEY if self.round else FLAT))

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        self._ground.place(*box)
        self._edge.place(*box)
        self._glyph.center(*box)


class CodePad(Column):
    """Keys from 0 to 9 and one that deletes. `on_digits(text)` is fired by each change, `on_done(text)` by the last key
    where there is one (`done` is its name). `round` as for keys.
    """

    __events__ = ("on_digits", "on_done")
    digits = StringProperty("")

    def __init__(self, delete: str, done: str = "", round: bool = True, **kwargs: Any) -> None:
        gap = 22 if round else 10
        super().__init__(spacing=12 if round else 8, align="center", **kwargs)
        last: list[Any] = [self._last(done, round), self._digit("0", round), self._delete(delete, round)]
        lines = [[self._digit(digit, round) for digit in line] for line in ("123", "456", "789")]
        for line in [*lines, last]:
            row = Row(*line, spacing=gap, hug=round)
            self.add_widget(row)

    def press_key(self, digit: str) -> None:
        """A digit was pressed, on the pad or on a keyboard."""
        if len(self.digits) < MOST and not self.disabled:
            self.digits += digit

    def delete(self) -> None:
        """The last digit goes."""
        self.digits = self.digits[:-1]

    def wipe(self) -> None:
        """Forget what was typed."""
        self.digits = ""

    def hand_in(self) -> None:
        """Say that all digits are typed, or that none was."""
        if not self.disabled:
            self.dispatch("on_done", self.digits)

    def on_digits(self, *_: Any) -> None:
        """Fired by each change."""

    def on_done(self, text: str) -> None:
        """Fired with all digits."""

    def _digit(self, digit: str, round: bool) -> PadKey:
        return PadKey(digit=digit, round=round, on_press=lambda *_: self.press_key(digit))

    def _delete(self, name: str, round: bool) -> PadKey:
        return PadKey(icon="backspace", name=name, round=round, bare=round, on_press=lambda *_: self.delete())

    def _last(self, name: str, round: bool) -> Any:
        if name:
            done = PadKey(icon="check-bold", name=name, round=round, bare=True, strong=True)
            done.bind(on_press=lambda *_: self.hand_in())
            return done
        if not round:
            return Block(height=dp(FLAT))
        return Block(size_hint=(None, None), size=(dp(KEY), dp(KEY)))


class CodeDots(Block):
    """A filled dot for each of `count` digits, and rings up to `least`."""

    REFIT: tuple[str, ...] = ("count",)
    count = NumericProperty(0)
    least = NumericProperty(6)
    over_dark = BooleanProperty(True)

    def build(self) -> None:
        self.role = "text"
        full, ring = ("peach", "onHero2") if self.over_dark else ("primary", "outline")
        self._rings = [Edge(self, None, dp(1.5), dp(8)) for _ in range(MOST)]
        self._dots = [Fill(self, None, dp(8)) for _ in range(MOST)]
        self._tokens = full, ring

    def _size(self, width: float) -> tuple[float, float]:
        shown = max(int(self.count), int(self.least))
        side = min(float(dp(16)), width / shown * 0.6)
        return side, min(float(dp(36)), (width - side) / max(shown - 1, 1))

    def fit(self, width: float) -> float:
        return float(dp(24))

    def place(self) -> None:
        count, shown = int(self.count), max(int(self.count), int(self.least))
        side, step = self._size(self.width)
        full, ring = self._tokens
        x = self.x + (self.width - step * (shown - 1) - side) / 2
        y = self.y + (self.height - side) / 2
        for at, (dot, edge) in enumerate(zip(self._dots, self._rings, strict=True)):
            dot.token = full if at < count else None
            edge.token = ring if count <= at < shown else None
            if at < shown:
                dot.place(x + at * step, y, side, side)
                edge.place(x + at * step, y, side, side)
