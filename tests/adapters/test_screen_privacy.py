"""Hiding the window from the system."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aftercare.adapters.screen_privacy import FLAG_SECURE, AndroidPrivacy, screen_privacy


class Activity:
    """Stands in for Android's: its window has flags."""

    def __init__(self, broken: bool = False) -> None:
        self.flags, self.broken = 0, broken

    def getWindow(self) -> Activity:  # noqa: N802
        if self.broken:
            raise RuntimeError("JavaException")
        return self

    def addFlags(self, flag: int) -> None:  # noqa: N802
        self.flags |= flag

    def clearFlags(self, flag: int) -> None:  # noqa: N802
        self.flags &= ~flag


def at_once(_activity: Any, call: Callable[[], None]) -> None:
    call()


def test_android_hides_and_shows_the_window() -> None:
    activity = Activity()
    privacy = AndroidPrivacy(lambda: activity, at_once)
    privacy.hide(True)
    assert activity.flags == FLAG_SECURE
    privacy.hide(False)
    assert activity.flags == 0


def test_a_system_that_refuses_stops_nothing_and_is_asked_again() -> None:
    activity = Activity(broken=True)
    privacy = AndroidPrivacy(lambda: activity, at_once)
    privacy.hide(True)
    activity.broken = False
    privacy.hide(True)
    assert activity.flags == FLAG_SECURE


@pytest.mark.parametrize(("system", "can"), [("android", True), ("ios", False), ("linux", False), ("win", False)])
def test_only_android_says_that_it_can(system: str, can: bool) -> None:
    assert screen_privacy(system).can_hide is can
