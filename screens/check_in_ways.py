"""The ways between the check-in, its result and the rest."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.photo_ways import GUIDE, PHOTO
from screens.ways import Ways

if TYPE_CHECKING:
    from screens.router import Router

# Closing these leads back to the tab that they were opened from.
CHECKING = ("check-in", "result")


class CheckInWays(Ways):
    """Answers "check-in" (id, alert, sign), "save-check-in", "result" (id), "change-check-in", "undo-check-in"."""

    places = CHECKING

    def __init__(self, router: Router) -> None:
        super().__init__(router)
        self._from = "today"

    def before(self, name: str) -> None:
        """A place is about to be shown: remember the tab that a check-in is opened from."""
        now = self._router.name
        if name in CHECKING and now not in (*CHECKING, GUIDE, "help"):
            self._from = "diary" if now in ("diary", PHOTO) else "today"

    def leave(self) -> None:
        self._router.go(self._from)

    def _to_check_in(self, payload: dict[str, Any]) -> None:
        self._open("check-in", payload.get("id", ""), payload.get("alert", ""), payload.get("sign", ""))

    def _to_save_check_in(self, _payload: dict[str, Any]) -> None:
        router = self._router
        if saved := router.place("check-in").save():
            router.deeds.changed()
            self._to_result({"id": saved})
        else:
            router.follow()

    def _to_result(self, payload: dict[str, Any]) -> None:
        self._router.place("result").begin(payload["id"])
        self._router.go("result")

    def _to_change_check_in(self, _payload: dict[str, Any]) -> None:
        self._to_check_in({"id": self._router.place("result").observation_id})

    def _to_undo_check_in(self, _payload: dict[str, Any]) -> None:
        router = self._router
        if gone := router.place("result").take_back():
            router.deeds.changed()
            router.place("check-in").bring_back(gone)
        router.go("check-in")
