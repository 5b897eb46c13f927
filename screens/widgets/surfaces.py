"""Cards and what lies on them: IconBox, Separator, Note, Banner."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Edge, Fill, Glyphs, Shadow
from screens.widgets.layout import Column, Row
from screens.widgets.press import Pressable
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme

# tone -> (background, foreground)
TONES = {
    "sand": ("sand", "ink"),
    "pri": ("primarySoft", "onPrimarySoft"),
    "notyet": ("notyetSoft", "notyet"),
    "care": ("careSoft", "care"),
    "ask": ("askSoft", "ask"),
    "ok": ("okSoft", "ok"),
    "dg": ("dangerSoft", "dangerText"),
    "dgs": ("danger", "onDanger"),
    "hero": ("hero", "onHero"),
    "plain": (None, "ink"),
}


class Card(Column):
    """A rounded surface with a column inside. `color` is a token, `edge` the token of an outline or empty."""

    color = StringProperty("card")
    edge = StringProperty("")
    edge_dp = NumericProperty(2.5)
    shadow = BooleanProperty(False)
    radius = NumericProperty(22)

    def __init__(self, *children: Any, **kwargs: Any) -> None:
        kwargs.setdefault("padding", 18)
        super().__init__(*children, **kwargs)

    def build(self) -> None:
        self._shadow = Shadow(self) if self.shadow else None
        self._fill = Fill(self, self.color, dp(self.radius))
        self._edge: Edge | None = None
        self.on_edge()

    def on_color(self, *_: Any) -> None:
        if self._ready:
            self._fill.token = self.color

    def on_edge(self, *_: Any) -> None:
        if "_edge" not in self.__dict__:
            return
        if self.edge and self._edge is None:
            self._edge = Edge(self, self.edge, dp(self.edge_dp), dp(self.radius), canvas=self.canvas.after)
        if self._edge is not None:
            self._edge.token = self.edge or None
            self.place()

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        for paint in (self._shadow, self._fill, self._edge):
            if paint is not None:
                paint.place(*box)
        super().place()


class PressCard(Pressable, Card):
    """A card that is one big button; give it a `name`. What lies inside is drawing to a screen reader."""

    radius = NumericProperty(22)


# Radius to side.
ROUND = 0.34


class IconBox(Block):
    """An icon on a rounded square of its tone; drawing only. Sizes of the design: 44, 40 in tiles, 56."""

    REFIT: tuple[str, ...] = ("icon", "size_dp")
    icon = StringProperty("circle")
    tone = StringProperty("sand")
    size_dp = NumericProperty(44)
    icon_dp = NumericProperty(24)

    def __init__(self, icon: str = "circle", tone: str = "sand", size_dp: float = 44, **kwargs: Any) -> None:
        kwargs.setdefault("hug", True)
        kwargs.setdefault("icon_dp", 28 if size_dp > 48 else 24)
        super().__init__(icon=icon, tone=tone, size_dp=size_dp, **kwargs)

    def build(self) -> None:
        back, front = TONES[self.tone]
        self._fill = Fill(self, back, dp(self.size_dp * ROUND))
        self._glyph = Glyphs(self, front)

    def on_tone(self, *_: Any) -> None:
        if self._ready:
            self._fill.token, self._glyph.token = TONES[self.tone]

    def natural_width(self) -> float:
        return theme.boxed(self.size_dp)

    def fit(self, width: float) -> float:
        self._glyph.icon(self.icon, theme.boxed(self.icon_dp))
        return theme.boxed(self.size_dp)

    def place(self) -> None:
        box = (self.x, self.y, self.width, self.height)
        self._fill.shape.radius = [self.width * ROUND]
        self._fill.place(*box)
        self._glyph.center(*box)


class Separator(Block):
    """A hairline."""

    color = StringProperty("line")

    def build(self) -> None:
        self._fill = Fill(self, self.color)

    def fit(self, width: float) -> float:
        return float(max(dp(1), 1))

    def place(self) -> None:
        self._fill.place(self.x, round(self.y), self.width, self.height)


NOTE_TONES = {
    "pri": ("primarySoft", "onPrimarySoft"), "sand": ("sand", "ink"), "ask": ("askSoft", "ask"),
    "care": ("careSoft", "care"), "notyet": ("notyetSoft", "notyet"), "ok": ("okSoft", "ok"),
    "dg": ("dangerSoft", "dangerText"),
}


class Note(Card):
    """A tinted piece of information: icon, a lead in semi-bold, text. More widgets may be added to `side`."""

    def __init__(self, text: str = "", lead: str = "", icon: str = "info", tone: str = "pri", **kwargs: Any) -> None:
        color, front = NOTE_TONES[tone]
        kwargs.setdefault("padding", [16, 14, 16, 14])
        kwargs.setdefault("radius", 20)
        self.words = Text(text, lead=lead)
        self.side = Column(self.words, spacing=4)
        super().__init__(Row(Icon(icon, color=front), self.side, spacing=12, align="top"), color=color, **kwargs)


class Banner(Card):
    """A calm line that stays: icon, words and, if there is something to do, a link at its end."""

    def __init__(self, text: str = "", icon: str = "info", action: str = "", on_action: Any = None, tone: str = "sand",
                 **kwargs: Any) -> None:
        from screens.widgets.buttons import Link

        color, front = NOTE_TONES[tone]
        kwargs.setdefault("padding", [16, 4, 16, 4] if action else [16, 12, 16, 12])
        kwargs.setdefault("radius", 18)
        self.words = Text(text, style="label")
        line = Row(Icon(icon, 20, color=front), self.words, spacing=10, stack="huge")
        if action:
            line.add_widget(Link(text=action, at_end=True, on_press=lambda *_: on_action and on_action()))
        super().__init__(line, color=color, **kwargs)


