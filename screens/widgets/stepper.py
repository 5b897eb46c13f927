"""Stepper: a label, a large value, and less and more with press and hold."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.properties import StringProperty

from aftercare.words import gettext as _
from aftercare.words import pgettext
from screens.widgets.buttons import IconButton
from screens.widgets.layout import Column, Row
from screens.widgets.surfaces import Card
from screens.widgets.text import Text

HOLD = 0.4
REPEAT = 0.09


class RepeatButton(IconButton):
    """Presses itself again and again while it is held. The hold counts as one press if it is short."""

    def on_pressed(self, *args: Any) -> None:
        super().on_pressed(*args)
        Clock.unschedule(self._again)
        if self.pressed:
            self._repeated = False
            Clock.schedule_once(self._again, HOLD)

    def _again(self, *_: Any) -> None:
        if self.pressed and not self.disabled:
            self._repeated = True
            self.dispatch("on_press")
            Clock.schedule_once(self._again, REPEAT)

    def press(self) -> None:
        if self.__dict__.pop("_repeated", False):
            return
        super().press()


class Stepper(Card):
    """`shown` is the value in words. `on_step` is fired with -1 or +1; who listens sets `shown` anew."""

    __events__ = ("on_step",)
    shown = StringProperty("")

    def __init__(self, label: str = "", shown: str = "", less: str = "", more: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("padding", [20, 10, 12, 10])
        super().__init__(role="spinbutton", name=label, **kwargs)
        self._label = Text(label, style="small", color="ink2", decorative=True)
        self._value = Text("", style="title", decorative=True)
        self.less = RepeatButton("minus", name=less or _("Less"), filled=True)
        self.more = RepeatButton("plus", name=more or pgettext("a step up", "More"), filled=True)
        self.less.bind(on_press=lambda *_: self.dispatch("on_step", -1))
        self.more.bind(on_press=lambda *_: self.dispatch("on_step", 1))
        buttons = Row(self.less, self.more, spacing=10, hug=True)
        self.add_widget(Row(Column(self._label, self._value), buttons, spacing=10, stack="huge"))
        self.shown = shown

    @property
    def actions(self) -> dict[str, Callable[[], Any]]:
        return {"increment": lambda: self.dispatch("on_step", 1), "decrement": lambda: self.dispatch("on_step", -1)}

    def on_step(self, by: int) -> None:
        """Fired with -1 or +1."""

    def on_shown(self, *_: Any) -> None:
        self.value = self._value.text = self.shown
