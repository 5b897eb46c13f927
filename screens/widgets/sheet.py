"""Sheet: a layer over the screen. From below on phones; from 1024 dp on a panel of 400 dp at the right."""
from __future__ import annotations

from typing import Any

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.properties import NumericProperty

from aftercare.words import gettext as _
from screens.widgets.block import Block, fit_to
from screens.widgets.buttons import IconButton
from screens.widgets.draw import Fill
from screens.widgets.focus import focus
from screens.widgets.layout import Row
from screens.widgets.page import BottomAction, Frame, Page
from screens.widgets.press import quick
from screens.widgets.text import Text

PANEL_FROM = 1024
PANEL = 400
LEAST_SKY = 60
# Beyond this a drag lets go of the sheet.
FAR = 100


class Sheet(Block):
    """`Sheet(title, widgets…, head=…, bottom=…).open(window)`. `head` replaces the plain title beside the ×.

    Drag down, ×, Escape or a tap outside close it; `on_close` is fired when it is gone.
    """

    __events__ = ("on_close",)
    arranges = True
    shown = NumericProperty(0.0)
    drag = NumericProperty(0.0)

    def __init__(self, title: str, *content: Any, head: Any = None, bottom: Any = None, spacing: float = 12,
                 **kwargs: Any) -> None:
        self._start: float | None = None
        self._outside = False
        self._closing = False
        self._before: Any = None
        super().__init__(role="dialog", name=title, modal=True, size_hint=(1, 1), **kwargs)
        self.page = Page(*content, spacing=spacing, padding=(0, 24), measure_dp=640)
        self.closer = IconButton("x", name=_("Close"), filled=True, on_press=lambda *_: self.close())
        heading = head if head is not None else Text(title, style="heading")
        self.head = Row(heading, self.closer, spacing=12, padding=[20, 28, 20, 16])
        foot = None
        if bottom is not None:
            foot = BottomAction(bottom, line=False)
        self.frame = Frame(self.page, top=self.head, bottom=foot, size_hint=(None, None))
        self.add_widget(self.frame)
        self.page.column.fbind("height", self.invalidate)
        self.head.fbind("height", self.invalidate)

    def build(self) -> None:
        self._scrim = Fill(self, "scrim", alpha=0.0)
        self._ground = Fill(self, "bg", [dp(32)] * 4)
        self._handle = Fill(self, "outline", dp(2.5))

    @property
    def side(self) -> bool:
        """Whether it is the panel at the right."""
        return bool(self.width >= dp(PANEL_FROM))

    def open(self, window: Any) -> Sheet:
        """Show it over everything in the window."""
        self._before = focus.control
        window.add_widget(self)
        focus.layers.append(self)
        if focus.by_keyboard:
            focus.move_to(self.closer)
        Animation(shown=1.0, d=quick(0.26), t="out_cubic").start(self)
        return self

    def close(self, *_: Any) -> None:
        """Take it away; a second call does nothing."""
        if self._closing or self.parent is None:
            return
        self._closing = True
        if self in focus.layers:
            focus.layers.remove(self)
        Animation.cancel_all(self)
        leave = Animation(shown=0.0, d=quick(0.2), t="in_cubic")
        leave.bind(on_complete=self._gone)
        leave.start(self)

    def _gone(self, *_: Any) -> None:
        self._closing = False
        if self.parent is not None:
            self.parent.remove_widget(self)
        focus.move_to(self._before)
        self._before, self.drag = None, 0
        self.dispatch("on_close")

    def on_close(self) -> None:
        """Fired when it is gone."""

    def fit(self, width: float) -> None:
        if hasattr(self, "frame"):
            fit_to(self.frame, dp(PANEL) if self.side else width)

    def _height(self) -> float:
        foot = self.frame.lower.height if self.frame.lower is not None else 0
        wanted = self.head.height + self.page.column.height + foot
        return float(self.height if self.side else min(wanted, self.height - dp(LEAST_SKY)))

    def place(self) -> None:
        if not hasattr(self, "frame"):
            return
        self._scrim.place(self.x, self.y, self.width, self.height)
        self._scrim.fade(0.55 * self.shown)
        tall, round_ = self._height(), dp(32)
        away = (1 - self.shown)
        if self.side:
            left, base = self.x + self.width - dp(PANEL) * (1 - away), self.y
            self._ground.shape.radius = [round_, 0.01, 0.01, round_]
        else:
            left, base = self.x, self.y - tall * away - self.drag
            self._ground.shape.radius = [round_, round_, 0.01, 0.01]
        self.frame.height = tall
        self.frame.pos = (left, base)
        self._ground.place(left, base, self.frame.width, tall)
        self._handle.token = None if self.side else "outline"
        self._handle.place(left + (self.frame.width - dp(44)) / 2, base + tall - dp(15), dp(44), dp(5))

    def on_shown(self, *_: Any) -> None:
        self.place()

    def on_drag(self, *_: Any) -> None:
        self.place()

    def on_touch_down(self, touch: Any) -> bool:
        if touch.is_mouse_scrolling or not self.frame.collide_point(*touch.pos):
            if touch.is_mouse_scrolling:
                super().on_touch_down(touch)
            else:
                self._outside = True
                touch.grab(self)
            return True
        if super().on_touch_down(touch):
            return True
        if not self.side and self.head.collide_point(*touch.pos):
            self._start = touch.y
            touch.grab(self)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is self and self._start is not None:
            self.drag = max(0.0, self._start - touch.y)
        elif touch.grab_current is not self:
            super().on_touch_move(touch)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            super().on_touch_up(touch)
            return True
        touch.ungrab(self)
        outside = self._outside and not self.frame.collide_point(*touch.pos)
        if outside or self.drag > dp(FAR):
            self.close()
        elif self.drag:
            Animation(drag=0.0, d=quick(0.16), t="out_quad").start(self)
        self._outside, self._start = False, None
        return True


def paper_sheet(paper: Any) -> Sheet:
    """A short text to read: `paper` has a title and paragraphs."""
    return Sheet(paper.title, *[Text(paragraph) for paragraph in paper.paragraphs], spacing=14)
