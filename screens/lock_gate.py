"""The gate before the data: while it is closed, only the lock screen and help are shown, whatever is asked for."""
from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from aftercare.core.data_errors import DataError
from screens import looks
from screens.photo_ways import PHOTO_PLACES

if TYPE_CHECKING:
    from screens.router import Router

LOCK, SETUP, HELP = "lock", "app-lock", "help"
# Hidden from the system with or without a code.
PRIVATE = (LOCK, SETUP, *PHOTO_PLACES)
# What can be asked for without the code. None of it reads or changes data.
OPEN_TO_ALL = (
    "unlock", "recover", "lock-way", "unlocked", "data-news", "help", "close", "back", "call", "copy", "read-aloud",
)  # fmt: skip


class LockGate:
    """`closed`: the data waits for its code."""

    def __init__(self, router: Router) -> None:
        self._router = router
        self._tapped: tuple[str, dict[str, Any]] | None = None

    @property
    def closed(self) -> bool:
        """Raises KeyDamaged or KeyTooNew."""
        lock = self._router.patient.lock
        return lock is not None and lock.is_locked

    def lets(self, intent: str) -> bool:
        """Whether an intent is answered now."""
        try:
            return not self.closed or intent in OPEN_TO_ALL
        except DataError:
            # What is wrong with the key is said by the place that is shown.
            return True

    def keep_tap(self, intent: str, payload: dict[str, Any]) -> None:
        """A notification was tapped while the gate is closed: it is followed once the code was right."""
        self._tapped = intent, payload

    def show(self) -> None:
        """The lock screen, or help without any data."""
        router = self._router
        if router.name not in (LOCK, HELP):
            router.name = LOCK
        self._dress()
        place = router.place(router.name)
        router.shell.show(place.screen, False)
        if router.name == HELP:
            place.show_locked()
        else:
            place.show()

    def hide_screen(self) -> None:
        """Keep what is private out of the system's list of open apps, where it allows that."""
        router = self._router
        lock, privacy = router.patient.lock, router.deeds.data_desk.privacy
        if privacy.can_hide:
            privacy.hide(router.name in PRIVATE or (lock is not None and lock.is_set))

    def shut(self) -> None:
        """Lock, and drop every screen and layer that shows data. Without a code nothing happens."""
        router = self._router
        lock = router.patient.lock
        if lock is None:
            return
        # A damaged key says nothing; the data is closed all the same.
        with suppress(DataError):
            if not lock.is_set:
                return
        lock.lock()
        self.drop()
        router.name = LOCK
        router.follow()
        gc.collect()

    def drop(self) -> None:
        """Let go of whatever was made of the data."""
        from kivy.core.window import Window

        from screens.widgets.focus import focus

        router = self._router
        router.patient.close_example()
        router.deeds.forget()
        router.deeds.photo_desk.drop_pictures()
        router.drop_places()
        router.data.forget()
        focus.layers.clear()
        focus.move_to(None)
        # A layer that leaves slowly, or a line that can be undone, would still tell.
        for child in list(Window.children):
            if child is not router.shell:
                Window.remove_widget(child)

    def take_tap(self) -> tuple[str, dict[str, Any]] | None:
        """The tap that waited for the code, once."""
        tapped, self._tapped = self._tapped, None
        return tapped

    def _dress(self) -> None:
        settings = self._router.patient.open_settings()
        if settings and self._router.speak(settings):
            self._router.drop_places()
            self._router.shell.renew()
        if any(name in settings for name in ("theme", "text_scale")):
            looks.apply(settings)
