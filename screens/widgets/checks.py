"""On or off: CheckRow, Toggle, ToggleRow."""
from __future__ import annotations

from typing import Any

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from screens.widgets.draw import Edge, Fill, Glyphs
from screens.widgets.linerow import LineRow
from screens.widgets.press import Pressable, quick
from screens.widgets.theme import theme

# The side of the box of a tick, in dp.
BOX = 28


class CheckRow(Pressable):
    """A tick and a sentence; the whole row is one target. `fault` (words) outlines the row and stands below it."""

    REFIT: tuple[str, ...] = ("text", "subtitle", "fault", "on")
    text = StringProperty("")
    subtitle = StringProperty("")
    style = StringProperty("small")
    fault = StringProperty("")
    on = BooleanProperty(False)
    inset = NumericProperty(0)

    def __init__(self, text: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("role", "checkbox")
        super().__init__(text=text, **kwargs)

    def build(self) -> None:
        self._outline: Edge | None = None
        self._edge = Fill(self, "outline", dp(9))
        self._inner = Fill(self, "bg", dp(7))
        self._check = Glyphs(self, None)
        self._words, self._under, self._fault = Glyphs(self, "ink"), Glyphs(self, "ink2"), Glyphs(self, "dangerText")
        self._check.icon("check-bold", dp(18))

    def on_on(self, *_: Any) -> None:
        self.checked = self.on
        if self.on:
            self.fault = ""

    def on_press(self) -> None:
        self.on = not self.on

    def _side(self) -> float:
        return float(dp(12)) if self.fault else float(dp(self.inset))

    def fit(self, width: float) -> float:
        self.name = ". ".join(p.rstrip(".") for p in (self.text, self.subtitle) if p)
        self.value, self.checked = self.fault, self.on
        self._edge.token = "primary" if self.on else "dangerText" if self.fault else "outline"
        self._inner.token = "primary" if self.on else "card"
        self._check.token = "onPrimary" if self.on else None
        if self.fault and self._outline is None:
            self._outline = Edge(self, None, dp(2), dp(16))
        if self._outline:
            self._outline.token = "dangerText" if self.fault else None
        side = self._side()
        room = width - dp(40) - 2 * side
        self._words.set(self.text, self.style, room)
        self._under.set(self.subtitle, "small", room)
        self._fault.set(self.fault, "small_strong", room)
        return max(float(dp(48)), self._tall() + (2 * dp(12) if self.fault else dp(4)))

    def _drops(self) -> tuple[float, float]:
        """How far the box and the words stand below the top, so that the first line is in the middle of the box."""
        spare = (dp(BOX) - theme.leading(self.style)) / 2
        return max(-spare, 0.0), max(spare, 0.0)

    def _tall(self) -> float:
        box, words = self._drops()
        under = self._under.height + (self._fault.height + dp(4) if self.fault else 0)
        return max(box + dp(BOX), words + self._words.height + under)

    def place(self) -> None:
        side, thick, box = self._side(), dp(2), dp(BOX)
        drop, words = self._drops()
        tall = self._words.height + self._under.height + (self._fault.height + dp(4) if self.fault else 0)
        top = self.y + self.height - (self.height - self._tall()) / 2
        x, y = self.x + side, top - drop - box
        self._edge.place(x, y, box, box)
        self._inner.place(x + thick, y + thick, box - 2 * thick, box - 2 * thick)
        self._check.center(x, y, box, box)
        top -= words
        x += box + dp(12)
        self._words.place(x, top - self._words.height)
        self._under.place(x, top - self._words.height - self._under.height)
        self._fault.place(x, top - tall)
        if self._outline:
            self._outline.place(self.x, self.y, self.width, self.height)

    def shape_box(self) -> tuple[float, float, float, float]:
        wide = 0 if self.fault else dp(8)
        return self.x - wide, self.y, self.width + 2 * wide, self.height


class Toggle(Pressable):
    """A switch of 54 by 32 dp on a 48 dp target; `name` says what it switches."""

    on = BooleanProperty(False)
    slide = NumericProperty(0.0)

    def __init__(self, name: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("role", "switch")
        kwargs.setdefault("hug", True)
        kwargs.setdefault("radius", 16)
        super().__init__(name=name, **kwargs)
        self.slide = 1.0 if self.on else 0.0

    def build(self) -> None:
        self._track = Fill(self, "outline", dp(16))
        self._knob = Fill(self, "card", dp(13))
        self.on_on()

    def on_press(self) -> None:
        self.on = not self.on

    def on_on(self, *_: Any) -> None:
        self.checked = self.on
        if hasattr(self, "_track"):
            self._track.token = "primary" if self.on else "outline"
        if self._ready:
            Animation.cancel_all(self, "slide")
            Animation(slide=1.0 if self.on else 0.0, d=quick(0.16), t="out_quad").start(self)

    def on_slide(self, *_: Any) -> None:
        if self._ready:
            self.place()

    def natural_width(self) -> float:
        return float(dp(54))

    def fit(self, width: float) -> float:
        return float(dp(48))

    def place(self) -> None:
        y = self.y + (self.height - dp(32)) / 2
        self._track.place(self.x, y, dp(54), dp(32))
        self._knob.place(self.x + dp(3) + dp(22) * self.slide, y + dp(3), dp(26), dp(26))

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x, self.y + (self.height - dp(32)) / 2, dp(54), dp(32)


class ToggleRow(LineRow):
    """A row with a switch at its end; the whole row switches. Bind to `on`."""

    on = BooleanProperty(False)

    def __init__(self, icon: str = "", title: str = "", subtitle: str = "", on: bool = False, **kwargs: Any) -> None:
        self.toggle = Toggle(on=on, decorative=True)
        super().__init__(icon, title, subtitle, trailing=self.toggle, static=False, role="switch", **kwargs)
        self.on = on
        self.checked = on
        self.toggle.bind(on=self.setter("on"))

    def on_press(self) -> None:
        self.on = not self.on

    def on_on(self, *_: Any) -> None:
        self.checked = self.toggle.on = self.on
