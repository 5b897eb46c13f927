"""A desktop for schedulers: a home folder, a clock, and a system that remembers which programs were run."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aftercare.adapters.alarms.autostart import AutostartAgent
from aftercare.adapters.alarms.launchd import LaunchAgent
from aftercare.adapters.alarms.running import Ran
from aftercare.adapters.alarms.systemd import SystemdTimer
from aftercare.adapters.alarms.waking import WakingAlarms, Way
from aftercare.adapters.alarms.windows_tasks import WindowsTask
from aftercare.core.alarm_port import PlannedAlarm
from aftercare.services.closed_app import wakes

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
COMMAND = ("/opt/aftercare/aftercare", "--home", "/home/anna/data", "alerts", "deliver")


def instants(count: int = 3, first: datetime = NOW) -> list[datetime]:
    """So many instants, 90 minutes apart, the first of them 90 minutes after `first`."""
    return [first + timedelta(minutes=90 * number) for number in range(1, count + 1)]


def alarms(moments: Sequence[datetime]) -> list[PlannedAlarm]:
    """An alarm for each instant, however many."""
    return [alarm for moment in moments for alarm in wakes([moment], moment - timedelta(seconds=1))]


@dataclass
class Desk:
    """The clock and the system behind a scheduler, which a test may change."""

    home: Path
    moment: datetime = NOW
    zone_name: str = "Europe/Berlin"
    refuse: dict[str, str] = field(default_factory=dict)
    calls: list[list[str]] = field(default_factory=list)
    agent_runs: bool = False
    slow_start: bool = False
    job_loaded: bool = False
    spawned: list[list[str]] = field(default_factory=list)
    command: tuple[str, ...] = COMMAND

    def now(self) -> datetime:
        return self.moment

    def zone(self) -> str:
        return self.zone_name

    def run(self, command: Sequence[str]) -> Ran:
        """Succeeds, unless one of the words was told to be refused. An enabled unit gets its link."""
        self.calls.append(list(command))
        for word, reason in self.refuse.items():
            if word in command:
                return Ran(1, err=f"{reason}\n")
        units = self.home / ".config" / "systemd" / "user"
        if command[:3] == ["systemctl", "--user", "enable"]:
            link = units / "timers.target.wants" / command[3]
            link.parent.mkdir(exist_ok=True)
            link.unlink(missing_ok=True)
            link.symlink_to(units / command[3])
        if command[0] == "launchctl":
            return self._launchctl(command[1])
        return Ran(0)

    def _launchctl(self, verb: str) -> Ran:
        if verb == "print":
            return Ran(0 if self.job_loaded else 113)
        self.job_loaded = verb == "bootstrap"
        return Ran(0)

    def spawn(self, command: Sequence[str]) -> str:
        if "spawn" in self.refuse:
            return self.refuse["spawn"]
        self.spawned.append(list(command))
        self.agent_runs = not self.slow_start
        return ""

    # The agent as seen from another process.
    def is_running(self) -> bool:
        return self.agent_runs

    def look_again(self) -> None:
        self.calls.append(["look again"])

    def end(self) -> str:
        self.agent_runs = False
        return ""

    def files(self) -> dict[str, bytes]:
        """Everything that lies under the home folder, links too."""
        return {
            str(path.relative_to(self.home)): path.read_bytes() if path.exists() else b""
            for path in sorted(self.home.rglob("*"))
            if path.is_file() or path.is_symlink()
        }


def way(name: str, desk: Desk) -> Way:
    """The way of that name, on the desk."""
    part, config = "aftercare-alerts", desk.home / ".config"
    match name:
        case "systemd":
            runtime = desk.home.parent / "run"
            (runtime / "systemd").mkdir(parents=True, exist_ok=True)
            return SystemdTimer(part, desk.command, config, desk.home / ".local" / "share", runtime, desk.run)
        case "autostart":
            return AutostartAgent(part, desk.command, config, desk, desk.spawn)
        case "launchd":
            return LaunchAgent(part, desk.command, desk.home, 501, desk, desk.run, lambda seconds: None)
        case "task-scheduler":
            return WindowsTask(part, desk.command, desk.home, "PC\\anna", desk.run)
    raise ValueError(name)


def scheduler(name: str, desk: Desk) -> WakingAlarms:
    """The scheduler of that name, on the desk."""
    return WakingAlarms(way(name, desk), desk)


WAYS = ("systemd", "autostart", "launchd", "task-scheduler")
