"""The frame of a screen: Page, BigTop, Steps, BottomAction, Frame. Its bar is in topbar.py."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from screens.widgets.block import Block, fit_to, width_wanted
from screens.widgets.draw import Fill
from screens.widgets.layout import Column, Row
from screens.widgets.scroller import Scroller
from screens.widgets.text import Text

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
