"""What a button says for a moment once it has done what it stands for."""
from __future__ import annotations

from typing import Any

from kivy.clock import Clock

# Seconds.
DONE_FOR = 4.0


def say_done(button: Any, words: str) -> None:
    """A tick and these words on a button with `text` and `icon`; then it reads as before."""
    if button.text == words:
        return
    text, icon = button.text, button.icon
    button.text, button.icon = words, "check-bold"

    def back(*_: Any) -> None:
        button.text, button.icon = text, icon

    Clock.schedule_once(back, DONE_FOR)
