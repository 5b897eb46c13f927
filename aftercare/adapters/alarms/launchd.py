"""macOS: a LaunchAgent. launchd knows neither years nor seconds nor zones, so it is written anew for each zone.

It runs once an hour as well: that bounds how late a reminder is after a change of zone, until the app is opened.
"""
from __future__ import annotations

import plistlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aftercare.adapters.alarms.placing import read
from aftercare.adapters.alarms.running import Runner
from aftercare.adapters.alarms.waking import MOST_WAKES
from aftercare.core.instants import Clock, from_utc_text, utc_text, zone_named
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _

HOUR_SECONDS = 3600
# launchd ends a service some time after it was told to, and takes no new one of that name before.
ATTEMPTS, PAUSE_SECONDS = 5, 0.5
# A variable of the job, since launchd may refuse keys it does not know.
NOTED = "AFTERCARE_WAKES"


class LaunchAgent:
    """A Way through `launchctl`. `job` is the launchd job that this process is, "" when it is none."""

    name = "launchd"
    most = MOST_WAKES

    def __init__(
        self,
        part: str,
        command: Sequence[str],
        home: Path,
        user: int,
        clock: Clock,
        run: Runner,
        pause: Callable[[float], None],
        job: str = "",
    ) -> None:
        self._command = tuple(command)
        self._label = f"org.{part.replace('-', '.', 1)}"
        self._file = home / "Library" / "LaunchAgents" / f"{self._label}.plist"
        self._domain = f"gui/{user}"
        self._clock = clock
        self._run = run
        self._pause = pause
        self._job = job

    def available(self) -> Availability:
        """Not inside our own job: to take up a new plan launchd would end it first."""
        if self._job == self._label:
            return Availability(False, _("A Mac takes up new reminders when the app is opened."), _("Open Aftercare."))
        return Availability(True)

    def files(self, wakes: Sequence[datetime]) -> Mapping[Path, bytes]:
        """The property list, with the instants as wall times of the zone of now."""
        for word in self._command:
            word.encode()  # a path that is not UTF-8 raises here
        job: dict[str, Any] = {
            "Label": self._label,
            "ProgramArguments": list(self._command),
            "EnvironmentVariables": {NOTED: " ".join(utc_text(wake) for wake in wakes)},
            "RunAtLoad": True,
            "StartInterval": HOUR_SECONDS,
            "ProcessType": "Background",
        }
        if wakes:
            job["StartCalendarInterval"] = self._wall_times(wakes)
        return {self._file: plistlib.dumps(job, sort_keys=False)}

    def wakes(self) -> tuple[datetime, ...]:
        """As the list on disk notes them, in UTC."""
        try:
            job = plistlib.loads(read(self._file) or b"")
            noted = job["EnvironmentVariables"][NOTED]
            return tuple(sorted({from_utc_text(text) for text in noted.split()}))
        except Exception:  # plistlib raises what the parsers below it raise
            return ()

    def leftovers(self) -> Sequence[Path]:
        return ()

    def start(self, first: bool) -> str:
        """Load the list anew. launchd runs the job at once each time (RunAtLoad)."""
        self._end()
        reason = ""
        for attempt in range(ATTEMPTS):
            if attempt:
                self._pause(PAUSE_SECONDS)
            reason = self._run(["launchctl", "bootstrap", self._domain, str(self._file)]).reason
            if not reason:
                break
        return reason

    def stop(self) -> str:
        """Unload the job; that it was not loaded is no failure."""
        for attempt in range(ATTEMPTS):
            if attempt:
                self._pause(PAUSE_SECONDS)
            self._end()
            if not self._is_loaded():
                return ""
        return _("launchd still holds the reminders.")

    def forget(self) -> None:
        """launchd reads the folder at login."""

    def fault(self) -> str:
        """Whether launchd holds the job."""
        return "" if self._is_loaded() else _("The timer is there, but your Mac does not run it.")

    def _end(self) -> None:
        self._run(["launchctl", "bootout", f"{self._domain}/{self._label}"])

    def _is_loaded(self) -> bool:
        return self._run(["launchctl", "print", f"{self._domain}/{self._label}"]).status == 0

    def _wall_times(self, wakes: Sequence[datetime]) -> list[dict[str, int]]:
        zone = zone_named(self._clock.zone())
        # Up to the next minute: too early nothing would be due yet.
        full = sorted({wake + timedelta(seconds=-wake.second % 60) for wake in wakes})
        found: dict[tuple[int, int, int, int], None] = {}
        for wake in full:
            wall = wake.astimezone(zone)
            found[wall.month, wall.day, wall.hour, wall.minute] = None
        return [dict(zip(("Month", "Day", "Hour", "Minute"), times, strict=True)) for times in found]
