"""What every screen is: it renders a frozen state, and says in one event what the patient did."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout

from screens.widgets.theme import theme


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
        self._rebuild_for: Callable[[], None] | None = None
        self._looks_old = False

    def begin(self) -> None:
        """It is opened anew: at its top, with nothing typed or unfolded."""

    def render(self, state: Any) -> None:
        raise NotImplementedError

    def rebuilt_with(self, rebuild: Callable[[], None], *looks: str) -> None:
        """Have it built anew when one of these properties of the theme changes: at once where it is seen, and else
        when it is shown again.
        """
        self._rebuild_for = rebuild
        self.fbind("parent", self._catch_up)
        # Bound weakly, so that the theme keeps no screen alive.
        theme.bind(**dict.fromkeys(looks, self._look_changed))

    def _look_changed(self, *_: Any) -> None:
        self._looks_old = True
        if self.get_parent_window() is not None:
            self._catch_up()

    def _catch_up(self, *_: Any) -> None:
        if self._looks_old and self.parent is not None and self._rebuild_for is not None:
            self._looks_old = False
            self._rebuild_for()

    def intent(self, name: str, /, **payload: Any) -> None:
        """Say that the patient asked for something ("limit", activity="makeup")."""
        self.dispatch("on_intent", name, payload)

    def on_intent(self, name: str, payload: dict[str, Any]) -> None:
        """Default handler of the event; the shell binds its own."""
