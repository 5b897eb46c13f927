"""The patient's choices of looks, applied to the one theme of the kit."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from screens.widgets.theme import theme

LARGEST = 2.0


def apply(settings: Mapping[str, str]) -> None:
    """Set text size and light or dark from the stored choices; what is unknown or damaged changes nothing."""
    try:
        scale = float(settings.get("text_scale") or 1.0)
    except ValueError:
        scale = 1.0
    # In this order: whatever is no number at all, such as "nan", is taken for the usual size.
    theme.text_scale = min(max(1.0, scale), LARGEST)
    chosen = settings.get("theme", "auto")
    theme.dark = chosen == "dark" or (chosen not in ("light", "dark") and system_is_dark())


_system_dark: bool | None = None


def system_is_dark() -> bool:
    """Whether the device asks for dark windows; asked once a run, and light where nobody answers."""
    global _system_dark
    if _system_dark is None:
        _system_dark = _ask_system()
    return _system_dark


def _ask_system() -> bool:
    if sys.platform == "darwin":
        return "dark" in _output("defaults", "read", "-g", "AppleInterfaceStyle").lower()
    if sys.platform == "win32":
        path = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
        return _output("reg", "query", path, "/v", "AppsUseLightTheme").rstrip().endswith("0x0")
    # Asking the desktop would start a program before the first frame; this is there at once.
    return "dark" in os.environ.get("GTK_THEME", "").lower()


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=1, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
