"""What the app needs of a phone beside its alarms: permissions, and which notification opened the app."""
from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from aftercare.core.alarm_port import SpeakingScheduler

# The setting that says that the phone has asked the patient.
ASKED = "asked-notifications"


class PermissionState(StrEnum):
    """GRANTED: nothing to do. ASK: explain, then `ask_notifications`. SETTINGS: explain, then open the settings."""

    GRANTED = "granted"
    ASK = "ask"
    SETTINGS = "settings"


class Permissions(Protocol):
    """What alerts need to be allowed. No call raises; a phone that gives no answer counts as granted."""

    def notifications(self) -> PermissionState:
        """Whether our notifications may be shown."""
        ...

    def answered(self) -> bool:
        """Whether the patient has said yes or no, or is not asked on this phone at all."""
        ...

    def exact_alarms(self) -> PermissionState:
        """Whether alerts come to the minute."""
        ...

    def ask_notifications(self, done: Callable[[PermissionState], None]) -> None:
        """Let the phone ask, after our own explanation; `done` may come on a thread of the phone."""
        ...

    def open_notification_settings(self) -> bool:
        """Open the page where the patient allows our notifications. False when the phone has none."""
        ...

    def open_exact_alarm_settings(self) -> bool:
        """Open the page where the patient allows exact alarms. False when the phone has none."""
        ...


class PhoneHost(Protocol):
    """The phone that the app runs on. Make it on the thread that draws; its calls may come from any other."""

    @property
    def scheduler(self) -> SpeakingScheduler: ...

    @property
    def permissions(self) -> Permissions: ...

    def take_tap(self) -> tuple[str, str] | None:
        """Key and kind of the notification that opened the app, once."""
        ...

    def on_tap(self, told: Callable[[str, str], None]) -> None:
        """Call `told` with key and kind for taps while the app runs, on a thread of the phone."""
        ...
