"""Linux without systemd: the desktop starts a small waiting program of ours at login."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from aftercare.adapters.alarms.placing import read
from aftercare.adapters.alarms.running import Spawner
from aftercare.adapters.alarms.waking import MOST_WAKES
from aftercare.core.instants import from_utc_text, utc_text
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _

_WAKES = re.compile(r"^X-Aftercare-Wakes=(.*)$", re.MULTILINE)
_ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.1
Name=Aftercare reminders
Comment=Shows reminders while Aftercare is closed
Exec={command}
Terminal=false
NoDisplay=true
StartupNotify=false
X-GNOME-Autostart-enabled=true
X-Aftercare-Wakes={wakes}
"""


class RunningAgent(Protocol):
    """The waiting program, as seen from another one."""

    def is_running(self) -> bool: ...

    def look_again(self) -> None:
        """What it waits for has changed."""
        ...

    def end(self) -> str:
        """Let it end, and wait until it has. "" or why it did not."""
        ...


class AutostartAgent:
    """A Way through an XDG autostart entry. The agent reads the plan itself; the entry notes what was armed."""

    name = "autostart"
    most = MOST_WAKES

    def __init__(
        self, part: str, command: Sequence[str], config: Path, agent: RunningAgent, spawn: Spawner
    ) -> None:
        self._command = tuple(command)
        self._entry = config / "autostart" / f"{part}.desktop"
        self._agent = agent
        self._spawn = spawn
        # Whether one was started that may not have come up yet.
        self._coming = False

    def available(self) -> Availability:
        """Any desktop that follows the XDG rules."""
        return Availability(True)

    def files(self, wakes: Sequence[datetime]) -> Mapping[Path, bytes]:
        """The entry."""
        noted = "".join(f"{utc_text(wake)};" for wake in wakes)
        return {self._entry: _ENTRY.format(command=exec_value(self._command), wakes=noted).encode()}

    def wakes(self) -> tuple[datetime, ...]:
        """As the entry on disk notes them."""
        found = _WAKES.search((read(self._entry) or b"").decode("utf-8", "replace"))
        try:
            return tuple(sorted({from_utc_text(text) for text in found[1].split(";") if text})) if found else ()
        except ValueError:
            return ()

    def leftovers(self) -> Sequence[Path]:
        return ()

    def start(self, first: bool) -> str:
        """Start the agent, which delivers at once; a new one takes the place of the old."""
        if not first and self._agent.is_running():
            self._coming = False
            self._agent.look_again()
            return ""
        if not first and self._coming:
            # It reads the plan when it comes up, and is waited for once: it may have died before.
            self._coming = False
            return ""
        reason = self._spawn(self._command)
        self._coming = not reason
        return reason

    def stop(self) -> str:
        """End the agent. One that comes up after this sees that it is not wanted."""
        self._coming = False
        return self._agent.end()

    def forget(self) -> None:
        """The desktop reads the folder at login."""

    def fault(self) -> str:
        """Whether the agent runs."""
        return "" if self._agent.is_running() else _("Reminders start again when you log in.")


def exec_value(command: Sequence[str]) -> str:
    """A command as the Exec key takes it. Raises ValueError for signs that an entry cannot hold.

    A word is quoted first by the rules of Exec; what comes out is then escaped by those of any text value.
    """
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    word.encode()  # a path that is not UTF-8 raises here
    if any(ord(sign) < 0x20 and sign not in "\n\t\r" for sign in word):
        raise ValueError("a control character")
    quoted = '"' + re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%") + '"'
    escaped = quoted.replace("\\", "\\\\")
    return escaped.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
