"""What a screen is told about Android's permissions, so that it can explain first."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from aftercare.adapters.alarms.android_permissions import AndroidPermissions, PermissionState

GRANTED, ASK, SETTINGS = PermissionState.GRANTED, PermissionState.ASK, PermissionState.SETTINGS


@dataclass
class PhoneWith:
    """A phone whose patient answers `answer` when asked, and which may break."""

    sdk: int
    enabled: bool = False
    exact: bool = False
    rationale: bool = False
    answer: bool = True
    error: Exception | None = None
    opened: list[str] = field(default_factory=list)

    def notifications_enabled(self) -> bool:
        self._maybe_fail()
        return self.enabled

    def exact_alarms_enabled(self) -> bool:
        self._maybe_fail()
        assert self.sdk >= 31, "older phones have no such question"
        return self.exact

    def would_ask(self) -> bool:
        return self.rationale

    def request_notifications(self, done: Callable[[], None]) -> None:
        self._maybe_fail()
        self.enabled = self.answer
        done()

    def open_notification_settings(self) -> None:
        self._maybe_fail()
        self.opened.append("notifications")

    def open_exact_alarm_settings(self) -> None:
        self._maybe_fail()
        self.opened.append("exact")

    def _maybe_fail(self) -> None:
        if self.error:
            raise self.error


@dataclass
class Settings:
    """Settings in memory."""

    values: dict[str, str] = field(default_factory=dict)

    def get(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def put(self, name: str, value: str) -> None:
        self.values[name] = value


@pytest.mark.parametrize(
    ("phone", "state"),
    [
        (PhoneWith(24, enabled=True), GRANTED),
        (PhoneWith(32, enabled=False), SETTINGS),
        (PhoneWith(33, enabled=False), ASK),
        (PhoneWith(35, enabled=True), GRANTED),
    ],
)
def test_before_anybody_was_asked(phone: PhoneWith, state: PermissionState) -> None:
    assert AndroidPermissions(phone, Settings()).notifications() is state


def test_a_first_no_may_be_asked_again_and_a_second_leads_to_the_settings() -> None:
    phone, answers = PhoneWith(34, answer=False), list[PermissionState]()
    permissions = AndroidPermissions(phone, Settings())
    phone.rationale = True
    permissions.ask_notifications(answers.append)
    phone.rationale = False
    permissions.ask_notifications(answers.append)
    assert answers == [ASK, SETTINGS]


def test_a_yes_is_told() -> None:
    answers = list[PermissionState]()
    AndroidPermissions(PhoneWith(34), Settings()).ask_notifications(answers.append)
    assert answers == [GRANTED]


@pytest.mark.parametrize(
    ("phone", "state"),
    [(PhoneWith(30), GRANTED), (PhoneWith(31), SETTINGS), (PhoneWith(34, exact=True), GRANTED)],
)
def test_exact_alarms_are_a_matter_of_the_settings(phone: PhoneWith, state: PermissionState) -> None:
    assert AndroidPermissions(phone, Settings()).exact_alarms() is state


def test_the_settings_open_or_say_that_they_cannot() -> None:
    phone = PhoneWith(34)
    permissions = AndroidPermissions(phone, Settings())
    assert permissions.open_notification_settings()
    assert permissions.open_exact_alarm_settings()
    assert phone.opened == ["notifications", "exact"]
    phone.error = RuntimeError("ActivityNotFoundException")
    assert not permissions.open_notification_settings()
    assert not permissions.open_exact_alarm_settings()


def test_a_phone_that_breaks_is_no_reason_to_fail() -> None:
    answers = list[PermissionState]()
    permissions = AndroidPermissions(PhoneWith(34, error=RuntimeError("dead object")), Settings())
    permissions.ask_notifications(answers.append)
    assert answers == [GRANTED]
    assert permissions.exact_alarms() is GRANTED
