"""Boxes to choose one of: side by side, in two columns, or one below the other, as their words need."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.block import fit_to
from screens.widgets.container import Container, fit_rows, place_rows
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.theme import theme

GAP = 6.0
# "Medium" in semi-bold just fits a quarter of a card on a phone of 390 dp.
SIDE = 5.0


class StrengthBox(Pressable):
    """One answer: sand, or filled when it is chosen. Where there is room a check marks the choice too."""

    REFIT: tuple[str, ...] = ("text", "on", "wide")
    text = StringProperty("")
    on = BooleanProperty(False)
    wide = BooleanProperty(False)

    def __init__(self, text: str, spoken: str, **kwargs: Any) -> None:
        kwargs.setdefault("role", "radio")
        kwargs.setdefault("radius", 14)
        super().__init__(text=text, name=spoken, **kwargs)

    def build(self) -> None:
        self._fill = Fill(self, "sand", dp(self.radius))
        self._check, self._words = Glyphs(self, None), Glyphs(self, "ink2")
        self.checked = self.on

    def on_on(self, *_: Any) -> None:
        self.checked = self.on

    def tint_token(self) -> str:
        return "onPrimary" if self.on else "ink"

    def wanted(self) -> float:
        """The width its words need on one line, in pixels."""
        self._words.set(self.text, "label_strong")
        return float(self._words.width + 2 * dp(SIDE))

    def fit(self, width: float) -> float:
        self._fill.token = "primary" if self.on else "sand"
        self._words.token = "onPrimary" if self.on else "ink2"
        self._words.set(self.text, "label_strong" if self.on else "label")
        self._check.icon("check-bold", theme.scaled(20))
        aside = self._check.width + dp(8)
        marked = self.on and self._words.width + aside + 2 * dp(SIDE) <= width and (theme.large or self.wide)
        self._aside = aside if marked else 0.0
        self._check.token = "onPrimary" if marked else None
        room = width - 2 * dp(SIDE) - self._aside
        if self._words.width > room + 1:
            self._words.set(self.text, "label_strong" if self.on else "label", room, "center")
        return max(float(dp(50)), self._words.height + dp(20))

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        self._fill.place(*box)
        aside = self.__dict__.get("_aside", 0.0)
        x = self.x + (dp(16) if self.wide else (self.width - aside - self._words.width) / 2)
        self._check.center(x, self.y, self._check.width, self.height)
        self._words.center(x + aside, self.y, self._words.width, self.height)


class StrengthChoice(Container):
    """`options` are (key, word, spoken); `on_choose(key)` is fired by a press, and who listens sets `chosen`."""

    __events__ = ("on_choose",)
    chosen = StringProperty("")

    def __init__(self, options: Sequence[tuple[str, str, str]], chosen: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("role", "group")
        kwargs.setdefault("spacing", GAP)
        super().__init__(**kwargs)
        self.boxes: dict[str, StrengthBox] = {}
        for key, word, spoken in options:
            box = self.boxes[key] = StrengthBox(word, spoken)
            box.bind(on_press=lambda _box, key=key: self.dispatch("on_choose", key))
            self.add_widget(box)
        self.chosen = chosen
        self.on_chosen()

    def on_choose(self, key: str) -> None:
        """Fired with the key of the box that was pressed."""

    def on_chosen(self, *_: Any) -> None:
        for key, box in self.__dict__.get("boxes", {}).items():
            box.on = key == self.chosen

    def arrange(self, children: list[Any], width: float) -> float:
        gap, count = dp(self.spacing), max(len(children), 1)
        widest = max((child.wanted() for child in children), default=0.0)
        # Four in large text, and an odd one in two columns, would look torn.
        steps = [n for n in (count, 2) if count % n == 0 and not (theme.large and n > 3)]
        if theme.huge:
            self._across = 1
        else:
            self._across = next(
                (n for n in steps if widest <= (width - gap * (n - 1)) / n),
                1,
            )
        each = (width - gap * (self._across - 1)) / self._across
        for child in children:
            child.wide = self._across == 1
            fit_to(child, each)
        return fit_rows(children, [each] * len(children), self._across, gap)

    def place(self) -> None:
        place_rows(self, self.__dict__.get("_across", 1))
