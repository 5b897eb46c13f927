"""Keyboard and pointer: Tab walks in reading order, Enter and Space press, Escape closes the top layer, hover tints.

`attach(window)` once at start. The outline is seen only after a key was used, and goes with the next touch.
"""
from __future__ import annotations

from typing import Any
from weakref import ref

from kivy.metrics import dp

from screens.widgets.a11y import OPERABLE, controls
from screens.widgets.focusring import FocusRing

TAB, ENTER, KEYPAD_ENTER, SPACE, ESCAPE = 9, 13, 271, 32, 27
RIGHT, LEFT, DOWN, UP = 275, 276, 274, 273
# How a grid of days calls the keys that move inside it.
GRID_KEYS = {RIGHT: "right", LEFT: "left", DOWN: "down", UP: "up"}
GRID_KEYS |= {278: "home", 279: "end", 280: "pageup", 281: "pagedown"}
MORE, LESS = (RIGHT, UP), (LEFT, DOWN)
# In these the arrow keys move the choice.
CHOICES = ("radio", "tab")


class Focus:
    """Who has the keyboard. `layers` holds open sheets, the top one last; each has `close()`."""

    def __init__(self) -> None:
        self.window: Any = None
        self.layers: list[Any] = []
        self.by_keyboard = False
        self._at: Any = None
        self._ring: FocusRing | None = None
        self._hot: Any = None

    @property
    def control(self) -> Any:
        """The control that has the keyboard, or None."""
        return self._at() if self._at is not None else None

    def attach(self, window: Any, pointer: bool = True) -> None:
        """Listen to a window; `pointer` False where there is no mouse."""
        if self.window is not None:
            return
        self.window = window
        window.bind(on_key_down=self._key, on_touch_down=self._touched)
        if pointer:
            window.bind(mouse_pos=self._hover, on_cursor_leave=lambda *_: self._heat(None))

    def order(self) -> list[Any]:
        """What Tab stops at, in reading order."""
        return [c for c in controls(_Root(self.window)) if c.role in OPERABLE and not getattr(c, "disabled", False)]

    def move_to(self, control: Any) -> None:
        """Give a control the keyboard and bring it on the screen; None takes it from all.

        One that is typed into has `take_keyboard(on)`.
        """
        before = self.control
        self._at = ref(control) if control is not None else None
        if self._ring is None and self.by_keyboard:
            self._ring = FocusRing()
        if self._ring is not None:
            self._ring.show(control if self.by_keyboard else None)
        if control is not None and self.by_keyboard:
            _reveal(control)
        for one, on in ((before, False), (control, True)):
            if before is not control and hasattr(one, "take_keyboard"):
                one.take_keyboard(on)

    def step(self, by: int) -> None:
        """Move on (1) or back (-1), round and round. In a grid of days Tab stops at one of them."""
        order = self.order()
        stops = [c for c in order if self._stops_at(c)]
        if stops:
            at = stops.index(self.control) if self.control in stops else (-1 if by > 0 else 0)
            self.move_to(stops[(at + by) % len(stops)])

    def _stops_at(self, control: Any) -> bool:
        now = self.control
        if control is now or not hasattr(control, "tab_stop"):
            return True
        # From a day to which the arrows led, Tab leaves the month.
        return bool(control.tab_stop) and not (hasattr(now, "tab_stop") and now.parent is control.parent)

    def _key(self, _window: Any, key: int, _scan: int = 0, _text: Any = None, modifiers: Any = (), **_: Any) -> bool:
        if key == ESCAPE:
            if self.layers:
                self.layers[-1].close()
                return True
            return False
        if key == TAB:
            self.by_keyboard = True
            self.step(-1 if "shift" in (modifiers or ()) else 1)
            return True
        control = self.control
        if control is None or control not in self.order():
            return False
        if key in (ENTER, KEYPAD_ENTER, SPACE) and "press" in control.actions:
            control.do("press")
            return True
        if key in GRID_KEYS and hasattr(control, "key"):
            following = control.key(GRID_KEYS[key])
            if following is not None:
                self.move_to(following)
            return True
        if key in MORE + LESS:
            return self._arrow(control, 1 if key in (RIGHT, DOWN) else -1, key)
        return False

    def _arrow(self, control: Any, by: int, key: int) -> bool:
        action = "increment" if key in MORE else "decrement"
        if action in control.actions:
            control.do(action)
            return True
        if control.role in CHOICES:
            group = [c for c in self.order() if c.parent is control.parent and c.role == control.role]
            following = group[(group.index(control) + by) % len(group)]
            self.move_to(following)
            following.do("press")
            return True
        return False

    def _touched(self, *_: Any) -> None:
        if self.by_keyboard:
            self.by_keyboard = False
            if self._ring is not None:
                self._ring.show(None)

    def _hover(self, window: Any, pos: tuple[float, float]) -> None:
        found = None
        for top in window.children:
            found = _under(top, *pos)
            if found is not None or getattr(top, "modal", False):
                break
        self._heat(found)

    def _heat(self, control: Any) -> None:
        before = self._hot() if self._hot is not None else None
        if before is not control:
            if before is not None:
                before.hovered = False
            if control is not None:
                control.hovered = True
            self._hot = ref(control) if control is not None else None


class _Root:
    role = ""

    def __init__(self, window: Any) -> None:
        self.children = window.children if window is not None else []


def _under(widget: Any, x: float, y: float) -> Any:
    """The innermost control that tints under a point given in the coordinates of the widget's parent."""
    if not widget.collide_point(x, y) or not widget.opacity:
        return None
    inner_x, inner_y = widget.to_local(x, y)
    for child in widget.children:
        found = _under(child, inner_x, inner_y)
        if found is not None:
            return found
    hot = hasattr(widget, "hovered") and not widget.disabled and getattr(widget, "actions", None)
    return widget if hot else None


def _reveal(control: Any) -> None:
    parent = control.parent
    while parent is not None and parent is not parent.parent:
        if hasattr(parent, "scroll_to") and parent is not control:
            parent.scroll_to(control, padding=dp(24), animate=False)
        parent = parent.parent


focus = Focus()
