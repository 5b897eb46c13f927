"""The ways through the lock; the router asks this before it answers by itself."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.lock_gate import LOCK, SETUP

if TYPE_CHECKING:
    from screens.router import Router


class LockWays:
    """Answers "unlocked", "lock-now", "app-lock", "lock-changed", and the way back."""

    def __init__(self, router: Router) -> None:
        self._router = router

    def answer(self, intent: str, payload: dict[str, Any]) -> bool:
        """Carry out an intent; False when it is none of the lock."""
        router = self._router
        way = getattr(self, "_to_" + intent.replace("-", "_"), None)
        if way is not None:
            way(payload)
        elif intent == "back" and router.name == SETUP:
            if router.place(SETUP).step_back():
                router.follow()
            else:
                router.go("more")
        elif intent in ("back", "close") and router.gate.closed:
            router.go(LOCK)
        else:
            return False
        return True

    def _to_unlocked(self, _payload: dict[str, Any]) -> None:
        router = self._router
        lock = router.patient.lock
        router.drop_places()
        router.name = ""
        if lock is not None and lock.is_set and lock.state().recovered:
            router.name = "more"
            router.act(SETUP)
            return
        router.open_first()
        tapped = router.gate.take_tap()
        router.deeds.changed()
        if tapped is not None:
            router.act(tapped[0], **tapped[1])

    def _to_lock_now(self, _payload: dict[str, Any]) -> None:
        self._router.gate.shut()

    def _to_app_lock(self, _payload: dict[str, Any]) -> None:
        router = self._router
        router.layers.close_all()
        router.patient.close_example()
        router.place(SETUP).begin()
        router.go(SETUP)

    def _to_lock_changed(self, _payload: dict[str, Any]) -> None:
        self._router.drop_places(SETUP)
        self._router.deeds.changed()
        self._router.follow()
