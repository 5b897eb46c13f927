"""The frame of a screen: Page, TopBar, BigTop, Steps, BottomAction."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from screens.widgets.block import Block, fit_to, width_wanted
from screens.widgets.buttons import IconButton
from screens.widgets.draw import Fill
from screens.widgets.layout import Column, Row
from screens.widgets.scroller import Scroller
from screens.widgets.text import Text
from screens.widgets.theme import theme

GUTTER = 20
WIDE_GUTTER = 32
WIDE_FROM = 600
# The measure of a page whose content stands in two columns.
WIDE_DP = 1080
# From the edge of a button of 48 dp to its glyph.
GLYPH_INSET = 12


class Page(Scroller):
    """A column that scrolls; add widgets to the page and they go into `column`. Gutters are 20 dp, 32 from 600 dp on.

    `measure_dp` is the widest the column gets; it stands in the middle of what is wider.
    The place it was scrolled to stays when the content grows or shrinks.
    """

    role = StringProperty("")
    color = StringProperty("bg")
    measure_dp = NumericProperty(640)
    gutter_dp = NumericProperty(-1)

    def __init__(self, *children: Any, spacing: float = 0, padding: Any = (0, 0), **kwargs: Any) -> None:
        self._upper, self._lower = padding[0], padding[-1]
        super().__init__(**kwargs)
        self.column = Column(spacing=spacing)
        super().add_widget(self.column)
        self.fbind("width", self._set_gutter)
        self.fbind("gutter_dp", self._set_gutter)
        self._set_gutter()
        self.column.fbind("height", self._keep_place)
        self._from_top = 0.0
        self.fbind("scroll_y", self._note_place)
        for child in children:
            self.column.add_widget(child)

    def add_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        if hasattr(self, "column") and widget is not self.column:
            self.column.add_widget(widget, *args, **kwargs)
        else:
            super().add_widget(widget, *args, **kwargs)

    def clear_column(self) -> None:
        """Take everything out of the page."""
        self.column.clear_widgets()

    def _set_gutter(self, *_: Any) -> None:
        wide = self.width >= dp(WIDE_FROM)
        gutter = self.gutter_dp if self.gutter_dp >= 0 else WIDE_GUTTER if wide else GUTTER
        extra = max(0.0, (self.width / dp(1) - 2 * gutter - self.measure_dp) / 2)
        self.column.padding = [gutter + extra, self._upper, gutter + extra, self._lower]

    def _note_place(self, *_: Any) -> None:
        self._from_top = (1 - self.scroll_y) * max(self.column.height - self.height, 0)

    def _keep_place(self, *_: Any) -> None:
        room = self.column.height - self.height
        if room > 0:
            self.scroll_y = max(0.0, min(1.0, 1 - self._from_top / room))


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


class BigTop(Row):
    """The head of a main tab: a title of 28 and, at the right, what `trailing` is; it moves below in large text."""

    def __init__(self, title: str = "", trailing: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("padding", [0, 8, 0, 8])
        kwargs.setdefault("stack", "large")
        super().__init__(spacing=8, **kwargs)
        self.title = Text(title, style="title")
        self.add_widget(self.title)
        if trailing is not None:
            self.add_widget(trailing)

    def _stacks(self, children: list[Any], width: float) -> bool:
        # The name of a place is not broken for what stands beside it.
        wanted = sum(width_wanted(c) for c in children if c is not self.title) + self.title.natural_width()
        return super()._stacks(children, width) or wanted + dp(self.spacing) * (len(children) - 1) > width + 1


class Steps(Block):
    """The bars of a wizard: `done` of `count` are filled."""

    REFIT: tuple[str, ...] = ("done",)
    count = NumericProperty(3)
    done = NumericProperty(1)

    def build(self) -> None:
        self._bars = [Fill(self, "line", dp(2.5)) for _ in range(int(self.count))]
        self.role = "progress"

    def fit(self, width: float) -> float:
        for number, bar in enumerate(self._bars):
            bar.token = "primary" if number < self.done else "line"
        from aftercare.words import gettext as _

        self.name = _("Step {number} of {count}").format(number=int(self.done), count=int(self.count))
        return float(dp(5))

    def place(self) -> None:
        gap = dp(6)
        each = (self.width - gap * (len(self._bars) - 1)) / len(self._bars)
        for number, bar in enumerate(self._bars):
            bar.place(self.x + number * (each + gap), self.y, each, self.height)


class BottomAction(Column):
    """The ground of the main action at the foot of a screen, with a line above unless `line` is False.

    It is no wider than `measure_dp`.
    """

    line = BooleanProperty(True)
    measure_dp = NumericProperty(640)

    def __init__(self, *children: Any, **kwargs: Any) -> None:
        kwargs.setdefault("padding", [GUTTER, 14, GUTTER, 28])
        kwargs.setdefault("spacing", 8)
        super().__init__(*children, **kwargs)

    def build(self) -> None:
        self._ground = Fill(self, "bg")
        self._line = Fill(self, "line" if self.line else None)

    def fit(self, width: float) -> float:
        side = max(GUTTER, (width / dp(1) - self.measure_dp) / 2)
        if self.padding[0] != side:
            self.padding = [side, self.padding[1], side, self.padding[3]]
            self._dirty = False
        return super().fit(width)

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        self._line.place(self.x, self.y + self.height - 1, self.width, max(1, round(dp(1))))
        super().place()




class Frame(Block):
    """A screen: `top` and `bottom` (may be None) at their own heights, `body` in all the room between."""

    arranges = True

    def __init__(self, body: Any, top: Any = None, bottom: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint", (1, 1))
        super().__init__(**kwargs)
        self.upper, self.body, self.lower = top, body, bottom
        for part in (top, body, bottom):
            if part is not None:
                self.add_widget(part)
                if part is not body:
                    part.fbind("height", self.invalidate)

    def fit(self, width: float) -> None:
        for part in (self.upper, self.lower):
            if part is not None:
                fit_to(part, width)

    def place(self) -> None:
        top = self.upper.height if self.upper else 0
        foot = self.lower.height if self.lower else 0
        if self.upper:
            self.upper.pos = (self.x, self.y + self.height - top)
        if self.lower:
            self.lower.pos = (self.x, self.y)
        self.body.pos = (self.x, self.y + foot)
        self.body.size = (self.width, max(self.height - top - foot, 1))
