"""Toast: one line that goes by itself. UndoBar: the same with a way back, for 6 seconds."""
from __future__ import annotations

from typing import Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import NumericProperty

from aftercare.words import gettext as _
from screens.widgets.block import fit_to
from screens.widgets.buttons import Link
from screens.widgets.press import quick
from screens.widgets.surfaces import Card
from screens.widgets.text import Text

STAY = 4.0
UNDO_STAY = 6.0
WIDEST = 480


class Toast(Card):
    """`Toast("Saved").show(window)`; `above` (dp) is how much of the foot it leaves free."""

    above = NumericProperty(96)

    def __init__(self, text: str, stay: float = STAY, **kwargs: Any) -> None:
        kwargs.setdefault("padding", [18, 12, 18, 12])
        look = {"color": "hero", "edge": "heroTrack", "edge_dp": 1.5, "radius": 18, "opacity": 0}
        super().__init__(role="group", name=text, size_hint_x=None, **look, **kwargs)
        self._stay = stay
        self.words = Text(text, style="label", color="onHero")
        self.fill_in()

    def fill_in(self) -> None:
        """Put the words in."""
        self.add_widget(self.words)

    def show(self, window: Any) -> Toast:
        """Show it over the foot of the window."""
        self._window = window
        window.add_widget(self)
        window.bind(size=self._sit)
        self.fbind("height", self._sit)
        self._sit()
        Animation(opacity=1, d=quick(0.16)).start(self)
        self._timer = Clock.schedule_once(self.leave, self._stay)
        return self

    def _sit(self, *_: Any) -> None:
        window = self._window
        fit_to(self, min(dp(WIDEST), window.width - dp(40)))
        self.pos = ((window.width - self.width) / 2, dp(self.above))

    def leave(self, *_: Any) -> None:
        """Take it away."""
        self._timer.cancel()
        if self.parent is not None:
            self._window.unbind(size=self._sit)
            fade = Animation(opacity=0, d=quick(0.16))
            fade.bind(on_complete=lambda *_: self.parent and self.parent.remove_widget(self))
            fade.start(self)


class UndoBar(Toast):
    """`UndoBar("Entry deleted", on_undo=…).show(window)`."""

    def __init__(self, text: str, on_undo: Any = None, stay: float = UNDO_STAY, **kwargs: Any) -> None:
        self._on_undo = on_undo
        kwargs.setdefault("padding", [18, 4, 14, 4])
        super().__init__(text, stay, **kwargs)

    def fill_in(self) -> None:
        from screens.widgets.layout import Row

        self.add_widget(Row(self.words, Link(_("Undo"), color="mint", on_press=self._undo, role="button"), spacing=12))

    def _undo(self, *_: Any) -> None:
        self.leave()
        if self._on_undo is not None:
            self._on_undo()
