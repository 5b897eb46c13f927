"""Where you are: NavBar at the foot of phones, Rail at the left of wide windows. Both show the same items."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from aftercare.words import gettext as _
from screens.widgets.block import Block, fit_to
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.typeset import FONTS, typeset

# Between the words of two places, in dp.
WORD_GAP = 4


@dataclass(frozen=True, slots=True)
class NavItem:
    """One place: its key, its icon (which also has a `-fill` twin) and its word."""

    key: str
    icon: str
    label: str


class NavButton(Pressable):
    """An icon in a pill over its word."""

    REFIT: tuple[str, ...] = ("on", "label")
    icon = StringProperty("")
    label = StringProperty("")
    on = BooleanProperty(False)
    WIDE = 60.0
    TALL = 34.0
    GAP = 2.0

    def __init__(self, item: NavItem, **kwargs: Any) -> None:
        super().__init__(icon=item.icon, label=item.label, role="tab", radius=17, **kwargs)

    def build(self) -> None:
        self._pill = Fill(self, None, dp(self.TALL / 2))
        self._glyph, self._word = Glyphs(self, "navOff"), Glyphs(self, "navOff")

    def fit(self, width: float) -> float:
        self.name, self.selected = self.label, self.on
        self._pill.token = "primarySoft" if self.on else None
        self._glyph.token = self._word.token = "navOn" if self.on else "navOff"
        self._glyph.icon(self.icon + ("-fill" if self.on else ""), dp(24))
        self._word.set(self.label, "nav_on" if self.on else "nav")
        if self._word.width > width + 1:
            self._word.set(self.label, "nav", width, "center")
        return max(float(dp(56)), dp(self.TALL + self.GAP) + self._word.height)

    def word_width(self) -> float:
        """Of its word in one line and bold, in pixels."""
        return float(typeset(self.label, "nav_on").texture.width)

    def place(self) -> None:
        top = self.y + self.height
        x = self.x + (self.width - dp(self.WIDE)) / 2
        self._pill.place(x, top - dp(self.TALL), dp(self.WIDE), dp(self.TALL))
        self._glyph.center(x, top - dp(self.TALL), dp(self.WIDE), dp(self.TALL))
        self._word.center(self.x, top - dp(self.TALL + self.GAP) - self._word.height, self.width, self._word.height)

    def shape_box(self) -> tuple[float, float, float, float]:
        x, y = self.x + (self.width - dp(self.WIDE)) / 2, self.y + self.height - dp(self.TALL)
        return x, y, dp(self.WIDE), dp(self.TALL)


class _Nav(Block):
    """Keeps `chosen`, the key of an item, in step with its buttons."""

    arranges = True
    chosen = ObjectProperty(None, allownone=True)

    def __init__(self, items: Sequence[NavItem], chosen: str | None = None, **kwargs: Any) -> None:
        self.tabs: dict[str, NavButton] = {}
        super().__init__(role="group", name=_("Main menu"), **kwargs)
        for item in items:
            tab = self.tabs[item.key] = NavButton(item, on_press=lambda *_, key=item.key: self._choose(key))
            self.add_widget(tab)
        self.chosen = chosen

    def _choose(self, key: str) -> None:
        self.chosen = key

    def on_chosen(self, *_: Any) -> None:
        for key, tab in self.tabs.items():
            tab.on = key == self.chosen


class NavBar(_Nav):
    """At the foot, 84 dp high, which keeps clear of the edge of the screen."""

    def build(self) -> None:
        self._ground, self._rule = Fill(self, "nav"), Fill(self, "line")

    def fit(self, width: float) -> float:
        for tab, each in zip(self.tabs.values(), self._shares(min(width, dp(640)) - dp(16)), strict=True):
            fit_to(tab, each)
        return max(float(dp(84)), dp(28) + max((t.height for t in self.tabs.values()), default=0))

    def _shares(self, room: float) -> list[float]:
        """Equal widths, or each by its word where long words would touch."""
        each = room / max(len(self.tabs), 1)
        words = [tab.word_width() for tab in self.tabs.values()]
        if max(words, default=0) + dp(WORD_GAP) <= each:
            return [each] * len(words)
        least = [max(word, dp(48)) for word in words]
        spare = (room - sum(least)) / max(len(least), 1)
        return [wide + spare for wide in least] if spare > 0 else [each] * len(words)

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        self._rule.place(self.x, self.y + self.height - 1, self.width, max(1, round(dp(1))))
        x = self.x + (self.width - min(self.width, dp(640))) / 2 + dp(8)
        for tab in self.tabs.values():
            tab.pos = (x, self.y + self.height - dp(8) - tab.height)
            x += tab.width


class HelpButton(Pressable):
    """"Feels wrong?" at the foot of the rail."""

    REFIT: tuple[str, ...] = ("text",)
    text = StringProperty("")

    def build(self) -> None:
        self._fill = Fill(self, "sand", dp(22))
        self._glyph, self._word = Glyphs(self, "ink"), Glyphs(self, "ink")

    def fit(self, width: float) -> float:
        self.name = self.text
        self._glyph.icon("first-aid-kit", dp(24))
        self._word.set(self.text, "rail_help", width - dp(12), "center")
        return max(float(dp(76)), self._word.height + dp(24 + 4 + 20))

    def place(self) -> None:
        self._fill.place(self.x, self.y, self.width, self.height)
        base = self.y + (self.height - self._word.height - dp(28)) / 2
        self._word.center(self.x, base, self.width, self._word.height)
        self._glyph.center(self.x, base + self._word.height + dp(4), self.width, dp(24))


class Rail(_Nav):
    """At the left, 104 dp wide: the mark on top, the places, and help at the foot (`on_help`)."""

    __events__ = ("on_help",)

    def __init__(self, items: Sequence[NavItem], chosen: str | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint", (None, 1))
        kwargs.setdefault("width", dp(104))
        super().__init__(items, chosen, **kwargs)
        self.help = HelpButton(text=_("Feels wrong?"), radius=22, on_press=lambda *_: self.dispatch("on_help"))
        self.add_widget(self.help)

    def on_help(self) -> None:
        """Fired when help is asked for."""

    def build(self) -> None:
        from kivy.core.image import Image

        self._ground, self._rule = Fill(self, "nav"), Fill(self, "line")
        self.canvas.add(Color(1, 1, 1, 1))
        # Twice its 48 dp, so that plain halving keeps it crisp: making mipmaps would take longer than all of Today.
        picture = Image(str(FONTS.parent / "icon" / "aftercare-icon-96.png"))
        self._mark = Rectangle(texture=picture.texture)
        self.canvas.add(self._mark)

    def fit(self, width: float) -> None:
        for tab in self.tabs.values():
            fit_to(tab, dp(88))
        if "help" in self.__dict__:
            fit_to(self.help, dp(84))

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        self._rule.place(self.x + self.width - 1, self.y, max(1, round(dp(1))), self.height)
        mark = dp(48)
        top = self.y + self.height - dp(24)
        self._mark.pos, self._mark.size = (self.x + (self.width - mark) / 2, top - mark), (mark, mark)
        top -= mark + dp(26) + dp(4)
        for tab in self.tabs.values():
            top -= tab.height
            tab.pos = (self.x + (self.width - tab.width) / 2, top)
            top -= dp(22)
        if "help" in self.__dict__:
            self.help.pos = (self.x + (self.width - self.help.width) / 2, self.y + dp(24))


