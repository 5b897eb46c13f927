"""Pictures on the screen: decoded off the thread that draws, asked for one at a time, and few kept at once."""
from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakSet

from kivy.clock import Clock
from kivy.graphics.texture import Texture

from aftercare.core.photo_port import Pixels
from aftercare.services.photos import Photos

# A small one takes 0.3 MB, a large one up to 13 MB of the memory of the graphics.
MOST_SMALL, MOST_LARGE = 48, 4

Key = tuple[str, bool]


def texture_of(pixels: Pixels) -> Any:
    """A texture that stands upright."""
    made = Texture.create(size=(pixels.width, pixels.height), colorfmt="rgb")
    made.blit_buffer(pixels.rgb, colorfmt="rgb", bufferfmt="ubyte")
    # The rows come from the top, and a texture begins at its foot.
    made.flip_vertical()
    return made


class Pictures:
    """Hands textures to widgets that show a picture. Those have `key` (id, large) or None, `texture` and `lost`.

    Only what is in the window is decoded; what left it lets its texture go, and is asked for again when it is back.
    """

    def __init__(self, photos: Callable[[], Photos]) -> None:
        self._photos = photos
        self._kept: OrderedDict[Key, Any] = OrderedDict()
        self._watchers: WeakSet[Any] = WeakSet()
        self._busy: Key | None = None
        self._look = Clock.create_trigger(self._refresh, 0)

    def attend(self, screen: Any) -> None:
        """Look after the pictures of a screen that comes and goes."""
        screen.fbind("parent", self._look)

    def show(self, watcher: Any) -> None:
        """Fill a widget whose `key` was set: at once if it is here, else when it was decoded."""
        self._watchers.add(watcher)
        if watcher.key in self._kept:
            self._kept.move_to_end(watcher.key)
            watcher.texture, watcher.lost = self._kept[watcher.key], False
        else:
            watcher.texture, watcher.lost = None, False
            self._look()

    def forget(self, photo_ids: Iterable[str]) -> None:
        """Let go what is kept of deleted pictures."""
        gone = set(photo_ids)
        for key in [key for key in self._kept if key[0] in gone]:
            del self._kept[key]

    def let_go(self) -> None:
        """Forget every picture, in widgets too."""
        self._kept.clear()
        for watcher in list(self._watchers):
            watcher.key, watcher.texture = None, None
        self._watchers.clear()

    @property
    def resting(self) -> bool:
        """Whether everything in the window has its picture."""
        return self._busy is None and not any(_waits(watcher) for watcher in self._watchers)

    @property
    def held(self) -> int:
        """How many textures are alive, here or in widgets."""
        return len({*map(id, self._kept.values()), *(id(w.texture) for w in self._watchers if w.texture is not None)})

    def _refresh(self, *_: Any) -> None:
        for watcher in list(self._watchers):
            if watcher.get_root_window() is None:
                watcher.texture = None
            elif watcher.texture is None and watcher.key in self._kept:
                self.show(watcher)
        self._next()

    def _next(self) -> None:
        if self._busy is not None:
            return
        wanted = {w.key: None for w in self._watchers if _waits(w)}
        if not wanted:
            return
        # Small ones first: they say more of the screen.
        photo_id, large = self._busy = min(wanted, key=lambda key: key[1])
        ask = self._photos().picture if large else self._photos().thumbnail
        ask(photo_id, self._came, self._failed)

    def _came(self, pixels: Pixels) -> None:
        key, self._busy = self._busy, None
        waiting = [w for w in self._watchers if _waits(w) and w.key == key]
        if key is not None and waiting:
            texture = self._kept[key] = texture_of(pixels)
            for watcher in waiting:
                watcher.texture = texture
            self._bound(key[1])
        self._next()

    def _failed(self, _sentence: str) -> None:
        key, self._busy = self._busy, None
        for watcher in list(self._watchers):
            if watcher.key == key:
                watcher.lost = True
        self._next()

    def _bound(self, large: bool) -> None:
        same = [key for key in self._kept if key[1] is large]
        for key in same[: max(0, len(same) - (MOST_LARGE if large else MOST_SMALL))]:
            del self._kept[key]


def _waits(watcher: Any) -> bool:
    return bool(
        watcher.key is not None and watcher.texture is None and not watcher.lost and watcher.get_root_window()
    )
