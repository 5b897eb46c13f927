"""Takes notifications off a Linux desktop, by the ids under which they were shown."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.adapters.notification_daemon import NAME, DaemonState, has_dbus_python, look_for_daemon, program

PATH = "/org/freedesktop/Notifications"
ANSWER_SECONDS = 5


def close_shown(ids: Sequence[int]) -> None:
    """Close each of them where a daemon runs that took our ids; elsewhere nothing happens.

    A daemon that gave out ids of its own does not know these: no notification of another app is closed. Starts no
    daemon. Raises what the library or the system does.
    """
    if not ids or look_for_daemon().state is not DaemonState.RUNNING:
        return
    if has_dbus_python():
        _by_library(ids)
    else:
        _by_program(ids)


def _by_library(ids: Sequence[int]) -> None:
    import dbus

    bus = dbus.SessionBus(private=True)
    try:
        daemon = bus.get_object(NAME, PATH, introspect=False)
        for id in ids:
            # A daemon answers an id that it does not show with an error.
            try:
                daemon.CloseNotification(dbus.UInt32(id), dbus_interface=NAME, timeout=ANSWER_SECONDS)
            except dbus.DBusException:
                continue
    finally:
        bus.close()


def _by_program(ids: Sequence[int]) -> None:
    import subprocess  # the app starts faster without it

    for id in ids:
        if command := _command(id):
            subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                timeout=ANSWER_SECONDS, check=False,
            )  # fmt: skip


def _command(id: int) -> list[str]:
    if sender := program("dbus-send"):
        to = ["--session", "--print-reply", f"--dest={NAME}", PATH]
        return [sender, *to, f"{NAME}.CloseNotification", f"uint32:{id}"]
    if sender := program("gdbus"):
        call = ["call", "--session", "--dest", NAME, "--object-path", PATH, "--method", f"{NAME}.CloseNotification"]
        return [sender, *call, f"uint32 {id}"]
    return []
