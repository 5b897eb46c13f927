"""What the keyboard, and a file that is dropped on the window, lead to from anywhere."""
from __future__ import annotations

from typing import Any

from kivy.core.window import Window

from screens.router import Router

ESCAPE, ANDROID_BACK, F1 = 27, 1001, 282
# With Ctrl, from the tabs alone: elsewhere something may be half entered.
TABS = ("today", "timeline", "diary", "learn", "more")
COMMANDS = {ord("k"): "can-i", ord("n"): "check-in"}


class Keys:
    """Says to a router what was pressed and dropped."""

    def __init__(self, router: Router) -> None:
        self._router = router

    def listen(self) -> None:
        """Begin, once the window is there."""
        Window.bind(on_keyboard=self.pressed, on_drop_file=self.dropped)

    def pressed(self, _window: Any, key: int, _scan: int = 0, _text: Any = None, modifiers: Any = ()) -> bool:
        """Whether the key was for us; Kivy and the system do nothing with it then."""
        if key in COMMANDS and "ctrl" in (modifiers or ()) and self._router.name in TABS:
            self._router.act(COMMANDS[key])
            return True
        if key == F1:
            self._router.act("help")
            return True
        # Escape closes sheets by itself, through the focus of the kit; what is left is a step back.
        return key in (ESCAPE, ANDROID_BACK) and self._router.back()

    def dropped(self, _window: Any, name: bytes, *_: Any) -> None:
        """A file lies on the window; what is open may know what to do with it."""
        self._router.act("dropped-file", path=name.decode("utf-8", "surrogateescape"))
