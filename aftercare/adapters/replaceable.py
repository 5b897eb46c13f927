"""Shows a notification under an id that we choose, so that showing it again replaces it.

plyer always asks for a new id. The desktops' specification leaves open what a daemon does with an id it has not
given out: KDE's and dunst take it, others give a new one, and then a message shown again stands twice.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.core.alarm_port import alarm_id

PATIENCE_SECONDS = 30
# Daemons count up from one; so high, no notification of another app is replaced.
_HIGH = 0x4000_0000


def shown_id(key: str) -> int:
    """The id under which a message of this key is shown, the same in every process."""
    return alarm_id(key) | _HIGH


def by_library(facade: Any, id: int, title: str, body: str, app_name: str) -> bool:
    """Through plyer's D-Bus class, which takes the id where its public call does not. Raises what dbus-python does."""
    facade._notify(title=title, message=body, app_name=app_name, timeout=0, replaces_id=id)
    return True


def by_program(
    program: str, id: int, title: str, body: str, app_name: str, plain: Callable[[], None]
) -> bool:
    """By notify-send; `plain` sends with a program that is too old for it. False when the program fails."""
    import subprocess  # the app starts faster without it

    command = [program, f"--replace-id={id}", f"--app-name={app_name}", "--expire-time=0", "--", title, body]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
        errors="replace", timeout=PATIENCE_SECONDS, check=False,
    )  # fmt: skip
    if done.returncode and "replace-id" in done.stderr:
        plain()
        return True
    return done.returncode == 0
