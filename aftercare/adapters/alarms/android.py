"""Android: a small Java class owns every planned alarm and shows it without starting Python.

We hand it the plan, and take over into our journal what it did. Its file is written by Java alone, so that what it
marks while we write is never lost.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from aftercare.adapters.alarms.phone_side import PhoneSide
from aftercare.adapters.alarms.plan_json import keys_json, marks_json, moment, plan_json, settled_marks
from aftercare.core.alarm_limit import soonest
from aftercare.core.alarm_port import AlarmStatus, Outcome, PlannedAlarm, Settled
from aftercare.core.instants import Clock
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _


class JavaStore(Protocol):
    """org.aftercare.alerts.AlarmStore. What a change returns is "" or the reason for a failure."""

    def replace_plan(self, plan: str) -> str: ...

    def rearm(self) -> str: ...

    def report(self) -> str: ...

    def forget(self, marks: str) -> str: ...

    def close(self, keys: str) -> str: ...

    def remove(self) -> str: ...


class AndroidAlarms:
    """The scheduler of an Android phone. `load` gives the Java side; it may fail in any way elsewhere."""

    name = "android"

    def __init__(self, clock: Clock, load: Callable[[], JavaStore]) -> None:
        self._clock = clock
        self._phone = PhoneSide(load)

    def available(self) -> Availability:
        """Whether the Java side is there. Permissions are another matter: see `AndroidPermissions`."""
        if not self._phone.is_there:
            return Availability(False, _("This device has no Android alarms."), _("Use the app on an Android phone."))
        return Availability(True)

    def install(self) -> Outcome:
        """Arm again what is planned. The receivers came with the app; there is nothing else to put in."""
        return self._phone.change(lambda java: java.rearm())

    def remove(self) -> Outcome:
        """Take out all alarms, the notifications on display and the file. Take `settled` over before."""
        return self._phone.change(lambda java: java.remove())

    def status(self) -> AlarmStatus:
        """What Java holds. Alarms that wait for a permission count as armed."""
        report = self._phone.report()
        if report is None:
            return AlarmStatus(False, note=_("This device has no Android alarms."))
        armed = report.get("armed")
        return AlarmStatus(
            installed=report.get("planned") is True,
            armed=armed if isinstance(armed, int) else 0,
            next=moment(report.get("next_ms")),
            note=_note(report),
        )

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        """Replace the plan: the 48 soonest within 14 days. What is due already is shown at once."""
        plan = plan_json(soonest(alarms, self._clock.now()))
        return self._phone.change(lambda java: java.replace_plan(plan))

    def settled(self) -> tuple[Settled, ...]:
        """What Java showed or dropped since the app last took it over."""
        report = self._phone.report()
        return settled_marks(report.get("marks")) if report else ()

    def forget(self, taken: Sequence[Settled]) -> Outcome:
        """Let Java forget marks that are in our journal."""
        return self._phone.change(lambda java: java.forget(marks_json(taken)))

    def close(self, keys: Sequence[str]) -> Outcome:
        """Take away notifications that tell of nothing but these keys."""
        return self._phone.change(lambda java: java.close(keys_json(keys)))


def _note(report: dict[str, Any]) -> str:
    """The most serious thing that is out of order, one sentence."""
    if report.get("allowed") is False:
        return _("Your phone blocks our alerts.")
    if report.get("damaged") is True:
        return _("Your alerts were damaged. Opening the app sets them again.")
    if report.get("exact") is False:
        return _("Alerts may come up to an hour late.")
    return ""
