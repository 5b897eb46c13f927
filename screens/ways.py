"""What answers the intents of one part of the app; the router asks it before it answers by itself."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from screens.router import Router


class Ways:
    """Answers an intent by its method `_to_<intent>`, and what leaves one of its `places` by `leave`."""

    places: ClassVar[tuple[str, ...]] = ()
    # The intent that leaves them.
    left_by: ClassVar[str] = "close"

    def __init__(self, router: Router) -> None:
        self._router = router

    def answer(self, intent: str, payload: dict[str, Any]) -> bool:
        """Carry out an intent; False when it is none of these."""
        way = getattr(self, "_to_" + intent.replace("-", "_"), None)
        if way is not None:
            way(payload)
        elif intent == self.left_by and self._router.name in self.places:
            self.leave()
        else:
            return False
        return True

    def leave(self) -> None:
        """Go back to where the present place was opened from."""
        raise NotImplementedError

    def _open(self, name: str, *begin: Any) -> None:
        """Begin a place anew and show it, with nothing over it."""
        router = self._router
        router.layers.close_all()
        router.place(name).begin(*begin)
        router.go(name)
