"""The language of the system, as its tag; asked once a run."""
from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from aftercare.adapters.alarms.system import ANDROID, PHONES, system_name


@cache
def system_language() -> str:
    """Such as "ru_RU.UTF-8" or "de-DE"; empty where the system does not say."""
    if system_name() in PHONES:
        return _from_phone(system_name())
    # Asked in this order: who sets the environment means it for this one program.
    return from_environment(os.environ) or _from_windows() or _from_mac()


def from_environment(environ: Mapping[str, str]) -> str:
    """As gettext reads it: the list in LANGUAGE counts first, but "C" says nothing."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "").split(":")[0]
        if value and value.split(".")[0] not in ("C", "POSIX"):
            return value
    return ""


def _from_phone(system: str) -> str:
    try:
        if system == ANDROID:
            return str(import_module("jnius").autoclass("java.util.Locale").getDefault().toLanguageTag())
        languages = import_module("pyobjus").autoclass("NSLocale").preferredLanguages()
        return str(languages.objectAtIndex_(0).UTF8String())
    except Exception:
        # Whatever the bridge to a phone's own code throws: the app opens, in English.
        return ""


def _from_windows(platform: str = sys.platform) -> str:
    if platform != "win32":
        return ""
    import ctypes
    import locale

    number = getattr(ctypes, "windll").kernel32.GetUserDefaultUILanguage()  # noqa: B009  absent elsewhere
    return locale.windows_locale.get(number, "")


def _from_mac(platform: str = sys.platform) -> str:
    if platform != "darwin":
        return ""
    import subprocess

    try:
        listed = subprocess.run(
            ["defaults", "read", "-g", "AppleLanguages"], capture_output=True, text=True, timeout=1, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return first_listed(listed)


def first_listed(plist: str) -> str:
    """The first entry of a list as a Mac prints it, one a line."""
    names = (line.strip(' ",') for line in plist.splitlines())
    return next((name for name in names if name not in ("", "(", ")")), "")
