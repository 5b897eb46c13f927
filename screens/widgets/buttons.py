"""Buttons: PushButton, Pill, IconButton, Link. Their words wrap and they grow; nothing is ever cut."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, OptionProperty, StringProperty

from screens.widgets.draw import Fill, Glyphs
from screens.widgets.labelled import Labelled
from screens.widgets.press import Pressable
from screens.widgets.theme import theme

# kind -> (background, words, outline)
KINDS = {
    "primary": ("primary", "onPrimary", None),
    "tonal": ("primarySoft", "onPrimarySoft", None),
    "outline": (None, "ink", "outline"),
    "text": (None, "primary", None),
    "danger": ("danger", "onDanger", None),
    "danger_text": (None, "dangerText", None),
}
PILLS = {
    "sand": ("sand", "ink", None),
    "on": ("primary", "onPrimary", None),
    "primarySoft": ("primarySoft", "onPrimarySoft", None),
    "outline": (None, "ink", "outline"),
    "hero": ("hero", "onHero", "mint"),
}


class PushButton(Labelled):
    """A button as wide as its room, at least 56 dp high, or `small` with 48. In kv it is PushButton, since Kivy has
    a Button of its own whose rules would apply by name."""

    kind = OptionProperty("primary", options=list(KINDS))
    small = BooleanProperty(False)

    def __init__(self, text: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("radius", 16 if kwargs.get("small") else 18)
        super().__init__(text=text, **kwargs)

    def look(self) -> tuple[str | None, str, str | None]:
        return KINDS[self.kind]

    def measures(self) -> tuple[str, float, float, float, float, float]:
        return ("label_strong", 48, 18, 10, 8, 20) if self.small else ("button", 56, 22, 14, 10, 24)

    def on_kind(self, *_: Any) -> None:
        self.restyle()


Button = PushButton


class Pill(Labelled):
    """A rounded button as wide as its words: 48 dp high; tones sand, on, primarySoft, outline, hero."""

    tone = OptionProperty("sand", options=list(PILLS))

    def __init__(self, text: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("radius", 24)
        kwargs.setdefault("hug", True)
        super().__init__(text=text, **kwargs)

    def look(self) -> tuple[str | None, str, str | None]:
        return PILLS[self.tone]

    def measures(self) -> tuple[str, float, float, float, float, float]:
        return "label", 48, 15, 8, 8, 20

    def on_tone(self, *_: Any) -> None:
        self.restyle()


class Link(Labelled):
    """Words that lead on, in the colour of actions, on 48 dp; `icon` (a caret, say) stands after them.

    `at_end` puts short words at the right of the 48 dp, as at the end of a row.
    """

    color = StringProperty("primary")
    at_end = BooleanProperty(False)

    def __init__(self, text: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("radius", 12)
        kwargs.setdefault("hug", True)
        kwargs.setdefault("role", "link")
        super().__init__(text=text, **kwargs)

    def look(self) -> tuple[str | None, str, str | None]:
        return None, self.color, None

    def measures(self) -> tuple[str, float, float, float, float, float]:
        return "label", 48, 0, 8, 4, 18

    def on_color(self, *_: Any) -> None:
        self.restyle()

    def natural_width(self) -> float:
        return max(super().natural_width(), float(dp(48)))

    def place(self) -> None:
        x = self.x
        if self.at_end:
            x += self.width - self._aside() - self._words.width
        self._words.center(x, self.y, self._words.width, self.height)
        if self.icon:
            self._glyph.center(x + self._words.widest_line() + dp(4), self.y, self._glyph.width, self.height)

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x - dp(8), self.y + dp(4), self.width + dp(16), self.height - dp(8)


class IconButton(Pressable):
    """A round 48 dp button with an icon; `name` says what it does. `filled` gives it a sand ground."""

    REFIT: tuple[str, ...] = ("icon",)
    icon = StringProperty("x")
    color = StringProperty("ink")
    filled = BooleanProperty(False)
    size_dp = NumericProperty(48)

    def __init__(self, icon: str = "x", name: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("radius", 24)
        kwargs.setdefault("hug", True)
        super().__init__(icon=icon, name=name, **kwargs)

    def build(self) -> None:
        self._fill = Fill(self, "sand" if self.filled else None, dp(self.radius))
        self._glyph = Glyphs(self, self.color)

    def on_color(self, *_: Any) -> None:
        if self._ready:
            self._glyph.token = self.color

    def natural_width(self) -> float:
        return float(dp(self.size_dp))

    def fit(self, width: float) -> float:
        self._glyph.icon(self.icon, theme.scaled(24) if theme.text_scale < 1.5 else theme.scaled(20))
        return float(dp(self.size_dp))

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        self._fill.place(*box)
        self._glyph.center(*box)
