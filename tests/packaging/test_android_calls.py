"""The pyjnius calls, against stand-ins of the Java classes they name. On a phone they never ran."""
from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aftercare.adapters.alarms.android_java import PyjniusPhone, PyjniusStore

ROOT = Path(__file__).resolve().parents[2]
KEY, KIND = "org.aftercare.alerts.KEY", "org.aftercare.alerts.KIND"


@dataclass
class Intent:
    """android.content.Intent as far as we use it."""

    action: str = ""
    data: object = None
    extras: dict[str, str] = field(default_factory=dict)
    flags: int = 0

    def putExtra(self, name: str, value: str) -> None:  # noqa: N802  Java's name
        self.extras[name] = value

    def getStringExtra(self, name: str) -> str | None:  # noqa: N802
        return self.extras.get(name)

    def removeExtra(self, name: str) -> None:  # noqa: N802
        self.extras.pop(name, None)

    def getFlags(self) -> int:  # noqa: N802
        return self.flags


@dataclass
class Activity:
    """The app's activity, opened by an intent."""

    intent: Intent = field(default_factory=Intent)
    started: list[Intent] = field(default_factory=list)

    def getIntent(self) -> Intent:  # noqa: N802
        return self.intent

    def startActivity(self, intent: Intent) -> None:  # noqa: N802
        self.started.append(intent)

    def getPackageName(self) -> str:  # noqa: N802
        return "org.aftercare.aftercare"


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, Activity], PyjniusPhone]:
    """A phone of an API level with an activity, seen through a stand-in of pyjnius."""

    def make(level: int, activity: Activity) -> PyjniusPhone:
        classes: dict[str, Any] = {
            "org.kivy.android.PythonActivity": type("PythonActivity", (), {"mActivity": activity}),
            "android.os.Build$VERSION": type("VERSION", (), {"SDK_INT": level}),
            "android.net.Uri": type("Uri", (), {"parse": staticmethod(str)}),
            "android.content.Intent": Intent,
        }
        jnius = ModuleType("jnius")
        jnius.autoclass = classes.__getitem__  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "jnius", jnius)
        return PyjniusPhone()

    return make


Make = Callable[[int, Activity], PyjniusPhone]


def test_a_tap_is_told_once(phone: Make) -> None:
    found = phone(34, Activity(Intent(extras={KEY: "pool", KIND: "allowed"})))
    assert found.take_tap() == ("pool", "allowed")
    assert found.take_tap() is None


def test_an_app_opened_from_the_list_of_recent_ones_was_not_tapped(phone: Make) -> None:
    assert phone(34, Activity(Intent(extras={KEY: "pool"}, flags=0x00100000))).take_tap() is None


def test_an_app_opened_by_its_icon_was_not_tapped(phone: Make) -> None:
    assert phone(34, Activity()).take_tap() is None


@pytest.mark.parametrize(
    ("level", "notifications", "exact"),
    [
        (24, "APPLICATION_DETAILS_SETTINGS", "APPLICATION_DETAILS_SETTINGS"),
        (26, "APP_NOTIFICATION_SETTINGS", "APPLICATION_DETAILS_SETTINGS"),
        (31, "APP_NOTIFICATION_SETTINGS", "REQUEST_SCHEDULE_EXACT_ALARM"),
    ],
)
def test_the_settings_page_is_one_that_the_phone_has(
    phone: Make, level: int, notifications: str, exact: str
) -> None:
    activity = Activity()
    found = phone(level, activity)
    found.open_notification_settings()
    found.open_exact_alarm_settings()
    assert [intent.action.rpartition(".")[2] for intent in activity.started] == [notifications, exact]
    for intent in activity.started:
        assert "org.aftercare.aftercare" in f"{intent.data} {intent.extras}"


def test_off_android_there_is_no_such_library() -> None:
    for missing in (PyjniusStore, PyjniusPhone):
        with pytest.raises(ImportError):
            missing()


def test_python_and_java_agree_on_names() -> None:
    java = ROOT / "packaging/android/src/org/aftercare/alerts"
    offered = re.findall(r"public static synchronized String (\w+)\(", (java / "AlarmStore.java").read_text())
    bridge = (ROOT / "aftercare/adapters/alarms/android_java.py").read_text()
    assert sorted(offered) == sorted(re.findall(r"self\._store\.(\w+)\(", bridge))
    notices = (java / "Notices.java").read_text()
    assert f'KEY = "{KEY}"' in notices
    assert f'KIND = "{KIND}"' in notices
    assert f'"{KEY}", "{KIND}"' in bridge
