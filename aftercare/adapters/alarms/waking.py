"""The AlarmScheduler of a desktop: the system holds files of ours that only say when to wake `alerts deliver`.

What is armed can be read back from these files, so they are the one truth: nothing else remembers it.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from aftercare.adapters.alarms.placing import Change, discard, read
from aftercare.core.alarm_port import AlarmStatus, Outcome, PlannedAlarm
from aftercare.core.instants import Clock
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _

# What was tried with a timer; far more than are ever planned.
MOST_WAKES = 200


class Way(Protocol):
    """One system's way of waking: which files say so, and how the system is told about them."""

    @property
    def name(self) -> str: ...

    @property
    def most(self) -> int:
        """How many instants it takes."""
        ...

    def available(self) -> Availability: ...

    def files(self, wakes: Sequence[datetime]) -> Mapping[Path, bytes]:
        """The files that wake us at these UTC instants. Raises ValueError when no file can say so."""
        ...

    def wakes(self) -> tuple[datetime, ...]:
        """The instants that its files on disk hold; none when there are none, or they are not ours."""
        ...

    def leftovers(self) -> Sequence[Path]:
        """What else may lie around because of us: links, stamps, files of former versions."""
        ...

    def start(self, first: bool) -> str:
        """Let the system take up the files; `first` also delivers at once. "" or the reason for a failure."""
        ...

    def stop(self) -> str:
        """End it while the files are still there. "" or the reason for a failure."""
        ...

    def forget(self) -> None:
        """The files are gone: tell the system, where it would not notice."""
        ...

    def fault(self) -> str:
        """Ask the system whether it wakes us: "" or what is out of order."""
        ...


class WakingAlarms:
    """An AlarmScheduler that leaves the showing to `alerts deliver`; of an alarm it uses the instant alone."""

    def __init__(self, way: Way, clock: Clock) -> None:
        self._way = way
        self._clock = clock

    @property
    def name(self) -> str:
        return self._way.name

    def available(self) -> Availability:
        """See AlarmScheduler."""
        return self._way.available()

    def install(self) -> Outcome:
        """Put the files in place, keep what they armed, and deliver once: what is past wakes nobody."""
        refused = self._way.available()
        if not refused.ok:
            return Outcome(False, refused.reason)
        return self._place(self._way.wakes(), first=True)

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        """Wake at these instants and no others. Repairs files that were changed or deleted."""
        refused = self._way.available()
        if not refused.ok:
            return Outcome(False, refused.reason)
        return self._place(self._coming(alarms), first=False)

    def intact(self, alarms: Sequence[PlannedAlarm]) -> bool:
        """Whether the files are as `arm` would write them, without starting a program.

        Instants that passed since are no difference.
        """
        now, wakes = self._clock.now(), self._way.wakes()
        return self._in_place(wakes) and tuple(wake for wake in wakes if wake > now) == self._coming(alarms)

    def status(self) -> AlarmStatus:
        """What the files hold, and whether the system knows them."""
        wakes = self._way.wakes()
        if not self._in_place(wakes):
            return AlarmStatus(False)
        coming = [wake for wake in wakes if wake > self._clock.now()]
        fault = self._way.fault()
        return AlarmStatus(not fault, len(coming), min(coming, default=None), fault)

    def remove(self) -> Outcome:
        """Take everything out. Without the system's help the files go all the same, and the reason is told.

        Done again, it asks the system again: it may hold what it once read.
        """
        places = [*self._way.files(()), *self._way.leftovers()]
        gone = not self._way.available().ok
        reason = self._way.stop()
        if kept := discard(places):
            reason = kept
        elif gone:
            reason = ""  # a system that is not here wakes nobody
        self._way.forget()
        if reason:
            return Outcome(False, _("Not all of it could be removed: {reason}").format(reason=reason))
        return Outcome(True)

    def _place(self, wakes: Sequence[datetime], first: bool) -> Outcome:
        try:
            change = Change(self._way.files(wakes))
        except ValueError:
            return Outcome(False, _("The path of the app or its data has signs that a timer cannot hold."))
        if reason := change.make():
            return Outcome(False, _("The timer could not be written: {reason}").format(reason=reason))
        if reason := self._way.start(first):
            self._take_back(change)
            return Outcome(False, _("Your computer did not take the timer: {reason}").format(reason=reason))
        return Outcome(True)

    def _take_back(self, change: Change) -> None:
        if change.is_first:
            self._way.stop()
        change.undo()
        if change.is_first:
            discard(self._way.leftovers())
        self._way.forget()

    def _in_place(self, wakes: Sequence[datetime]) -> bool:
        try:
            return all(read(path) == content for path, content in self._way.files(wakes).items())
        except ValueError:
            return False

    def _coming(self, alarms: Iterable[PlannedAlarm]) -> tuple[datetime, ...]:
        now = self._clock.now()
        coming = {wake for alarm in alarms if (wake := whole_second(alarm.fire_at)) > now}
        return tuple(sorted(coming))[: self._way.most]


def whole_second(moment: datetime) -> datetime:
    """The instant itself or the next whole second, UTC: a timer must not come before what it is for."""
    moment = moment.astimezone(UTC)
    return moment if not moment.microsecond else moment.replace(microsecond=0) + timedelta(seconds=1)
