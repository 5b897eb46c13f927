"""The one observable look: colours, type sizes and text scale. Canvas instructions and kv rules bind to it."""
from __future__ import annotations

from typing import Any

from kivy.event import EventDispatcher
from kivy.lang.parser import global_idmap
from kivy.metrics import dp, sp
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty
from kivy.utils import get_color_from_hex

from screens.widgets.palette import DARK, LIGHT

# style -> (size, line, weight) in sp; line heights are those of the design's type scale
TYPE = {
    "display": (42, 46, "semibold"),
    "countdown": (35, 42, "semibold"),
    "title": (28, 34, "semibold"),
    "heading": (22, 28, "semibold"),
    "subhead": (18, 24, "semibold"),
    "body": (17, 25, "regular"),
    "body_strong": (17, 25, "medium"),
    "button": (17, 24, "semibold"),
    "tile": (17, 22, "semibold"),
    "label": (16, 22, "medium"),
    "label_strong": (16, 22, "semibold"),
    "small": (15, 20, "regular"),
    "small_strong": (15, 20, "medium"),
    "nav": (13, 16, "medium"),
    "nav_on": (13, 16, "semibold"),
    "rail_help": (14, 17, "semibold"),
    "axis": (14, 18, "medium"),
}
LARGE_FROM = 1.3
# From here up, everything that still stood side by side is stacked.
HUGE_FROM = 1.8
# Tab and axis labels have short words in narrow places: they grow late and little.
SMALL_TYPE = 14


def _scaled(size: float, scale: float) -> float:
    """Large type grows less than small type, so that a headline still fits a phone at 200 %."""
    if size <= SMALL_TYPE:
        return size * min(max(scale / LARGE_FROM, 1.0), 1.15)
    if scale <= 1.0 or size < 19:
        return size * scale
    return size * (1 + (0.8 if size < 24 else 0.6) * (scale - 1))


# Kivy names a property when its class is made, so the tokens go into the namespace of a base class.
_Palette: Any = type("_Palette", (EventDispatcher,), {name: ColorProperty(value) for name, value in LIGHT.items()})


class Theme(_Palette):  # type: ignore[misc]
    """Colours by token name (`theme.card`), `theme.size("body")` in pixels, and the switches that change them."""

    dark = BooleanProperty(False)
    text_scale = NumericProperty(1.0)
    large = BooleanProperty(False)
    huge = BooleanProperty(False)
    reduced_motion = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._paint()

    def on_dark(self, *_: Any) -> None:
        self._paint()

    def on_text_scale(self, *_: Any) -> None:
        self.large = self.text_scale >= LARGE_FROM
        self.huge = self.text_scale >= HUGE_FROM

    def size(self, style: str) -> float:
        """Font size of a style in pixels, at the present text scale."""
        return float(sp(_scaled(TYPE[style][0], self.text_scale)))

    def scaled(self, size: float) -> float:
        """A type-bound measure (an icon beside text, say) in pixels, at the present text scale."""
        return float(sp(_scaled(size, self.text_scale)))

    def boxed(self, size: float) -> float:
        """The side of a picture beside words, in pixels: it grows late and little, since the words need the room."""
        return float(dp(size)) * (1 + 0.4 * max(self.text_scale - LARGE_FROM, 0.0))

    def leading(self, style: str) -> float:
        """Height of a line of a style in pixels, at the present text scale."""
        size, line, _ = TYPE[style]
        return self.size(style) * line / size

    def line_height(self, style: str) -> float:
        """Height of a line relative to the font's own, for `Label.line_height`."""
        size, line, _ = TYPE[style]
        return line / (size * FONT_LINE)

    def _paint(self) -> None:
        for name, value in (DARK if self.dark else LIGHT).items():
            setattr(self, name, get_color_from_hex(value))


# Commissioner's own line is 1.222 em high.
FONT_LINE = 1.222

theme = Theme()
global_idmap["theme"] = theme
