"""The ways to a guide and to the answers of "Can I …", and back."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.ways import Ways

if TYPE_CHECKING:
    from screens.router import Router

ARTICLE, CAN_I = "article", "can-i"


class AskWays(Ways):
    """Answers "guide" (id), "can-i" (query), and the way back."""

    places = (ARTICLE, CAN_I)
    left_by = "back"

    def __init__(self, router: Router) -> None:
        super().__init__(router)
        self._from = {ARTICLE: "learn", CAN_I: "today"}

    def leave(self) -> None:
        self._router.go(self._from[self._router.name])

    def _to_guide(self, payload: dict[str, Any]) -> None:
        router = self._router
        self._remember(ARTICLE)
        if router.shell.desktop:
            router.layers.close_all()
            router.place("learn").read(payload["id"])
            router.go("learn")
        else:
            self._open(ARTICLE, payload["id"])

    def _to_can_i(self, payload: dict[str, Any]) -> None:
        self._remember(CAN_I)
        self._open(CAN_I, payload.get("query", ""))
        self._router.place(CAN_I).screen.start_typing()

    def _remember(self, name: str) -> None:
        if self._router.name != name:
            self._from[name] = self._router.name
