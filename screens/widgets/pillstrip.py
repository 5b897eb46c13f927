"""PillStrip: a PillGroup on one line of a phone, that a finger draws sideways where not all of them fit."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty
from kivy.uix.scrollview import ScrollView

from screens.widgets.block import Block, fit_to
from screens.widgets.choices import PillGroup
from screens.widgets.page import GUTTER, WIDE_FROM
from screens.widgets.theme import theme

# So much of the next pill is seen beside the one that has been brought in.
PEEP = 36
# Above and below the pills, for the outline of the one that has the keyboard.
AROUND = 7


class Sideways(ScrollView):
    """Scrolls its one child to the left and right."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            do_scroll_y=False, bar_width=0, scroll_type=["content"], scroll_distance=dp(10), scroll_timeout=150,
            **kwargs,
        )  # fmt: skip
        self.effect_cls = "ScrollEffect"

    def on_scroll_move(self, touch: Any) -> Any:
        """A finger that goes up or down is the page's."""
        mine = touch.ud.get(self._get_uid(), {})
        if mine.get("mode") == "unknown" and abs(touch.y - touch.oy) > max(abs(touch.x - touch.ox), dp(5)):
            mine["mode"] = "scroll"
            touch.ud[self._get_uid("svavoid")] = True
        return super().on_scroll_move(touch)

    def scroll_to(self, widget: Any, padding: float = 10, animate: bool = True) -> None:
        """Bring a pill on the screen, with a piece of the next one."""
        row = self._viewport
        room = row.width - self.width if row is not None else 0
        if room <= 0:
            self.scroll_x = 0
            return
        left = widget.x - row.x
        most, least = left - dp(PEEP), left + widget.width + dp(PEEP) - self.width
        self.scroll_x = max(0.0, min(1.0, max(min(self.scroll_x * room, most), least) / room))


class PillStrip(Block):
    """Like a PillGroup, whose `chosen` it has; in large text and in a wide window its pills wrap.

    The line goes on for `bleed_dp` to both sides, as far as the edges of a phone, so that one sees there is more.
    """

    arranges = True
    chosen = ObjectProperty(None, allownone=True)
    bleed_dp = NumericProperty(GUTTER)

    def __init__(self, options: Sequence[tuple[Any, str]] = (), chosen: Any = None, name: str = "", **kw: Any) -> None:
        self.pills = PillGroup(options, chosen, name=name, size_hint_x=None)
        self.sideways = Sideways(size_hint=(None, None))
        self._measured = (0.0, 0.0)
        super().__init__(**kw)
        self.sideways.add_widget(self.pills)
        self.add_widget(self.sideways)
        self.chosen = self.pills.chosen
        self.pills.fbind("height", self.invalidate)
        self.pills.fbind("chosen", self._choose)
        self.fbind("chosen", self._show)

    @property
    def parts(self) -> dict[Any, Any]:
        """The pills by their keys."""
        return self.pills.parts

    def fit(self, width: float) -> float:
        if self.sideways.parent is None:
            return 0.0
        wanted = self.pills.natural_width() - 2 * dp(self.pills.padding[0])
        runs = wanted > width + 1 and not theme.large and Window.width < dp(WIDE_FROM)
        bleed = self.bleed_dp if runs else 0
        self.pills.padding = [bleed, AROUND, bleed, AROUND]
        fit_to(self.pills, wanted + 2 * dp(bleed) if runs else width)
        self.sideways.size = (width + 2 * dp(bleed), self.pills.height)
        if self._measured != (width, wanted):
            self._measured = (width, wanted)
            self._reveal()
        return float(self.pills.height - 2 * dp(AROUND))

    def place(self) -> None:
        self.sideways.pos = (self.x - (self.sideways.width - self.width) / 2, self.y - dp(AROUND))

    def _choose(self, _pills: Any, key: Any) -> None:
        self.chosen = key

    def _show(self, *_: Any) -> None:
        self.pills.chosen = self.chosen
        self._reveal()

    def _reveal(self) -> None:
        if self.chosen in self.pills.parts:
            self.sideways.scroll_to(self.pills.parts[self.chosen])
