"""The way back, where nothing that is shown has one of its own."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.ask_ways import ARTICLE, CAN_I
from screens.check_in_ways import CHECKING
from screens.data_ways import DATA_PLACES
from screens.lock_gate import SETUP
from screens.photo_ways import PHOTO_PLACES
from screens.prepare_ways import PREPARING
from screens.ways import Ways
from screens.widgets.focus import focus

if TYPE_CHECKING:
    from screens.router import Router

# They are opened from anywhere, and lead back there.
ASIDE = ("help", "add-session")


class BackWays(Ways):
    """Answers "close" and "back", and what steps back on a keyboard or a phone."""

    def __init__(self, router: Router) -> None:
        super().__init__(router)
        self._origins: dict[str, str] = {}

    def before(self, name: str) -> None:
        """A place is about to be shown: remember where it is opened from."""
        here = self._router.name
        # Help is opened from a session that is being added, too; closing it leads back there.
        if name in ASIDE and here not in (name, "help"):
            self._origins[name] = here or "today"

    def step(self) -> bool:
        """Close the topmost layer, or go a step back. False where there is nowhere to go back to."""
        router = self._router
        if focus.layers:
            focus.layers[-1].close()
            return True
        if router.name == "add-session":
            router.act("back")
        elif router.name in ("help", *CHECKING, *PREPARING):
            router.act("close")
        elif router.name == "alerts":
            router.go("more")
        elif router.name in (ARTICLE, CAN_I, *PHOTO_PLACES, *DATA_PLACES, SETUP):
            router.act("back")
        elif router.name in ("timeline", "diary", "learn", "more", "trouble"):
            router.go("today")
        else:
            return False
        return True

    def _to_close(self, _payload: dict[str, Any]) -> None:
        self._router.go(self._origins.get(self._router.name, "today"))

    def _to_back(self, _payload: dict[str, Any]) -> None:
        router = self._router
        draft = getattr(router.place(router.name), "draft", None)
        if router.name == "add-session" and draft is not None and draft.step > 1:
            router.act("draft", field="step", value=draft.step - 1)
        elif router.name == "alerts":
            router.go("more")
        else:
            router.go(self._origins.get(router.name, "today"))
