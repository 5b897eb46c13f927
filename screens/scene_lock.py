"""Scenes of the lock: a code is set and tried through the real service in the folder of the scene."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from aftercare.core.errors import InvalidInput
from aftercare.presenters.lock_setup import SetupView

if TYPE_CHECKING:
    from screens.router import Router

Do = Callable[["Router"], None]
CODE, WRONG = "730261", "481902"
# Shown once and kept nowhere; a picture shows always the same one.
GROUPS = ("K17E", "7M3P", "WAVE", "29TR")


def on(router: Router) -> None:
    """A code is set."""
    lock = router.patient.lock
    if lock is not None:
        lock.turn_on(lock.draft(CODE))


def locked(way: str = "code", typed: str = "", wrong: int = 0) -> Do:
    """The lock screen; so many digits are typed, so many wrong codes were tried before."""

    def shut(router: Router) -> None:
        on(router)
        router.act("lock-now")
        lock = router.patient.lock
        for _ in range(wrong if lock is not None else 0):
            with suppress(InvalidInput):
                lock.unlock(WRONG)  # type: ignore[union-attr]
        place = router.place("lock")
        if 0 < wrong < 5:
            try:
                lock.unlock(WRONG)  # type: ignore[union-attr]
            except InvalidInput as refused:
                place.view = replace(place.view, fault=refused.message)
        router.act("lock-way", way=way) if way != "code" else router.follow()
        for digit in typed:
            place.screen._pad.press_key(digit)

    return shut


def setup(stage: str = "home", typed: str = "", **view: Any) -> Do:
    """App lock at some stage."""

    def open_it(router: Router) -> None:
        router.act("app-lock")
        place = router.place("app-lock")
        place.view = SetupView(stage, **view)
        router.follow()
        for digit in typed:
            place.screen._pad.press_key(digit)

    return open_it


def easy(router: Router) -> None:
    """A code was chosen that is tried first."""
    setup("choose")(router)
    router.act("code-typed", text="123456")


def set_up(router: Router) -> None:
    """The page of a lock that is on."""
    on(router)
    router.act("app-lock")
