"""Scroller: Kivy's scroll view with prompt taps, a thin bar, and no jumps where nothing needs to scroll."""
from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.scrollview import ScrollView

# How long the tint of a tap is seen before the press is carried out, in seconds.
TAP = 0.03


class Scroller(ScrollView):
    """Scrolls its one child up and down. `first`, a widget inside or None, is asked before a drag scrolls the page."""

    first: Any = None

    def __init__(self, **kwargs: Any) -> None:
        self._ending = False
        kwargs.setdefault("do_scroll_x", False)
        kwargs.setdefault("bar_width", dp(3))
        kwargs.setdefault("scroll_type", ["bars", "content"])
        kwargs.setdefault("scroll_distance", dp(10))
        kwargs.setdefault("scroll_timeout", 150)
        super().__init__(**kwargs)
        self.effect_cls = "ScrollEffect"
        self.bar_color = (0.5, 0.5, 0.5, 0.5)
        self.bar_inactive_color = (0, 0, 0, 0)

    def on_touch_down(self, touch: Any) -> Any:
        first = self.first
        if first is not None and first.get_root_window() is not None and self.collide_point(*touch.pos):
            touch.push()
            touch.apply_transform_2d(first.parent.to_widget)
            taken = first.on_touch_down(touch)
            touch.pop()
            if taken:
                return True
        return super().on_touch_down(touch)

    def on_scroll_stop(self, touch: Any, check_children: bool = True) -> Any:
        self._ending = True
        try:
            return super().on_scroll_stop(touch, check_children)
        finally:
            self._ending = False

    def simulate_touch_down(self, touch: Any) -> Any:
        """Hand a touch on to the content. Kivy ends a tap 0.2 s late; here it ends as soon as its tint was seen."""
        taken = super().simulate_touch_down(touch)
        if self._ending:
            Clock.schedule_once(lambda _: self._do_touch_up(touch), TAP)
        return taken

    def scroll_to(self, widget: Any, padding: float = 10, animate: bool = True) -> None:
        """Bring a widget of the page on the screen. Content that fits stays at the top."""
        if self._viewport is None or self._viewport.height <= self.height:
            self.scroll_y = 1
        else:
            super().scroll_to(widget, padding=padding, animate=animate)
