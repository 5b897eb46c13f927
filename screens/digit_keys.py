"""The digits of a keyboard for a screen with a code pad, as long as it is in the window."""
from __future__ import annotations

from typing import Any

from kivy.core.window import Window

from screens.widgets.codepad import CodePad
from screens.widgets.focus import focus

BACKSPACE, ENTERS = 8, (13, 271)
KEYPAD = range(256, 266)


class DigitKeys:
    """`pad()` gives the pad that is shown, or None while something else is typed into."""

    def __init__(self, screen: Any, pad: Any) -> None:
        self._screen, self._pad, self._bound = screen, pad, False
        screen.fbind("parent", self._follow)

    def _follow(self, _screen: Any, parent: Any) -> None:
        if (parent is not None) == self._bound:
            return
        self._bound = parent is not None
        if self._bound:
            Window.bind(on_key_down=self._key)
        else:
            Window.unbind(on_key_down=self._key)

    def _key(self, _window: Any, key: int, _scan: int = 0, text: Any = None, modifiers: Any = ()) -> bool:
        pad: CodePad | None = self._pad()
        # A screen that lies in a shell which nobody sees any more hears no keys.
        if pad is None or pad.get_parent_window() is None or "ctrl" in (modifiers or ()) or focus.layers:
            return False
        if ord("0") <= key <= ord("9"):
            pad.press_key(chr(key))
        elif key in KEYPAD:
            pad.press_key(str(key - KEYPAD.start))
        elif text and str(text).isdecimal():
            pad.press_key(str(int(text)))
        elif key == BACKSPACE:
            pad.delete()
        elif key in ENTERS and not focus.by_keyboard:
            pad.hand_in()
        else:
            return False
        return True
