"""A screen that is built anew when what frames it changes; all else is shown in place."""
from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from screens.base import Screen

S = TypeVar("S")


class FramedScreen(Screen, Generic[S]):
    """Keeps the state that is shown. A screen gives `build`, and where parts change in place `frame` and `show`.

    `rebuilt_on` names what else it is built anew on: "desktop", and properties of the theme ("large", "huge").
    """

    rebuilt_on: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: S | None = None
        if "desktop" in self.rebuilt_on:
            self.fbind("desktop", self._rebuild)
        self.rebuilt_with(self._rebuild, *(name for name in self.rebuilt_on if name != "desktop"))

    def begin(self) -> None:
        self._state = None

    def render(self, state: S) -> None:
        before, self._state = self._state, state
        if before is None or self._looks_old or self.frame(before) != self.frame(state):
            self._rebuild()
        else:
            self.show(state)

    def frame(self, state: S) -> object:
        """What is not changed in place: all of it, unless a screen says less."""
        return state

    def build(self, state: S) -> None:
        """Put the widgets into the empty screen; `show` follows."""
        raise NotImplementedError

    def show(self, state: S) -> None:
        """Change in place what the frame leaves out."""

    def _rebuild(self, *_: Any) -> None:
        state = self._state
        if state is None:
            return
        self._looks_old = False
        self.clear_widgets()
        self.build(state)
        self.show(state)
