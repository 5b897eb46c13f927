"""The ways between the places of pictures and the rest; the router asks this before it answers by itself."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screens.router import Router

GUIDE, PHOTO, COMPARE, OUTLINE = "photo-guide", "photo", "compare", "photo-outline"
PHOTO_PLACES = (GUIDE, PHOTO, COMPARE, OUTLINE)


class PhotoWays:
    """Answers "add-photo", "photo-added", "photo" (id), "draw-outline" (id), "compare" (id), "photos", "dropped-file"
    (path), and the way back.
    """

    def __init__(self, router: Router) -> None:
        self._router = router
        # Where each place was opened from.
        self._from = {GUIDE: "diary", PHOTO: "diary", COMPARE: "diary", OUTLINE: PHOTO}

    def answer(self, intent: str, payload: dict[str, Any]) -> bool:
        """Carry out an intent; False when it is none of pictures."""
        way = getattr(self, "_to_" + intent.replace("-", "_"), None)
        if way is not None:
            way(payload)
            return True
        if intent in ("back", "close") and self._router.name in PHOTO_PLACES:
            self._router.go(self._from[self._router.name])
            return True
        return False

    def _open(self, name: str, *begin: Any) -> None:
        router = self._router
        router.layers.close_all()
        if router.name != name and router.name not in (GUIDE, "help"):
            self._from[name] = router.name
        router.place(name).begin(*begin)
        router.go(name)

    def _to_add_photo(self, _payload: dict[str, Any]) -> None:
        router = self._router
        side = router.place(COMPARE).side() if router.name == COMPARE else ""
        at = router.place("check-in").photo_at() if router.name == "check-in" else None
        self._open(GUIDE, router.name, side, at)

    def _to_photo_added(self, payload: dict[str, Any]) -> None:
        router = self._router
        if payload["asked_by"] == "check-in":
            router.place("check-in").take_photo(payload["id"])
        elif payload["asked_by"] == COMPARE and router.name == GUIDE:
            pair = router.place(COMPARE).view.chosen
            router.place(COMPARE).begin((*pair[:1], payload["id"]))
        elif router.name == GUIDE:
            router.place("diary").show_photos()
        if router.name == GUIDE:
            router.go(self._from[GUIDE])
        else:
            router.follow()

    def _to_photo_news(self, _payload: dict[str, Any]) -> None:
        self._router.follow()

    def _to_photo(self, payload: dict[str, Any]) -> None:
        self._open(PHOTO, payload["id"])

    def _to_draw_outline(self, payload: dict[str, Any]) -> None:
        self._open(OUTLINE, payload["id"])

    def _to_compare(self, payload: dict[str, Any]) -> None:
        if self._router.place(COMPARE).has_two():
            self._open(COMPARE, (payload["id"],) if "id" in payload else ())

    def _to_photos(self, _payload: dict[str, Any]) -> None:
        self._router.place("diary").show_photos()
        self._router.go("diary")

    def _to_dropped_file(self, payload: dict[str, Any]) -> None:
        # A file is welcome where a picture is: in the check-in, in the diary, and in the guide, which answers itself.
        if self._router.name in ("check-in", "diary", COMPARE):
            self._to_add_photo({})
            self._router.act("dropped-file", path=payload["path"])
