"""Shows notifications on the desktop through plyer, and finds out the failures that plyer does not report."""
from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from aftercare.adapters.message_text import as_markup, clip, one_line, printable, utf16_units
from aftercare.adapters.notification_close import close_shown
from aftercare.adapters.notification_daemon import Daemon, DaemonState, look_for_daemon, program
from aftercare.adapters.plyer_backend import (
    LINUX,
    PHONE,
    WINDOWS,
    Backend,
    BackendMissing,
    load_backend,
    missing_part,
    this_system,
)
from aftercare.adapters.replaceable import by_library, by_program, shown_id
from aftercare.core.notify_port import Availability, Delivery, Message
from aftercare.words import gettext as _

LINUX_LIMIT = 300
WINDOWS_TITLE, WINDOWS_BODY, WINDOWS_NAME = 63, 255, 127
# Seconds. On Linux 0 stands for "until the patient closes it". On Windows the call keeps a thread, and with
# it the process, alive for as long, and takes the notification away at its end.
LINUX_TIMEOUT = 0
WINDOWS_TIMEOUT = 30
# Senders wait 25 s for each answer of a daemon that hangs; one that works answers in a blink.
HANGING_SECONDS = 20.0


class PlyerNotifier:
    """The Notifier of a desktop. `show` takes about 20 ms, or up to 80 s with a daemon that hangs; call it
    outside the thread that draws.

    What "handed over" is worth. On Linux a daemon was on the bus before, and the same one after, and it confirmed
    the message. There a message of the same key replaces the one before, see `replaceable`. On Windows and macOS
    plyer reports nothing back at all.
    """

    def __init__(
        self,
        app_name: str = "Aftercare",
        *,
        system: str | None = None,
        load: Callable[[str], Backend] = load_backend,
        missing: Callable[[str], str] = missing_part,
        look: Callable[[], Daemon] = look_for_daemon,
        clock: Callable[[], float] = time.monotonic,
        close: Callable[[Sequence[int]], None] = close_shown,
    ) -> None:
        self._app_name = app_name
        self._system = this_system() if system is None else system
        self._load = load
        self._missing = missing
        self._look = look
        self._clock = clock
        self._close = close

    def availability(self) -> Availability:
        """Whether a message would arrive now; see Notifier."""
        try:
            return self._check()[0]
        except Exception:  # the port never raises into a screen
            return Availability(
                False, _("We cannot tell if alerts would appear."), _("Look in the app instead."))

    def show(self, message: Message) -> Delivery:
        """Show the message now; see Notifier."""
        try:
            return self._show(message)
        except BackendMissing as error:
            return Delivery(False, _missing(error.part).reason)
        except Exception:  # plyer raises plain Exception, dbus-python its own, the system OSError
            return Delivery(False, _("The system did not take the alert."))

    def close(self, keys: Sequence[str]) -> None:
        """Take messages off the display; see Notifier. Only a Linux desktop that took our ids lets us."""
        if self._system != LINUX or self._missing(self._system):
            return
        # A desktop that does not answer keeps them until the patient closes them.
        with suppress(Exception):
            self._close([shown_id(key) for key in keys])

    def _check(self) -> tuple[Availability, Daemon | None]:
        if self._system == PHONE:
            return Availability(
                False, _("On a phone, alerts do not come from here."), _("Look in the app instead.")), None
        if part := self._missing(self._system):
            return _missing(part), None
        if self._system != LINUX:
            return Availability(True), None
        daemon = self._look()
        return _of_daemon(daemon.state), daemon

    def _show(self, message: Message) -> Delivery:
        available, before = self._check()
        if not available.ok:
            return Delivery(False, available.reason)
        backend = self._load(self._system)
        started = self._clock()
        if self._system == WINDOWS:
            self._send_on_windows(backend, message)
        elif not self._send(backend, message):
            return Delivery(False, _("The system did not take the alert."))
        hung = self._clock() - started > HANGING_SECONDS
        if hung or (before is not None and not _still_there(before, self._look())):
            return Delivery(False, _("The alert may not have appeared."))
        return Delivery(True)

    def _send(self, backend: Backend, message: Message) -> bool:
        title = clip(one_line(message.title) or self._app_name, LINUX_LIMIT)
        body = clip(printable(message.body), LINUX_LIMIT)
        if self._system == LINUX:
            body = as_markup(body)
        if backend.by_program:
            title, body = _no_option(title), _no_option(body.replace("\\", "\\\\"))

        def plain() -> None:
            backend.facade.notify(title=title, message=body, app_name=self._app_name, timeout=LINUX_TIMEOUT)

        if backend.by_program and (sender := program("notify-send")):
            return by_program(sender, shown_id(message.key), title, body, self._app_name, plain)
        if backend.by_library:
            return by_library(backend.facade, shown_id(message.key), title, body, self._app_name)
        plain()
        return True

    def _send_on_windows(self, backend: Backend, message: Message) -> None:
        title = one_line(message.title) or self._app_name
        backend.facade.notify(
            title=clip(title, WINDOWS_TITLE, utf16_units),
            message=clip(printable(message.body), WINDOWS_BODY, utf16_units),
            app_name=clip(self._app_name, WINDOWS_NAME, utf16_units),
            timeout=WINDOWS_TIMEOUT,
        )


def _no_option(argument: str) -> str:
    """notify-send drops a message that starts like an option; a space before the dash prevents that."""
    return f" {argument}" if argument.startswith("-") else argument


def _still_there(before: Daemon, after: Daemon) -> bool:
    """Whether one daemon was there all along; one that was startable must be running by now."""
    return after.state is DaemonState.RUNNING and before.owner in ("", after.owner)


def _of_daemon(state: DaemonState) -> Availability:
    if state in (DaemonState.RUNNING, DaemonState.STARTABLE):
        return Availability(True)
    if state is DaemonState.ABSENT:
        return Availability(False, _("No program on this computer shows alerts."),
                            _("Turn on notifications in your desktop, or install dunst."))
    if state is DaemonState.NO_BUS:
        return Availability(False, _("Alerts cannot appear, as no desktop session was found."),
                            _("Start Aftercare from your desktop."))
    return Availability(False, _("We cannot check that alerts appear."), _("Install the package dbus-bin."))


def _missing(part: str) -> Availability:
    reason = _("A part that shows alerts is missing: {part}.").format(part=part)
    if part == "notify-send":
        return Availability(False, reason, _("Install the package libnotify-bin."))
    return Availability(False, reason, _("Install Aftercare again."))
