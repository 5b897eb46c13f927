"""Asks the Linux session bus who shows notifications: a message to nobody is lost without an error."""
from __future__ import annotations

import importlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

NAME = "org.freedesktop.Notifications"
NO_OWNER = "org.freedesktop.DBus.Error.NameHasNoOwner"
ANSWER_SECONDS = 5
_OWNER = re.compile(r":\d+\.\d+")


class DaemonState(Enum):
    """What the bus says about a notification daemon; UNCHECKED means that nothing here can ask it."""

    RUNNING = "running"
    STARTABLE = "startable"
    ABSENT = "absent"
    NO_BUS = "no bus"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Daemon:
    """The state at one moment. A running daemon has an `owner`, another one after each start."""

    state: DaemonState
    owner: str = ""


def look_for_daemon() -> Daemon:
    """Ask the bus now, by dbus-python when present, else by dbus-send or gdbus. Starts nothing."""
    if not _has_bus_address():
        # The programs would otherwise start a bus of their own, on which nobody listens.
        return Daemon(DaemonState.NO_BUS)
    if has_dbus_python():
        return _ask_by_library()
    for name, command in _COMMANDS:
        if path := program(name):
            return _ask_by_program([path, *command])
    return Daemon(DaemonState.UNCHECKED)


def has_dbus_python() -> bool:
    """Whether dbus-python can be imported; plyer then uses it too. One for another Python cannot."""
    try:
        importlib.import_module("dbus")
    except ImportError:
        return False
    return True


def program(name: str) -> str | None:
    """Where the program is on the search path, if it is installed."""
    import shutil  # as with subprocess below, the app starts faster without it

    return shutil.which(name)


def _has_bus_address() -> bool:
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and Path(str(runtime), "bus").exists()


def _ask_by_library() -> Daemon:
    import dbus

    try:
        bus = dbus.SessionBus(private=True)
    except dbus.DBusException:
        return Daemon(DaemonState.NO_BUS)
    try:
        return Daemon(DaemonState.RUNNING, str(bus.get_name_owner(NAME)))
    except dbus.DBusException as error:
        if error.get_dbus_name() != NO_OWNER:
            return Daemon(DaemonState.NO_BUS)
        return _startable(NAME in bus.list_activatable_names())
    finally:
        bus.close()


_COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("dbus-send", ("--session", "--print-reply=literal", "--dest=org.freedesktop.DBus",
                   "/org/freedesktop/DBus", "org.freedesktop.DBus.{method}", "string:{name}")),
    ("gdbus", ("call", "--session", "--dest", "org.freedesktop.DBus",
               "--object-path", "/org/freedesktop/DBus",
               "--method", "org.freedesktop.DBus.{method}", "{name}")),
)


def _ask_by_program(command: Sequence[str]) -> Daemon:
    try:
        answer = _call([part.format(method="GetNameOwner", name=NAME) for part in command])
        if answer.returncode == 0 and (owner := _OWNER.search(answer.stdout)):
            return Daemon(DaemonState.RUNNING, owner.group())
        if NO_OWNER not in answer.stderr:
            return Daemon(DaemonState.NO_BUS)
        # The last part is the argument, which this method does not take.
        names = _call([part.format(method="ListActivatableNames") for part in command[:-1]])
        return _startable(NAME in re.findall(r"[\w.-]+", names.stdout))
    except OSError:  # a bus that does not answer in time is one too
        return Daemon(DaemonState.NO_BUS)


def _call(command: list[str]) -> subprocess.CompletedProcess[str]:
    import subprocess

    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace",
            timeout=ANSWER_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(command[0]) from error


def _startable(is_startable: bool) -> Daemon:
    return Daemon(DaemonState.STARTABLE if is_startable else DaemonState.ABSENT)
