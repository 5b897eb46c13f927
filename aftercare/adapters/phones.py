"""The phone that the app runs on, if it is one."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from aftercare.adapters.alarms.android import AndroidAlarms, JavaStore
from aftercare.adapters.alarms.android_java import PyjniusPhone, PyjniusStore
from aftercare.adapters.alarms.android_permissions import AndroidPermissions, Phone
from aftercare.adapters.alarms.ios import IosAlarms, Shim
from aftercare.adapters.alarms.ios_objc import PyobjusShim
from aftercare.adapters.alarms.ios_permissions import AskingShim, IosPermissions
from aftercare.adapters.alarms.system import ANDROID, PHONES, system_name
from aftercare.core.alarm_port import SpeakingScheduler
from aftercare.core.instants import Clock
from aftercare.core.phone_port import Permissions, PhoneHost
from aftercare.core.ports import SettingsRepository

Tap = tuple[str, str]


class Tapped(Protocol):
    """Which notification opened the app."""

    def take_tap(self) -> Tap | None: ...


class TappedPhone(Phone, Tapped, Protocol):
    """All that is asked of an Android phone."""

    def on_tap(self, told: Callable[[str, str], None]) -> None: ...


class IosShim(Shim, AskingShim, Tapped, Protocol):
    """All that is asked of AftercareAlarms.m."""


@dataclass(frozen=True, slots=True)
class Host:
    """A phone as its parts were found: its alarms, its permissions and its taps."""

    scheduler: SpeakingScheduler
    permissions: Permissions
    taken: Callable[[], Tap | None]
    bind: Callable[[Callable[[str, str], None]], None]

    def take_tap(self) -> Tap | None:
        """Key and kind of the notification that opened the app, once; None also where the phone does not tell."""
        try:
            return self.taken()
        except Exception:  # a bridge raises what the phone throws; the app opens without the tap
            return None

    def on_tap(self, told: Callable[[str, str], None]) -> None:
        """Call `told` for taps while the app runs, on a thread of the phone."""
        try:
            self.bind(told)
        except Exception:
            return


def phone_maker(system: str | None = None) -> Callable[[Clock, SettingsRepository], PhoneHost] | None:
    """What makes the phone that we run on; None on any other system. Call what it gives on the drawing thread."""
    name = system_name() if system is None else system
    if name not in PHONES:
        return None
    return android_host if name == ANDROID else ios_host


def android_host(
    clock: Clock,
    settings: SettingsRepository,
    store: Callable[[], JavaStore] = PyjniusStore,
    phone: Callable[[], TappedPhone] = PyjniusPhone,
) -> PhoneHost:
    """An Android phone. What of it cannot be reached says so where it is asked for."""
    alarms = AndroidAlarms(clock, store)
    # Java finds our classes from this thread alone, so they are looked up now.
    alarms.available()
    try:
        found = phone()
    except Exception:  # whatever Java throws arrives as an exception of its own class
        found = SilentPhone()
    return Host(alarms, AndroidPermissions(found, settings), found.take_tap, found.on_tap)


def ios_host(clock: Clock, settings: SettingsRepository, load: Callable[[], IosShim] = PyobjusShim) -> PhoneHost:
    """An iPhone. It tells of taps only when asked, so ask when the app comes to the front."""
    shim = cache(load)
    alarms = IosAlarms(clock, shim)
    alarms.available()
    return Host(alarms, IosPermissions(shim), lambda: shim().take_tap(), lambda told: None)


class SilentPhone:
    """An Android phone that gives no answer."""

    sdk = 0

    def notifications_enabled(self) -> bool:
        raise LookupError

    def exact_alarms_enabled(self) -> bool:
        raise LookupError

    def would_ask(self) -> bool:
        raise LookupError

    def request_notifications(self, done: Callable[[], None]) -> None:
        raise LookupError

    def open_notification_settings(self) -> None:
        raise LookupError

    def open_exact_alarm_settings(self) -> None:
        raise LookupError

    def take_tap(self) -> Tap | None:
        return None

    def on_tap(self, told: Callable[[str, str], None]) -> None:
        return None
