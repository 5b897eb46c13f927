"""One of several: Segmented, PillGroup, RadioCard."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from screens.widgets.block import fit_to
from screens.widgets.buttons import Pill
from screens.widgets.container import Container
from screens.widgets.draw import Edge, Fill, Glyphs
from screens.widgets.layout import Flow
from screens.widgets.press import Pressable
from screens.widgets.segment import Segment
from screens.widgets.theme import theme
from screens.widgets.wordfit import widest_word


class _Choice(Container):
    """Keeps `chosen` and the marked state of its options in step. Options are (key, words); `name`: what is chosen."""

    chosen = ObjectProperty(None, allownone=True)

    def __init__(self, options: Sequence[tuple[Any, str]] = (), chosen: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("role", "group")
        super().__init__(**kwargs)
        self.parts: dict[Any, Any] = {}
        for key, words in options:
            part = self.parts[key] = self.make(words)
            part.bind(on_press=lambda *_, key=key: self.choose(key))
            self.add_widget(part)
        self.chosen = chosen
        self.on_chosen()

    def make(self, words: str) -> Any:
        """A widget for one option."""
        raise NotImplementedError

    def mark(self, part: Any, on: bool) -> None:
        """Show whether the option is the chosen one."""
        part.on = on

    def choose(self, key: Any) -> None:
        """Choose an option by its key."""
        if key not in self.parts:
            raise ValueError(f"{key!r} is none of the options {list(self.parts)}")
        self.chosen = key

    def on_chosen(self, *_: Any) -> None:
        for key, part in self.__dict__.get("parts", {}).items():
            self.mark(part, key == self.chosen)


class Segmented(_Choice):
    """Two or three segments side by side, one below the other in large text or for long words.

    Bind to `chosen`, the key of an option.
    """

    def build(self) -> None:
        self._ground = Fill(self, "sand", dp(16))
        self.padding, self.spacing = 4, 4

    def make(self, words: str) -> Any:
        return Segment(text=words, radius=13, role="radio")

    def arrange(self, children: list[Any], width: float) -> float:
        gap = dp(self.spacing)
        each = (width - gap * (len(children) - 1)) / max(len(children), 1)
        room = each - dp(16)
        self._stacked = theme.large or any(widest_word(c.text, "label_strong", room) > room + 1 for c in children)
        each = width if self._stacked else each
        for child in children:
            fit_to(child, each)
        if self._stacked:
            return sum(c.height for c in children) + gap * (len(children) - 1)
        tall = max((c.fit(each) for c in children), default=0)
        for child in children:
            child.height = tall
        return tall

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        x, y = self.x + dp(4), self.y + self.height - dp(4)
        for child in reversed(self.children):
            child.pos = (x, y - child.height)
            if self.__dict__.get("_stacked"):
                y -= child.height + dp(self.spacing)
            else:
                x += child.width + dp(self.spacing)


class PillGroup(_Choice, Flow):
    """Pills of which one is on; they wrap. Bind to `chosen`."""

    def __init__(self, options: Sequence[tuple[Any, str]] = (), chosen: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("spacing", 8)
        super().__init__(options, chosen, **kwargs)

    def make(self, words: str) -> Any:
        return Pill(words, role="radio")

    def mark(self, part: Any, on: bool) -> None:
        part.tone, part.checked = ("on" if on else "sand"), on


class RadioCard(Pressable):
    """A choice as a card: icon at the upper left, radio at the upper right, title and subtitle below."""

    REFIT: tuple[str, ...] = ("icon", "title", "subtitle", "on")
    icon = StringProperty("circle")
    title = StringProperty("")
    subtitle = StringProperty("")
    on = BooleanProperty(False)

    def __init__(self, icon: str = "circle", title: str = "", subtitle: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("radius", 20)
        kwargs.setdefault("role", "radio")
        super().__init__(icon=icon, title=title, subtitle=subtitle, **kwargs)

    def build(self) -> None:
        self._fill = Fill(self, "card", dp(20))
        self._edge = Edge(self, None, dp(2.5), dp(20))
        self._glyph = Glyphs(self, "primary")
        self._dot = RadioDot(self)
        self._title, self._under = Glyphs(self, "ink"), Glyphs(self, "ink2")

    def fit(self, width: float) -> float:
        self.name = ". ".join(p for p in (self.title, self.subtitle) if p)
        self.checked = self.on
        self._fill.token = "primarySoft" if self.on else "card"
        self._edge.token = "primary" if self.on else None
        self._dot.turn(self.on)
        self._glyph.icon(self.icon, dp(28))
        room = width - dp(22)
        self._title.set(self.title, "label_strong", room)
        self._under.set(self.subtitle, "small", room)
        return max(float(dp(88)), dp(24) + dp(28) + dp(4) + self._title.height + self._under.height)

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        self._fill.place(*box)
        self._edge.place(*box)
        x, y = self.x + dp(14), self.y + self.height - dp(12)
        self._glyph.place(x, y - self._glyph.height / 2 - dp(14))
        self._dot.place(self.x + self.width - dp(12) - dp(26), y - dp(27))
        y -= dp(32) + self._title.height
        self._title.place(x, y)
        self._under.place(x, y - self._under.height)


class RadioDot:
    """The 26 dp ring of a radio; a thick one when on."""

    def __init__(self, owner: Any) -> None:
        self._outer = Fill(owner, "outline", dp(13))
        self._inner = Fill(owner, "card", dp(11))
        self._on = False

    def turn(self, on: bool) -> None:
        """Show it on or off."""
        self._on = on
        self._outer.token = "primary" if on else "outline"
        self._inner.token = "card"
        self._inner.shape.radius = [dp(5) if on else dp(11)]

    def place(self, x: float, y: float) -> None:
        """Put the lower left corner at x, y."""
        thick = dp(8) if self._on else dp(2)
        self._outer.place(x, y, dp(26), dp(26))
        self._inner.place(x + thick, y + thick, dp(26) - 2 * thick, dp(26) - 2 * thick)
