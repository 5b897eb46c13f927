"""The base of every widget of the kit: its height follows its width, at once, without waiting for a frame."""
from __future__ import annotations

from typing import Any
from weakref import WeakSet

from kivy.clock import Clock
from kivy.properties import BooleanProperty
from kivy.uix.widget import Widget

from screens.widgets.a11y import Accessible
from screens.widgets.theme import theme

_live: WeakSet[Block] = WeakSet()
_waiting: set[Block] = set()
# A layout that never comes to rest is a fault; stop it instead of hanging the app.
ROUNDS = 60


class Block(Accessible, Widget):
    """Subclasses override `build` (make the drawing), `fit` (width -> height) and `place` (put things at pos).

    `hug` makes the width follow the content (`natural_width`), up to the room there is.
    Properties named in `REFIT` lay the widget out anew when they change.
    """

    REFIT: tuple[str, ...] = ()
    hug = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self._ready = False
        self._dirty = False
        self.paints: list[Any] = []
        if "size_hint" not in kwargs:
            kwargs.setdefault("size_hint_y", None)
        super().__init__(**kwargs)
        self.on_hug()
        self.build()
        self._ready = True
        for name in self.REFIT:
            self.fbind(name, self.invalidate)
        _live.add(self)
        self.invalidate()

    def build(self) -> None:
        """Make canvas instructions and inner widgets, once."""

    def fit(self, width: float) -> float | None:
        """Arrange the content for this width and return the height it needs; None leaves the height alone."""
        return None

    def place(self) -> None:
        """Put the content at the present position."""

    def natural_width(self) -> float:
        """The width the content would like to have, in pixels."""
        return float(self.width)

    def invalidate(self, *_: Any) -> None:
        """Lay this out again before the next frame."""
        if not self._dirty:
            self._dirty = True
        if self._ready:
            _waiting.add(self)
            _flush()

    def layout(self) -> None:
        """Lay this out now."""
        self._dirty = False
        if self.hug and not getattr(self.parent, "arranges", False):
            natural = self.natural_width()
            if natural != self.width:
                self._ready = False
                self.width = natural
                self._ready = True
        height = self.fit(self.width)
        if height is not None and self.size_hint_y is None and height != self.height:
            self.height = height
        else:
            self.place()

    def repaint(self) -> None:
        """Take every colour anew from the theme."""
        for paint in self.paints:
            paint.repaint()

    def on_width(self, *_: Any) -> None:
        if self._ready:
            self.layout()

    def on_hug(self, *_: Any) -> None:
        if self.hug:
            self.size_hint_x = None

    def on_height(self, *_: Any) -> None:
        if self._ready:
            self.place()

    def on_pos(self, *_: Any) -> None:
        if self._ready and not self._dirty:
            self.place()

    def on_parent(self, _: Any, parent: Any) -> None:
        if parent is not None and self._dirty and self._ready:
            self.invalidate()


def fit_to(child: Any, width: float) -> None:
    """Give a child its width; its height is right when this returns, if it is one of ours."""
    if child.width != width:
        child.width = width
    elif getattr(child, "_dirty", False):
        child.layout()


def width_wanted(child: Any) -> float:
    """The width a child asks for by itself."""
    return float(child.natural_width()) if getattr(child, "hug", False) else float(child.width)


def settle(*_: Any) -> None:
    """Lay out everything that waits, outermost first, so that nothing is measured twice."""
    for _round in range(ROUNDS):
        if not _waiting:
            return
        batch = list(_waiting)
        _waiting.clear()
        for block in batch:
            if block._dirty and (top := _outermost(block)) is not None:
                top.layout()
                # What stands between may be in order, and then the outermost one does not come down here.
                if block._dirty:
                    block.layout()


def _outermost(block: Block) -> Block | None:
    """The outermost waiting block around this one, or None while it is not in a window."""
    top, at = block, block
    while (parent := at.parent) is not None and parent is not at:
        if getattr(parent, "_dirty", False):
            top = parent
        at = parent
    return top if hasattr(at, "parent") and at.get_parent_window() is not None else None


def _restyle(*_: Any) -> None:
    for block in list(_live):
        block.invalidate()


def _repaint(*_: Any) -> None:
    for block in list(_live):
        block.repaint()


_flush = Clock.create_trigger(settle, -1)
theme.fbind("dark", _repaint)
theme.fbind("text_scale", _restyle)
