"""The ways between the places before and around a session, and the rest."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.ways import Ways

if TYPE_CHECKING:
    from screens.router import Router

# Closing these leads back to what they were opened from.
PREPARING = ("self-check", "my-list", "steps", "treatment")


class PrepareWays(Ways):
    """Answers "self-check", "steps" (part, id), "treatment" (id), "my-list"."""

    places = PREPARING

    def __init__(self, router: Router) -> None:
        super().__init__(router)
        self._from = "today"
        self._steps_from = ""

    def before(self, name: str) -> None:
        """A place is about to be shown: remember what these are opened from."""
        now = self._router.name
        if name in PREPARING and now not in (*PREPARING, "help"):
            self._from = now or "today"

    def leave(self) -> None:
        nearer = self._steps_from if self._router.name == "steps" else ""
        self._router.go(nearer or self._from)

    def _to_self_check(self, _payload: dict[str, Any]) -> None:
        self._open("self-check")

    def _to_steps(self, payload: dict[str, Any]) -> None:
        self._steps_from = self._router.name if self._router.name == "treatment" else ""
        self._open("steps", payload["part"], payload["id"])

    def _to_treatment(self, payload: dict[str, Any]) -> None:
        self._open("treatment", payload["id"])

    def _to_my_list(self, _payload: dict[str, Any]) -> None:
        self._router.layers.close_all()
        self._router.go("my-list")
