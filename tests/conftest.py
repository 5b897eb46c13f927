"""Keeps every test away from the desktop, the settings and the data of the person who runs it."""
from __future__ import annotations

import os
import tempfile

import pytest

# Kivy reads these when it is first imported, which may be while tests are collected.
_FOLDER = tempfile.TemporaryDirectory(prefix="aftercare-tests-")
os.environ.setdefault("KIVY_HOME", _FOLDER.name)
os.environ["KIVY_NO_ARGS"] = "1"
os.environ["KIVY_NO_CONSOLELOG"] = "1"
os.environ["KIVY_NO_FILELOG"] = "1"
os.environ.setdefault("KIVY_CLIPBOARD", "dummy")
os.environ["AFTERCARE_HOME"] = os.path.join(_FOLDER.name, "home")

_PRIVATE = os.environ.get("AFTERCARE_PRIVATE_DESKTOP") == "1"
if not _PRIVATE:
    # Without a bus of their own, tests must not reach the one that shows notifications.
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/aftercare-tests"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what this machine cannot show; under `make test` nothing is left out."""
    absent = {
        "display": not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt"),
        "bus": not _PRIVATE,
    }
    for item in items:
        for marker, is_absent in absent.items():
            if is_absent and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"needs a {marker}; run it with make test"))
