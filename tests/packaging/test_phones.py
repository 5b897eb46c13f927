"""The phone that the app runs on: what is made of it, and what is said when a part of it is missing."""
from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from aftercare.adapters.phone_notifier import PhoneNotifier
from aftercare.adapters.phones import android_host, ios_host, phone_maker
from aftercare.core.notify_port import Message
from aftercare.core.phone_port import PermissionState
from tests.packaging.fixed_clock import FixedClock
from tests.packaging.test_android_bridge import MemoryStore
from tests.packaging.test_android_permissions import PhoneWith, Settings
from tests.packaging.test_ios_alarms import MemoryShim

ASK = "Your phone has not allowed our alerts yet."
BLOCKED = "Your phone blocks our alerts."


@dataclass
class TappedPhone(PhoneWith):
    """A phone that was opened by a tap."""

    tap: tuple[str, str] | None = ("k", "allowed")

    def take_tap(self) -> tuple[str, str] | None:
        tap, self.tap = self.tap, None
        return tap

    def on_tap(self, told: Callable[[str, str], None]) -> None:
        told("later", "check-in")


@dataclass
class AskingShim(MemoryShim):
    """iOS whose patient says no when asked."""

    opened: list[str] = field(default_factory=list)

    def request_permission(self) -> None:
        self.authorization = "denied"

    def open_settings(self) -> None:
        self.opened.append("settings")

    def take_tap(self) -> tuple[str, str] | None:
        return None


def missing() -> object:
    raise ImportError("jnius")


@pytest.mark.parametrize(("system", "is_phone"), [("android", True), ("ios", True), ("linux", False), ("win32", False)])
def test_only_a_phone_is_made_one(system: str, is_phone: bool) -> None:
    assert (phone_maker(system) is not None) is is_phone


@pytest.mark.parametrize(
    ("phone", "reason", "ask"),
    [
        (TappedPhone(35, enabled=True), "", False),
        (TappedPhone(35), ASK, True),
        (TappedPhone(30), BLOCKED, False),
    ],
)
def test_android_says_whether_alerts_arrive_and_what_mends_it(phone: TappedPhone, reason: str, ask: bool) -> None:
    host = android_host(FixedClock(), Settings(), MemoryStore, lambda: phone)
    found = PhoneNotifier(host).availability()
    assert (found.ok, found.reason, found.ask) == (not reason, reason, ask)
    assert bool(found.fix) is bool(reason)


def test_a_tap_is_taken_once_and_later_ones_are_told() -> None:
    host = android_host(FixedClock(), Settings(), MemoryStore, lambda: TappedPhone(35))
    told: list[tuple[str, str]] = []
    host.on_tap(lambda key, kind: told.append((key, kind)))
    assert [host.take_tap(), host.take_tap()] == [("k", "allowed"), None]
    assert told == [("later", "check-in")]


def test_an_app_without_its_java_opens_and_says_that_no_alarm_is_there() -> None:
    host = android_host(FixedClock(), Settings(), missing, missing)  # type: ignore[arg-type]
    assert PhoneNotifier(host).availability().reason == "This device has no Android alarms."
    assert host.take_tap() is None
    assert host.permissions.answered()


def test_a_no_counts_as_an_answer_although_android_may_ask_again() -> None:
    phone = TappedPhone(34, answer=False, rationale=True)
    permissions = android_host(FixedClock(), Settings(), MemoryStore, lambda: phone).permissions
    assert not permissions.answered()
    permissions.ask_notifications(lambda state: None)
    assert permissions.notifications() is PermissionState.ASK
    assert permissions.answered()


def test_an_iphone_is_asked_once_and_then_its_settings_are_the_way() -> None:
    shim = AskingShim(authorization="unasked")
    host = ios_host(FixedClock(), Settings(), lambda: shim)
    assert PhoneNotifier(host).availability().ask
    assert not host.permissions.answered()
    host.permissions.ask_notifications(lambda state: None)
    assert PhoneNotifier(host).availability().reason == BLOCKED
    assert host.permissions.open_notification_settings()
    assert shim.opened == ["settings"]
    assert host.permissions.exact_alarms() is PermissionState.GRANTED


def test_an_iphone_that_reports_nonsense_is_no_reason_to_fail() -> None:
    shim = AskingShim()
    shim.report = lambda: json.dumps([1])  # type: ignore[method-assign]
    assert ios_host(FixedClock(), Settings(), lambda: shim).permissions.notifications() is PermissionState.GRANTED


def test_nothing_is_shown_from_here_and_the_reason_is_said() -> None:
    host = android_host(FixedClock(), Settings(), MemoryStore, lambda: TappedPhone(35, enabled=True))
    delivery = PhoneNotifier(host).show(Message("k", "t", "b"))
    assert (delivery.handed_over, delivery.reason) == (False, "On a phone, alerts come from the phone itself.")
