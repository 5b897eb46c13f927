"""What an Android phone allows us, told so that a screen can explain before the system asks."""
from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from aftercare.core.phone_port import ASKED, PermissionState
from aftercare.core.ports import SettingsRepository

NOTIFICATIONS_SINCE = 33
EXACT_SINCE = 31


class Phone(Protocol):
    """What is asked of the phone; `sdk` is its API level."""

    sdk: int

    def notifications_enabled(self) -> bool: ...

    def exact_alarms_enabled(self) -> bool: ...

    def would_ask(self) -> bool: ...

    def request_notifications(self, done: Callable[[], None]) -> None: ...

    def open_notification_settings(self) -> None: ...

    def open_exact_alarm_settings(self) -> None: ...


class AndroidPermissions:
    """The two permissions that alerts need. No call raises; a phone that gives no answer counts as granted."""

    def __init__(self, phone: Phone, settings: SettingsRepository) -> None:
        self._phone = phone
        self._settings = settings

    def notifications(self) -> PermissionState:
        """Whether our notifications may be shown. Ask each time the app comes to the front."""
        try:
            if self._phone.notifications_enabled():
                return PermissionState.GRANTED
            # Below API 33 nobody is asked: the patient switched us off. From then on Android asks twice at most.
            if self._phone.sdk < NOTIFICATIONS_SINCE:
                return PermissionState.SETTINGS
            may_ask = self._phone.would_ask() or not self._settings.get(ASKED)
        except Exception:  # Java throws what it likes; no banner is better than a wrong one
            return PermissionState.GRANTED
        return PermissionState.ASK if may_ask else PermissionState.SETTINGS

    def answered(self) -> bool:
        """Whether the patient said yes or no before, or is not asked: below API 33."""
        return self.notifications() is not PermissionState.ASK or bool(self._settings.get(ASKED))

    def exact_alarms(self) -> PermissionState:
        """Whether alerts come to the minute; without it they come up to an hour late. Android never asks itself."""
        try:
            granted = self._phone.sdk < EXACT_SINCE or self._phone.exact_alarms_enabled()
        except Exception:
            granted = True
        return PermissionState.GRANTED if granted else PermissionState.SETTINGS

    def ask_notifications(self, done: Callable[[PermissionState], None]) -> None:
        """Let Android ask; `done` gets the state afterwards, on Android's own thread."""
        self._settings.put(ASKED, "yes")
        try:
            self._phone.request_notifications(lambda: done(self.notifications()))
        except Exception:
            done(self.notifications())

    def open_notification_settings(self) -> bool:
        """Open the page where the patient allows our notifications. False when the phone has none."""
        return _opened(self._phone.open_notification_settings)

    def open_exact_alarm_settings(self) -> bool:
        """Open the page where the patient allows exact alarms. False when the phone has none."""
        return _opened(self._phone.open_exact_alarm_settings)


def _opened(page: Callable[[], None]) -> bool:
    try:
        page()
    except Exception:
        return False
    return True
