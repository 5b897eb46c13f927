"""ScreenPrivacy of this system. Android has a flag for it; elsewhere nothing that an app may rely on."""
from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from typing import Any

from aftercare.adapters.alarms.system import ANDROID, system_name
from aftercare.core.privacy_port import NoPrivacy, ScreenPrivacy

log = logging.getLogger("aftercare")
# android.view.WindowManager.LayoutParams.FLAG_SECURE
FLAG_SECURE = 0x2000

Activity = Callable[[], Any]
OnUiThread = Callable[[Any, Callable[[], None]], None]


def screen_privacy(system: str | None = None) -> ScreenPrivacy:
    """What this system offers; imports nothing yet."""
    name = system_name() if system is None else system
    return AndroidPrivacy() if name == ANDROID else NoPrivacy()


def present_activity() -> Any:
    """The activity that shows our window."""
    return importlib.import_module("jnius").autoclass("org.kivy.android.PythonActivity").mActivity


def on_ui_thread(_activity: Any, call: Callable[[], None]) -> None:
    """Android changes a window on one thread alone."""
    importlib.import_module("android.runnable").Runnable(call)()


class AndroidPrivacy:
    """ScreenPrivacy by the flag FLAG_SECURE of the window."""

    can_hide = True

    def __init__(self, activity: Activity = present_activity, run: OnUiThread = on_ui_thread) -> None:
        self._activity, self._run = activity, run
        self._hidden = False

    def hide(self, on: bool) -> None:
        if on == self._hidden:
            return
        try:
            activity = self._activity()
            window = activity.getWindow()
            change = window.addFlags if on else window.clearFlags
            self._run(activity, lambda: change(FLAG_SECURE))
        except Exception as error:  # pyjnius raises whatever Java does
            log.warning("The screen could not be hidden: %s", type(error).__name__)
            return
        self._hidden = on
