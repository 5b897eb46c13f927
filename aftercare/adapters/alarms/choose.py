"""Picks the way that this system has of waking us. Looks at files and variables only, so that it is quick."""
from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

from aftercare.adapters.alarms.agent_turn import AgentTurn
from aftercare.adapters.alarms.in_process import InProcessAlarms
from aftercare.adapters.alarms.program import AGENT, command, part_name
from aftercare.adapters.alarms.running import Runner, Spawner, run, spawn
from aftercare.adapters.alarms.system import ANDROID, IOS, system_name
from aftercare.adapters.alarms.waking import WakingAlarms, Way
from aftercare.core.alarm_port import AlarmScheduler
from aftercare.core.instants import Clock


def choose(
    home: Path,
    clock: Clock,
    *,
    usual_home: Path | None = None,
    system: str | None = None,
    environ: Mapping[str, str] = os.environ,
    run: Runner = run,
    spawn: Spawner = spawn,
) -> AlarmScheduler:
    """The scheduler of a desktop for a data folder, or of a phone; elsewhere the one of the open window.

    `usual_home` is where the data of this user lies by default: a folder elsewhere gets a part of its own, so that
    two do not take the place of each other. Nothing is installed here.
    """
    system = system_name() if system is None else system
    if system == ANDROID:
        from aftercare.adapters.alarms.android import AndroidAlarms
        from aftercare.adapters.alarms.android_java import PyjniusStore

        return AndroidAlarms(clock, PyjniusStore)
    if system == IOS:
        from aftercare.adapters.alarms.ios import IosAlarms
        from aftercare.adapters.alarms.ios_objc import PyobjusShim

        return IosAlarms(clock, PyobjusShim)
    part = part_name(home, usual_home or home)
    way: Way
    if system == "win32":
        from aftercare.adapters.alarms.windows_tasks import WindowsTask

        way = WindowsTask(part, command(home), home, _windows_user(environ), run)
    elif system == "darwin":
        from aftercare.adapters.alarms.launchd import LaunchAgent

        job = environ.get("XPC_SERVICE_NAME", "")
        way = LaunchAgent(part, command(home), _user_home(environ), _user_number(), clock, run, time.sleep, job)
    elif system.startswith(("linux", "freebsd")):
        way = _free_desktop(part, home, environ, run, spawn)
    else:
        return InProcessAlarms(clock)
    return WakingAlarms(way, clock)


def _free_desktop(part: str, home: Path, environ: Mapping[str, str], run: Runner, spawn: Spawner) -> Way:
    from aftercare.adapters.alarms.autostart import AutostartAgent
    from aftercare.adapters.alarms.systemd import SystemdTimer

    config = _xdg(environ, "XDG_CONFIG_HOME", ".config")
    data = _xdg(environ, "XDG_DATA_HOME", ".local/share")
    runtime = environ.get("XDG_RUNTIME_DIR")
    timer = SystemdTimer(part, command(home), config, data, Path(runtime) if runtime else None, run)
    if timer.available().ok:
        return timer
    return AutostartAgent(part, command(home, AGENT), config, AgentTurn(home), spawn)


def _user_home(environ: Mapping[str, str]) -> Path:
    return Path(environ.get("HOME") or Path.home())


def _xdg(environ: Mapping[str, str], variable: str, usual: str) -> Path:
    # A relative path there is to be ignored.
    named = environ.get(variable, "")
    return Path(named) if os.path.isabs(named) else _user_home(environ) / usual


def _windows_user(environ: Mapping[str, str]) -> str:
    domain, name = environ.get("USERDOMAIN", ""), environ.get("USERNAME", "")
    return f"{domain}\\{name}" if domain else name


def _user_number() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
