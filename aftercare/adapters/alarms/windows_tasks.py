"""Windows: a task of the user's own in the Task Scheduler, handed over as an XML file that we keep."""
from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from subprocess import list2cmdline

from aftercare.adapters.alarms.placing import read
from aftercare.adapters.alarms.running import Runner
from aftercare.core.instants import from_utc_text, utc_text
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _

NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
# A task takes 48 triggers, and one of them is the log-on.
MOST_TIMES = 47

# In the order in which Windows writes them; those it reads in any order keep it too.
_SETTINGS = (
    ("MultipleInstancesPolicy", "Queue"),
    ("DisallowStartIfOnBatteries", "false"),
    ("StopIfGoingOnBatteries", "false"),
    ("AllowHardTerminate", "true"),
    ("StartWhenAvailable", "true"),
    ("RunOnlyIfNetworkAvailable", "false"),
    ("AllowStartOnDemand", "true"),
    ("Enabled", "true"),
    ("Hidden", "false"),
    ("RunOnlyIfIdle", "false"),
    ("WakeToRun", "false"),
    ("ExecutionTimeLimit", "PT10M"),
    ("Priority", "7"),
)


class WindowsTask:
    """A Way through `schtasks`. `user` is the account, "COMPUTER\\name": a log-on of anybody needs an administrator.

    Of more than 47 instants the soonest are armed. Each wake arms anew, so the others follow.
    """

    name = "task-scheduler"
    most = MOST_TIMES

    def __init__(self, part: str, command: Sequence[str], home: Path, user: str, run: Runner) -> None:
        self._part = part
        self._command = tuple(command)
        self._file = home / f"{part}.xml"
        self._user = user
        self._run = run

    def available(self) -> Availability:
        """Every Windows has it."""
        return Availability(True)

    def files(self, wakes: Sequence[datetime]) -> Mapping[Path, bytes]:
        """The task, in the UTF-16 that schtasks reads."""
        text = task_xml(self._command, self._user, wakes)
        return {self._file: b"\xff\xfe" + text.encode("utf-16-le")}

    def wakes(self) -> tuple[datetime, ...]:
        """As our copy of the task has them."""
        try:
            task = ET.fromstring(read(self._file) or b"")
            times = task.iterfind(f".//{{{NAMESPACE}}}TimeTrigger/{{{NAMESPACE}}}StartBoundary")
            return tuple(sorted({from_utc_text(time.text or "") for time in times}))
        except (ET.ParseError, ValueError):
            return ()

    def leftovers(self) -> Sequence[Path]:
        return ()

    def start(self, first: bool) -> str:
        """Create the task over one of the same name; `first` runs it too."""
        reason = self._ask("/Create", "/XML", str(self._file), "/F")
        if not reason and first:
            reason = self._ask("/Run")
        return reason

    def stop(self) -> str:
        """Delete the task; that there is none is no failure."""
        reason = self._ask("/Delete", "/F")
        return reason if reason and not self._ask("/Query") else ""

    def forget(self) -> None:
        """Windows keeps a copy of its own, which is deleted."""

    def fault(self) -> str:
        """Whether Windows knows the task."""
        return _("Windows does not know the task any more.") if self._ask("/Query") else ""

    def _ask(self, verb: str, *words: str) -> str:
        return self._run(["schtasks", verb, "/TN", self._part, *words]).reason


def task_xml(command: Sequence[str], user: str, wakes: Sequence[datetime]) -> str:
    """The task as XML text. Raises ValueError for a command with signs that XML cannot hold."""
    for word in (*command, user):
        word.encode()  # a path that is not UTF-8 raises here
        if any(ord(sign) < 0x20 for sign in word):
            raise ValueError("a control character")
    task = ET.Element("Task", {"version": "1.2", "xmlns": NAMESPACE})
    _add(_add(task, "RegistrationInfo"), "Description", "Wakes Aftercare for its reminders.")
    triggers = _add(task, "Triggers")
    logon = _add(triggers, "LogonTrigger")
    _add(logon, "Enabled", "true")
    _add(logon, "UserId", user)
    for wake in sorted(wakes)[:MOST_TIMES]:
        trigger = _add(triggers, "TimeTrigger")
        _add(trigger, "Enabled", "true")
        _add(trigger, "StartBoundary", utc_text(wake))
    principal = _add(_add(task, "Principals"), "Principal")
    principal.set("id", "Author")
    _add(principal, "UserId", user)
    _add(principal, "LogonType", "InteractiveToken")
    _add(principal, "RunLevel", "LeastPrivilege")
    settings = _add(task, "Settings")
    for name, value in _SETTINGS:
        _add(settings, name, value)
    actions = _add(task, "Actions")
    actions.set("Context", "Author")
    action = _add(actions, "Exec")
    _add(action, "Command", command[0])
    _add(action, "Arguments", list2cmdline(command[1:]))
    ET.indent(task)
    return f'<?xml version="1.0" encoding="UTF-16"?>\n{ET.tostring(task, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = text
    return child
