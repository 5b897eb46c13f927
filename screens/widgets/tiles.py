"""Tile: one activity, its state, and how far its limit has run. One widget, drawn in a dozen instructions."""
from __future__ import annotations

from typing import Any

from kivy.graphics import Mesh
from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from screens.widgets.draw import Fill, Glyphs, Paint
from screens.widgets.press import Pressable
from screens.widgets.status import look
from screens.widgets.theme import theme

PITCH = 11
CORNERS = 12


class DotLine(Paint):
    """A row of dots without an end, 5 dp high, about 11 dp apart."""

    __slots__ = ("_at", "shape")

    def __init__(self, owner: Any, token: str) -> None:
        super().__init__(owner, token)
        self.shape = Mesh(mode="triangles")
        self._at: tuple[float, ...] = ()
        owner.canvas.add(self.shape)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Draw the dots from end to end of a box."""
        if self._at == (x, y, width, height):
            return
        self._at = (x, y, width, height)
        from math import cos, pi, sin

        radius = height / 2
        vertices: list[float] = []
        indices: list[int] = []
        steps = max(round((width - height) / dp(PITCH)), 1)
        pitch = (width - height) / steps
        for dot in range(steps + 1):
            cx, cy, first = x + radius + dot * pitch, y + radius, len(vertices) // 4
            vertices += [cx, cy, 0, 0]
            for corner in range(CORNERS):
                angle = 2 * pi * corner / CORNERS
                vertices += [cx + radius * cos(angle), cy + radius * sin(angle), 0, 0]
                indices += [first, first + 1 + corner, first + 1 + (corner + 1) % CORNERS]
        self.shape.vertices, self.shape.indices = vertices, indices


class Tile(Pressable):
    """`state` gives colour, icon and word (`word` replaces it); `fraction` 0 to 1 fills the bar, None draws dots."""

    REFIT: tuple[str, ...] = ("icon", "state", "word", "title", "line")
    icon = StringProperty("circle")
    state = StringProperty("ok")
    word = StringProperty("")
    title = StringProperty("")
    line = StringProperty("")
    fraction = NumericProperty(None, allownone=True)

    def __init__(self, icon: str = "circle", state: str = "ok", word: str = "", title: str = "", line: str = "",
                 fraction: float | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("radius", 22)
        super().__init__(icon=icon, state=state, word=word, title=title, line=line, fraction=fraction, **kwargs)

    def build(self) -> None:
        self._card = Fill(self, "card", dp(22))
        self._box = Fill(self, "sand", dp(14))
        self._icon, self._sign, self._word = (Glyphs(self, "ink") for _ in range(3))
        self._title, self._line = Glyphs(self, "ink"), Glyphs(self, "ink2")
        self._track: Fill | None = None
        self._bar: Fill | None = None
        self._dots: DotLine | None = None
        self._color()

    def _color(self) -> None:
        token, _icon, _word = look(self.state)
        self._box.token = f"{token}Soft"
        self._icon.token = self._sign.token = self._word.token = token

    def _gauge(self) -> None:
        token = look(self.state)[0]
        dotted = self.fraction is None
        if dotted and self._dots is None:
            self._dots = DotLine(self, f"{token}Bar")
        if not dotted and (self._bar is None or self._track is None):
            self._track, self._bar = Fill(self, "sand", dp(2.5)), Fill(self, f"{token}Bar", dp(2.5))
        if self._dots:
            self._dots.token = f"{token}Bar" if dotted else None
        if self._bar and self._track:
            self._track.token = None if dotted else "sand"
            self._bar.token = None if dotted or not self.fraction else f"{token}Bar"

    def on_fraction(self, *_: Any) -> None:
        if self._ready:
            self._gauge()
            self._place_gauge()

    def fit(self, width: float) -> float:
        _, sign, word = look(self.state)
        word = self.word or word
        self._color()
        self._gauge()
        room = width - 2 * dp(12)
        self._icon.icon(self.icon, dp(24))
        self._sign.icon(sign, theme.scaled(17))
        self._word.set(word, "small_strong")
        beside = dp(42) + self._sign.width + dp(5) + self._word.width
        # A word that has no room beside the icon goes under the name instead.
        self._under = beside > room + 1
        if self._under:
            self._word.set(word, "small_strong", room - self._sign.width - dp(5))
        self._title.set(self.title, "tile", room)
        self._line.set(self.line, "small", room)
        self.name = ". ".join(part.rstrip(".") for part in (self.title, word, self.line) if part)
        extra = self._word.height + dp(2) if self._under else 0
        text = dp(8) + self._title.height + extra + self._line.height
        return max(float(dp(124)), dp(12) + dp(40) + text + dp(6) + dp(5) + dp(12))

    def place(self) -> None:
        x, top, pad = self.x + dp(12), self.y + self.height - dp(12), dp(12)
        self._card.place(self.x, self.y, self.width, self.height)
        box = dp(40)
        self._box.place(x, top - box, box, box)
        self._icon.center(x, top - box, box, box)
        y = top - box - dp(8) - self._title.height
        self._title.place(x, y)
        sign_gap = self._sign.width + dp(5)
        if self.__dict__.get("_under"):
            y -= self._word.height + dp(2)
            self._word.place(x + sign_gap, y)
            line = theme.scaled(20)
            self._sign.place(x, y + self._word.height - line / 2 - self._sign.height / 2)
        else:
            end = self.x + self.width - pad
            self._word.center(end - self._word.width, top - box, self._word.width, box)
            self._sign.center(end - self._word.width - sign_gap, top - box, self._sign.width, box)
        self._line.place(x, y - self._line.height)
        self._place_gauge()

    def _place_gauge(self) -> None:
        x, y, width, tall = self.x + dp(12), self.y + dp(12), self.width - 2 * dp(12), dp(5)
        if self._bar and self._track and self.fraction is not None:
            self._track.place(x, y, width, tall)
            self._bar.place(x, y, max(width * min(max(self.fraction, 0), 1), tall), tall)
        elif self._dots:
            self._dots.place(x, y, width, tall)
