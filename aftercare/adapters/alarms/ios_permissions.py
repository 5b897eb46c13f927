"""What an iPhone allows us. It asks once in the app's life; afterwards only its settings help."""
from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from aftercare.core.phone_port import PermissionState

_STATES = {"denied": PermissionState.SETTINGS, "unasked": PermissionState.ASK}


class AskingShim(Protocol):
    """AftercareAlarms.m as far as permissions go."""

    def report(self) -> str: ...

    def request_permission(self) -> None: ...

    def open_settings(self) -> None: ...


class IosPermissions:
    """The one permission that alerts need there. No call raises; each waits two seconds at most."""

    def __init__(self, load: Callable[[], AskingShim]) -> None:
        self._load = load

    def notifications(self) -> PermissionState:
        """As iOS reports it; what it does not tell counts as granted."""
        try:
            found = json.loads(self._load().report())
            return _STATES.get(found.get("authorization"), PermissionState.GRANTED)
        except Exception:  # the bridge raises exceptions of many classes
            return PermissionState.GRANTED

    def answered(self) -> bool:
        """Whether iOS has asked."""
        return self.notifications() is not PermissionState.ASK

    def exact_alarms(self) -> PermissionState:
        """iOS shows every notification in time."""
        return PermissionState.GRANTED

    def ask_notifications(self, done: Callable[[PermissionState], None]) -> None:
        """Let iOS ask. `done` comes at once, with the state before the answer: ask again for that."""
        with suppress(Exception):
            self._load().request_permission()
        done(self.notifications())

    def open_notification_settings(self) -> bool:
        """Open the app's page in the settings; False when that failed."""
        try:
            self._load().open_settings()
        except Exception:
            return False
        return True

    def open_exact_alarm_settings(self) -> bool:
        """There is no such page."""
        return False
