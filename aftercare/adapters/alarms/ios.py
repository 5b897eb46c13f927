"""iOS: the system shows pending notifications by itself; a small Objective-C class hands them over.

iOS keeps 64 and throws away the others, so we hand over 60. It does not say which it has shown, so an alarm of the
last plan whose time has passed counts as shown, provided that we were allowed to show it.
"""
from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from aftercare.adapters.alarms.phone_side import PhoneSide
from aftercare.adapters.alarms.plan_json import keys_json, moment, plan_json
from aftercare.core.alarm_limit import MOST_IOS, soonest
from aftercare.core.alarm_port import AlarmStatus, Outcome, PlannedAlarm, Settled, with_times
from aftercare.core.alert_words import near_time
from aftercare.core.instants import Clock
from aftercare.core.notify_port import Availability
from aftercare.words import gettext as _

SHOWN = "shown"
# iOS shows nothing sooner than a second from now.
SOON = timedelta(seconds=2)


class Shim(Protocol):
    """AftercareAlarms.m. What a change returns is "" or the reason for a failure."""

    def arm_plan(self, plan: str) -> str: ...

    def report(self) -> str: ...

    def close_keys(self, keys: str) -> str: ...

    def remove_all(self) -> str: ...


class IosAlarms:
    """The scheduler of an iPhone. iOS keeps finished texts, so times are written for the zone of the clock.

    Arm again when the app comes to the front, and after a change of zone, so that these texts stay true.
    """

    name = "ios"

    def __init__(self, clock: Clock, load: Callable[[], Shim]) -> None:
        self._clock = clock
        self._phone = PhoneSide(load)

    def available(self) -> Availability:
        """Whether the shim is there. The permission is another matter: see `status`."""
        if not self._phone.is_there:
            return Availability(False, _("This device has no iOS alarms."), _("Use the app on an iPhone."))
        return Availability(True)

    def install(self) -> Outcome:
        """Nothing to put in: the shim is part of the app."""
        refused = self.available()
        return Outcome(refused.ok, refused.reason)

    def remove(self) -> Outcome:
        """Take out all that waits or is on display. Take `settled` over before."""
        return self._phone.change(lambda shim: shim.remove_all())

    def status(self) -> AlarmStatus:
        """What iOS holds, and whether it may show it."""
        report = self._phone.report()
        if report is None:
            return AlarmStatus(False, note=_("This device has no iOS alarms."))
        now = self._clock.now()
        pending = report.get("pending")
        return AlarmStatus(
            installed=isinstance(report.get("plan"), dict),
            armed=pending if isinstance(pending, int) else 0,
            next=min((fire for _key, fire in _plan(report) if fire > now), default=None),
            note=_("Your phone blocks our alerts.") if report.get("authorization") == "denied" else "",
        )

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        """Replace all that waits by the 60 soonest. Take `settled` over before; what is due comes at once."""
        now = self._clock.now()
        taken = [self._finished(alarm, now) for alarm in soonest(alarms, now, MOST_IOS, within=None)]
        plan = json.loads(plan_json(taken))
        plan["hidden"] = _("Your plan has an update.")
        return self._phone.change(lambda shim: shim.arm_plan(json.dumps(plan, ensure_ascii=False)))

    def settled(self) -> tuple[Settled, ...]:
        """Every alarm of the last plan whose time has passed; none while we are not allowed to show any."""
        report = self._phone.report()
        if report is None or report.get("authorization") != "granted":
            return ()
        now = self._clock.now()
        return tuple(Settled(key, fire, SHOWN, fire) for key, fire in _plan(report) if fire <= now)

    def forget(self, taken: Sequence[Settled]) -> Outcome:
        """Nothing to do: the next plan replaces the last one."""
        return Outcome(True)

    def close(self, keys: Sequence[str]) -> Outcome:
        """Take these notifications off the display."""
        return self._phone.change(lambda shim: shim.close_keys(keys_json(keys)))

    def _finished(self, alarm: PlannedAlarm, now: datetime) -> PlannedAlarm:
        # Given the moment at which iOS will show it: before that it must not count as shown.
        shown = max(alarm.fire_at, now + SOON)

        def said(moment: datetime) -> str:
            return near_time(moment, shown, self._clock.zone())

        return replace(
            alarm,
            fire_at=shown,
            title_private=with_times(alarm.title_private, said),
            text_private=with_times(alarm.text_private, said),
        )


def _plan(report: dict[str, Any]) -> list[tuple[str, datetime]]:
    plan = report.get("plan")
    alarms = plan.get("alarms") if isinstance(plan, dict) else None
    return [
        (str(alarm["key"]), fire)
        for alarm in (alarms if isinstance(alarms, list) else [])
        if isinstance(alarm, dict) and "key" in alarm and (fire := moment(alarm.get("fire_ms")))
    ]
