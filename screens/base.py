"""What every screen is: it renders a frozen state, and says in one event what the patient did."""
from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout


class Screen(BoxLayout):
    """A screen that fills the room it is given.

    `render(state)` shows a presenter's state; called again with a newer state of the same screen it changes only
    what differs. `on_intent(name, payload)` is fired when the patient does something. `desktop` is set by the shell
    at 1024 dp and wider, where a screen may use columns.
    """

    __events__ = ("on_intent",)
    desktop = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("orientation", "vertical")
        super().__init__(**kwargs)

    def render(self, state: Any) -> None:
        raise NotImplementedError

    def intent(self, name: str, /, **payload: Any) -> None:
        """Say that the patient asked for something ("limit", activity="makeup")."""
        self.dispatch("on_intent", name, payload)

    def on_intent(self, name: str, payload: dict[str, Any]) -> None:
        """Default handler of the event; the shell binds its own."""
