"""Picks plyer's notification class for this system, and says what is missing.

plyer's own choice prints a traceback where nothing loads and never tries again, and it takes any machine with
a folder /app for a Flatpak sandbox.
"""
from __future__ import annotations

import importlib
import importlib.util
import sys
from dataclasses import dataclass
from typing import Any

from aftercare.adapters.notification_daemon import has_dbus_python, program

LINUX, WINDOWS, MACOS, PHONE = "linux", "win", "macosx", "phone"


class BackendMissing(Exception):
    """No implementation of plyer can work here; `part` names the package or program that is missing."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True)
class Backend:
    """plyer's notification object, and what it works with on Linux: the program notify-send, or dbus-python."""

    facade: Any
    by_program: bool = False
    by_library: bool = False


def this_system() -> str:
    """The system in plyer's words; phones count as one, since plyer shows nothing there."""
    if hasattr(sys, "getandroidapilevel") or sys.platform in ("android", "ios"):
        return PHONE
    return {"win32": WINDOWS, "cygwin": WINDOWS, "darwin": MACOS}.get(sys.platform, LINUX)


def missing_part(system: str) -> str:
    """The package or program without which plyer cannot show anything here, or "". Imports nothing."""
    if not _is_installed("plyer"):
        return "plyer"
    if system == LINUX and not has_dbus_python() and program("notify-send") is None:
        return "notify-send"
    if system == MACOS and not _is_installed("pyobjus"):
        return "pyobjus"
    return ""


def load_backend(system: str) -> Backend:
    """plyer's implementation for the system, loaded anew. Raises BackendMissing."""
    if part := missing_part(system):
        raise BackendMissing(part)
    try:
        module = importlib.import_module(f"plyer.platforms.{system}.notification")
        if system != LINUX:
            return Backend(module.instance())
        if has_dbus_python():
            return Backend(module.NotifyDbus(), by_library=True)
        return Backend(module.NotifySendNotification(), by_program=True)
    except Exception as error:  # a broken installation fails in any way, some with plain Exception
        raise BackendMissing("plyer") from error


def _is_installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False
