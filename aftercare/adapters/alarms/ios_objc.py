"""The calls into AftercareAlarms.m, by pyobjus. Nothing here can be imported off iOS, so the import is late."""
from __future__ import annotations

import importlib
import json
from typing import Any


class PyobjusShim:
    """AftercareAlarms through pyobjus. Raises ImportError off iOS, and what pyobjus raises for a missing class."""

    def __init__(self) -> None:
        self._pyobjus = importlib.import_module("pyobjus")
        self._alarms = self._pyobjus.autoclass("AftercareAlarms")

    def arm_plan(self, plan: str) -> str:
        return _text(self._alarms.armPlan_(self._string(plan)))

    def report(self) -> str:
        return _text(self._alarms.report())

    def close_keys(self, keys: str) -> str:
        return _text(self._alarms.closeKeys_(self._string(keys)))

    def remove_all(self) -> str:
        return _text(self._alarms.removeAll())

    def request_permission(self) -> None:
        """Let iOS ask, once in the app's life; explain before. `report` has the answer later."""
        self._alarms.requestPermission()

    def open_settings(self) -> None:
        """Open the app's page in the settings."""
        self._alarms.openSettings()

    def take_tap(self) -> tuple[str, str] | None:
        """Key and kind of the notification that opened the app, once."""
        tap = _text(self._alarms.takeTap())
        if not tap:
            return None
        told = json.loads(tap)
        return str(told.get("key", "")), str(told.get("kind", ""))

    def _string(self, text: str) -> Any:
        return self._pyobjus.objc_str(text)


def _text(value: Any) -> str:
    found = value.UTF8String()
    return found.decode("utf-8") if isinstance(found, bytes) else str(found)
