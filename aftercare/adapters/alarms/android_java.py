"""The calls into Android, by pyjnius. Nothing here can be imported elsewhere, so all imports are late.

Make these objects on the thread that runs Python's main program: Java finds our classes from no other.
"""
from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

ACTIVITY = "org.kivy.android.PythonActivity"
POST_NOTIFICATIONS = "android.permission.POST_NOTIFICATIONS"
KEY_EXTRA, KIND_EXTRA = "org.aftercare.alerts.KEY", "org.aftercare.alerts.KIND"

_FROM_RECENT_APPS = 0x00100000
_APP_NOTIFICATIONS = "android.settings.APP_NOTIFICATION_SETTINGS"
_APP_DETAILS = "android.settings.APPLICATION_DETAILS_SETTINGS"
_EXACT_ALARMS = "android.settings.REQUEST_SCHEDULE_EXACT_ALARM"


class PyjniusStore:
    """AlarmStore through pyjnius. Raises ImportError off Android, and jnius.JavaException."""

    def __init__(self) -> None:
        jnius = importlib.import_module("jnius")
        self._activity = jnius.autoclass(ACTIVITY).mActivity
        self._store = jnius.autoclass("org.aftercare.alerts.AlarmStore")

    def replace_plan(self, plan: str) -> str:
        return str(self._store.replacePlan(self._activity, plan))

    def rearm(self) -> str:
        return str(self._store.rearm(self._activity))

    def report(self) -> str:
        return str(self._store.report(self._activity))

    def forget(self, marks: str) -> str:
        return str(self._store.forget(self._activity, marks))

    def close(self, keys: str) -> str:
        return str(self._store.close(self._activity, keys))

    def remove(self) -> str:
        return str(self._store.remove(self._activity))


class PyjniusPhone:
    """The phone's permissions and settings pages, and the intent that the app was opened with."""

    def __init__(self) -> None:
        jnius = importlib.import_module("jnius")
        self._autoclass: Callable[[str], Any] = jnius.autoclass
        self._activity = self._autoclass(ACTIVITY).mActivity
        self.sdk = int(self._autoclass("android.os.Build$VERSION").SDK_INT)

    def notifications_enabled(self) -> bool:
        return bool(self._service("notification").areNotificationsEnabled())

    def exact_alarms_enabled(self) -> bool:
        """Only from API 31 on."""
        return bool(self._service("alarm").canScheduleExactAlarms())

    def would_ask(self) -> bool:
        """Whether Android thinks an explanation is due: the patient denied once and may be asked again."""
        return bool(self._activity.shouldShowRequestPermissionRationale(POST_NOTIFICATIONS))

    def request_notifications(self, done: Callable[[], None]) -> None:
        """Show Android's question; `done` comes on Android's own thread, also when nothing was shown."""
        permissions = importlib.import_module("android.permissions")
        permissions.request_permissions([POST_NOTIFICATIONS], lambda _permissions, _granted: done())

    def open_notification_settings(self) -> None:
        if self.sdk < 26:
            self._open(_APP_DETAILS)
            return
        intent = self._autoclass("android.content.Intent")(_APP_NOTIFICATIONS)
        intent.putExtra("android.provider.extra.APP_PACKAGE", self._activity.getPackageName())
        self._activity.startActivity(intent)

    def open_exact_alarm_settings(self) -> None:
        self._open(_EXACT_ALARMS if self.sdk >= 31 else _APP_DETAILS)

    def take_tap(self) -> tuple[str, str] | None:
        """Key and kind of the notification that opened the app, once."""
        return _taken(self._activity.getIntent())

    def on_tap(self, told: Callable[[str, str], None]) -> None:
        """Call `told` with key and kind for every tap from now on, on Android's own thread."""

        def opened(intent: Any) -> None:
            if tap := _taken(intent):
                told(*tap)

        importlib.import_module("android.activity").bind(on_new_intent=opened)

    def _open(self, action: str) -> None:
        package = self._autoclass("android.net.Uri").parse(f"package:{self._activity.getPackageName()}")
        self._activity.startActivity(self._autoclass("android.content.Intent")(action, package))

    def _service(self, name: str) -> Any:
        return self._activity.getSystemService(name)


def _taken(intent: Any) -> tuple[str, str] | None:
    """The extras of a tap, once. They are removed, and old when the app was opened from the list of recent ones."""
    key = intent.getStringExtra(KEY_EXTRA) if intent else None
    if not key or intent.getFlags() & _FROM_RECENT_APPS:
        return None
    kind = intent.getStringExtra(KIND_EXTRA) or ""
    intent.removeExtra(KEY_EXTRA)
    return str(key), str(kind)
