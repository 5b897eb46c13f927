"""Where nothing can wake us: reminders come while the window is open, and are caught up with when it opens."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from aftercare.core.alarm_port import AlarmStatus, Outcome, PlannedAlarm
from aftercare.core.instants import Clock
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _


class InProcessAlarms:
    """A scheduler that only passes on that the plan changed; who keeps the window's time does the rest."""

    name = "window"

    def __init__(self, clock: Clock, changed: Callable[[], None] = lambda: None) -> None:
        self._clock = clock
        self._changed = changed
        self._alarms: tuple[PlannedAlarm, ...] = ()

    def available(self) -> Availability:
        """While this process lives."""
        return Availability(True)

    def install(self) -> Outcome:
        """There is nothing to put in."""
        return Outcome(True)

    def remove(self) -> Outcome:
        """Forget what was armed."""
        self._alarms = ()
        return Outcome(True)

    def status(self) -> AlarmStatus:
        """What waits in this process."""
        coming = [alarm.fire_at for alarm in self._alarms if alarm.fire_at > self._clock.now()]
        note = _("Reminders come while Aftercare is open.")
        return AlarmStatus(True, len(coming), min(coming, default=None), note)

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        """Remember them and say that the plan changed."""
        self._alarms = tuple(alarms)
        self._changed()
        return Outcome(True)

    def intact(self, alarms: Sequence[PlannedAlarm]) -> bool:
        """Whether these are armed."""
        return self._alarms == tuple(alarms)
