"""Entry: a labelled line to type into."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.core.window import Keyboard
from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.textinput import TextInput

from screens.widgets.block import Block
from screens.widgets.draw import Edge, Fill, Glyphs
from screens.widgets.focus import focus
from screens.widgets.theme import theme

# Height of a line of the font.
LINE = 1.25


class _Line(TextInput):  # type: ignore[misc]
    """Kivy's input, which leaves Tab and Escape to the app."""

    def keyboard_on_key_down(self, window: Any, keycode: Any, text: str, modifiers: Any) -> bool:
        if keycode[0] in (Keyboard.keycodes["tab"], Keyboard.keycodes["escape"]):
            return False
        return bool(super().keyboard_on_key_down(window, keycode, text, modifiers))


class Entry(Block):
    """`text` is what stands in it. `on_enter(text)` is fired by Enter and when the field is left after a change,
    `on_return` by Enter alone.
    """

    __events__ = ("on_enter", "on_return")
    REFIT = ("label", "hint")
    label = StringProperty("")
    hint = StringProperty("")
    text = StringProperty("")

    def __init__(self, label: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("role", "textbox")
        super().__init__(label=label, **kwargs)

    def build(self) -> None:
        self._label = Glyphs(self, "ink2")
        self._ground = Fill(self, "card", dp(16))
        self._edge = Edge(self, "outline", dp(1.5), dp(16))
        self.line = _Line(
            multiline=False, write_tab=False, size_hint=(None, None), font_name="Commissioner",
            background_normal="", background_active="", background_color=(0, 0, 0, 0), text=self.text,
        )  # fmt: skip
        self.add_widget(self.line)
        self.line.bind(text=self._typed, on_text_validate=self._returned, focus=self._focused)
        # Kivy measures a new size of type a frame later.
        self.line.bind(line_height=lambda *_: self.place())
        self._handed = self.text
        self.paint_line()

    @property
    def actions(self) -> dict[str, Callable[[], Any]]:
        return {"focus": lambda: self.take_keyboard(True)}

    def on_enter(self, text: str) -> None:
        """Fired with what was typed."""

    def on_return(self) -> None:
        """Fired by Enter."""

    def on_text(self, *_: Any) -> None:
        self.value = self.text
        if self.__dict__.get("line") is not None and self.line.text != self.text:
            self.line.text = self.text

    def show(self, text: str) -> None:
        """Put a text in, unless it is being typed in just now."""
        if not self.line.focus:
            self._handed = self.text = text

    def take_keyboard(self, on: bool) -> None:
        """Begin or end typing."""
        self.line.focus = on

    def hand_in(self) -> None:
        """Tell of what was typed and not told yet."""
        if self.text != self._handed:
            self._handed = self.text
            self.dispatch("on_enter", self.text)

    def let_go(self) -> None:
        """End typing and forget what was not told yet."""
        self._handed = self.text
        self.line.focus = False

    def repaint(self) -> None:
        super().repaint()
        self.paint_line()

    def paint_line(self) -> None:
        """Give Kivy's input the colours of the theme."""
        if self.__dict__.get("line") is not None:
            self.line.foreground_color = theme.ink
            self.line.hint_text_color = theme.ink3
            self.line.cursor_color = theme.primary
            red, green, blue, _alpha = theme.primary
            self.line.selection_color = (red, green, blue, 0.25)

    def fit(self, width: float) -> float:
        self.name = self.label
        self._label.set(self.label, "small", width)
        self.line.hint_text = self.hint
        self.line.font_size = theme.size("body")
        self._tall = max(float(dp(52)), theme.size("body") * LINE + dp(20))
        self._edge.token = "primary" if self.line.focus else "outline"
        return self._label.height + dp(6) + self._tall

    def place(self) -> None:
        tall = self.__dict__.get("_tall", dp(52))
        self._label.place(self.x, self.y + self.height - self._label.height)
        box = (self.x, self.y, self.width, tall)
        self._ground.place(*box)
        self._edge.place(*box)
        spare = max(0.0, (tall - self.line.line_height) / 2)
        self.line.padding = [dp(16), spare, dp(16), spare]
        self.line.pos, self.line.size = (self.x, self.y), (self.width, tall)

    def _typed(self, _line: Any, text: str) -> None:
        self.text = self.value = text

    def _focused(self, _line: Any, on: bool) -> None:
        self._edge.token = "primary" if on else "outline"
        if on and focus.control is not self:
            focus.move_to(self)
        if not on:
            self.hand_in()

    def _returned(self, *_: Any) -> None:
        self.hand_in()
        self.dispatch("on_return")
