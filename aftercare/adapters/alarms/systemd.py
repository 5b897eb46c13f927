"""Linux with systemd: a timer of the user's own, with every instant in UTC, since a local one may never come."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from aftercare.adapters.alarms.placing import read
from aftercare.adapters.alarms.running import Runner
from aftercare.adapters.alarms.waking import MOST_WAKES
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _

_NOT_LOADED = 5
_INSTANT = re.compile(r"^OnCalendar=(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC$", re.MULTILINE)
_SPECIAL = {"\\": "\\\\", '"': '\\"', "%": "%%", "$": "$$"}
_UNSAFE = re.compile(r"""["'\\$\x00-\x1f\x7f]""")
_PLAIN = re.compile(r"[\x20-\x7e\xa0-\U0010ffff]")

_SERVICE = """\
[Unit]
Description=Aftercare reminders that are due

[Service]
Type=oneshot
ExecStart={command}
# Exit status 1 means that something stays due, as before a desktop is there; 2 that trying again cannot help.
Restart=on-failure
RestartSec=2min
RestartPreventExitStatus=2
# What was shown is said on the standard output, and is no business of the system's log.
StandardOutput=null
StandardError=journal
"""
_TIMER = """\
[Unit]
Description=Wakes Aftercare for its reminders

[Timer]
{times}Persistent=true
AccuracySec=1s
OnClockChange=true
OnTimezoneChange=true
Unit={service}

[Install]
WantedBy=timers.target
"""


class SystemdTimer:
    """A Way through `systemctl --user`. `config` and `data` are the XDG folders of the user."""

    name = "systemd"
    most = MOST_WAKES

    def __init__(
        self, part: str, command: Sequence[str], config: Path, data: Path, runtime: Path | None, run: Runner
    ) -> None:
        self._command = tuple(command)
        units = config / "systemd" / "user"
        self._service = units / f"{part}.service"
        self._timer = units / f"{part}.timer"
        self._link = units / "timers.target.wants" / self._timer.name
        self._stamp = data / "systemd" / "timers" / f"stamp-{self._timer.name}"
        self._runtime = runtime
        self._run = run

    def available(self) -> Availability:
        """Whether systemd runs for this user."""
        if self._runtime is not None and (self._runtime / "systemd").is_dir():
            return Availability(True)
        return Availability(
            False, _("This computer has no systemd for your user."), _("Log in through your desktop."))

    def files(self, wakes: Sequence[datetime]) -> Mapping[Path, bytes]:
        """The service and its timer."""
        times = "".join(f"OnCalendar={wake.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC\n" for wake in wakes)
        return {
            self._service: _SERVICE.format(command=exec_line(self._command)).encode(),
            self._timer: _TIMER.format(times=times, service=self._service.name).encode(),
        }

    def wakes(self) -> tuple[datetime, ...]:
        """As the timer on disk has them."""
        text = (read(self._timer) or b"").decode("utf-8", "replace")
        try:
            found = {datetime.fromisoformat(instant).replace(tzinfo=UTC) for instant in _INSTANT.findall(text)}
        except ValueError:
            return ()
        return tuple(sorted(found))

    def leftovers(self) -> Sequence[Path]:
        """The link that enables the timer, and the stamp of its last time."""
        return (self._link, self._stamp)

    def start(self, first: bool) -> str:
        """Reload, enable, restart the timer; `first` starts the service too, without waiting for it."""
        calls = [["daemon-reload"], ["enable", self._timer.name], ["restart", self._timer.name]]
        if first:
            calls.append(["start", "--no-block", self._service.name])
        for call in calls:
            if reason := self._ask(*call):
                return reason
        return ""

    def stop(self) -> str:
        """Stop the timer, and a delivery that waits to be tried again. The link that enables it goes with the files."""
        done = self._run(["systemctl", "--user", "stop", self._timer.name, self._service.name])
        return "" if done.status == _NOT_LOADED else done.reason

    def forget(self) -> None:
        """Let systemd see that the units are gone."""
        self._ask("daemon-reload")
        self._ask("reset-failed", self._timer.name, self._service.name)

    def fault(self) -> str:
        """Whether the timer is active."""
        if not self._ask("is-active", "--quiet", self._timer.name):
            return ""
        return _("The timer is there, but your computer does not run it.")

    def _ask(self, *words: str) -> str:
        return self._run(["systemctl", "--user", *words]).reason


def exec_line(command: Sequence[str]) -> str:
    """A command as ExecStart takes it. Raises ValueError for one that is not UTF-8.

    systemd starts no program with quotes, backslashes or control characters in its path, and treats a dollar there
    in a way of its own; a shell, which is handed the words as they are, does.
    """
    if _UNSAFE.search(command[0]):
        command = ("/bin/sh", "-c", 'exec "$0" "$@"', *command)
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    word.encode()  # a path that is not UTF-8 raises here
    return '"' + "".join(_SPECIAL.get(sign) or _shown(sign) for sign in word) + '"'


def _shown(sign: str) -> str:
    return sign if _PLAIN.fullmatch(sign) else "".join(f"\\x{byte:02x}" for byte in sign.encode())
