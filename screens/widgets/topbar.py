"""TopBar: the title of a screen between the ways out of it."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty

from screens.widgets.block import Block, fit_to, width_wanted
from screens.widgets.buttons import IconButton
from screens.widgets.layout import Row
from screens.widgets.page import GLYPH_INSET, GUTTER, WIDE_FROM, WIDE_GUTTER
from screens.widgets.text import Text
from screens.widgets.theme import theme


class TopBar(Row):
    """56 dp: back at the left, the title in the middle, close at the right; either button may be left out.

    `trailing` stands at the right instead of close, and "Feels wrong?" before either where it is answered by `on_help`.
    A title that would not fit in one line of large text stands below the buttons.
    Its glyphs stand above the edges of a column of `measure_dp`, or of the bar itself where that is 0.
    """

    measure_dp = NumericProperty(640)

    def __init__(self, title: str = "", on_back: Any = None, on_close: Any = None, back_name: str = "",
                 close_name: str = "", back_icon: str = "arrow-left", trailing: Any = None, on_help: Any = None,
                 **kwargs: Any) -> None:
        from aftercare.words import gettext as _

        kwargs.setdefault("padding", [8, 4, 8, 4])
        super().__init__(spacing=4, **kwargs)
        self.title = Text(title, style="label_strong", halign="center")
        self.title.level, self.title.role = 1, "heading"
        self.add_widget(self._side(back_icon, back_name or _("Back"), on_back))
        self.add_widget(self.title)
        if on_help is not None:
            self.add_widget(self._side("first-aid-kit", _("Feels wrong?"), on_help))
        if on_help is None or trailing is not None or on_close is not None:
            self.add_widget(trailing or self._side("x", close_name or _("Close"), on_close))

    def fit(self, width: float) -> float:
        if self.measure_dp:
            least = (WIDE_GUTTER if width >= dp(WIDE_FROM) else GUTTER) - GLYPH_INSET
            side = max(least, (width / dp(1) - self.measure_dp) / 2 - GLYPH_INSET)
            if self.padding[0] != side:
                self.padding = [side, self.padding[1], side, self.padding[3]]
                self._dirty = False
        return float(super().fit(width))

    def arrange(self, children: list[Any], width: float) -> float:
        beside = width - sum(width_wanted(c) + dp(self.spacing) for c in children if c is not self.title)
        self._even = False
        self._low = theme.large and self.title.natural_width() > beside + 1
        if not self._low:
            tall = float(super().arrange(children, width))
            # In the middle of the bar where it fits there, however many buttons stand at one side.
            at = children.index(self.title)
            before, after = (sum(width_wanted(c) for c in part) for part in (children[:at], children[at + 1 :]))
            even = width - 2 * (max(before, after) + dp(self.spacing) * max(at, len(children) - at - 1))
            self._even = not self.stacked and self.title.natural_width() <= even
            if self._even:
                fit_to(self.title, even)
            return tall
        # Below them it is as wide as the page: from its left edge, where its other words begin.
        fit_to(self.title, width - 2 * dp(GLYPH_INSET))
        for child in children:
            if child is not self.title:
                self.fix(child, width)
        return float(self.title.height + max(c.height for c in children if c is not self.title))

    def place(self) -> None:
        low, even = self.__dict__.get("_low"), self.__dict__.get("_even")
        self.title.halign = "left" if low else "center"
        if not low and not even:
            super().place()
            return
        left, top, right, bottom = (dp(side) for side in self.padding)
        first, *others = [c for c in reversed(self.children) if c is not self.title]
        y = self.y + self.height - top - first.height
        first.pos = (self.x + left, y)
        x = self.x + self.width - right
        for child in reversed(others):
            x -= child.width
            child.pos = (x, y)
            x -= dp(self.spacing)
        if low:
            self.title.pos = (self.x + left + dp(GLYPH_INSET), self.y + bottom)
        else:
            middle = y + first.height / 2
            self.title.pos = (self.x + (self.width - self.title.width) / 2, middle - self.title.height / 2)

    def _side(self, icon: str, name: str, on_press: Any) -> Any:
        if on_press is None:
            return Block(size_hint=(None, None), size=(dp(48), dp(48)))
        return IconButton(icon, name=name, on_press=lambda *_: on_press())
