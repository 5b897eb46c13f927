"""When to be reminded to look again: offered under a result, and what is said once it is set."""
from __future__ import annotations

from datetime import datetime, time, timedelta

from aftercare.core.advice import Advice, Tier
from aftercare.core.alert_choices import read_choices
from aftercare.core.alert_quiet import QuietHours
from aftercare.core.alert_reach import AlertReach
from aftercare.core.instants import generated, utc_text, zone_named
from aftercare.core.look_again import LookAgain, set_for
from aftercare.core.observation import Observation
from aftercare.presenters import wording
from aftercare.presenters.alert_reach import reach, while_closed
from aftercare.presenters.result_state import Deed, Reminded
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

NEXT_MORNING = time(9)
# A result that is read again later offers no reminder.
FRESH = timedelta(hours=24)


def offers(advice: Advice, observation: Observation, snapshot: Snapshot) -> tuple[Deed, ...]:
    """What can be asked for, the best first; nothing for the example, which sends no alerts."""
    if snapshot.example or observation.at <= snapshot.now - FRESH or reminded(observation, snapshot):
        return ()
    if advice.tier is Tier.EXPECTED:
        return (_tomorrow(observation, snapshot),)
    if advice.tier is not Tier.WATCH:
        return ()
    at = observation.at + timedelta(hours=advice.look_again_after or 0)
    if at <= snapshot.now:
        return ()
    morning = _quiet(snapshot).after(at)
    if morning == at:
        return (_deed(at, observation, snapshot),)
    wake = _("Wake me at {time}").format(time=wording.clock(at, snapshot.zone))
    return _deed(morning, observation, snapshot), _deed(at, observation, snapshot, text=wake, at_night=True)


def reminded(observation: Observation, snapshot: Snapshot) -> Reminded | None:
    """What is set for a check-in and still to come."""
    found = set_for(snapshot.settings, observation.id)
    if found is None or found.at <= snapshot.now or snapshot.example:
        return None
    at = _told_at(found, snapshot)
    time_, day = wording.clock(at, snapshot.zone), wording.local(at, snapshot.zone).date()
    blocked = reach(snapshot) is AlertReach.BLOCKED
    distance = (day - wording.local(snapshot.now, snapshot.zone).date()).days
    if blocked:
        text = _("Alerts cannot reach you")
    elif distance == 0:
        text = _("We remind you at {time}").format(time=time_)
    elif distance == 1:
        text = _("We remind you tomorrow at {time}").format(time=time_)
    else:
        text = _("We remind you on {day} at {time}").format(day=wording.full_date(day), time=time_)
    return Reminded(text, _detail(snapshot), _("Undo"), observation.id)


def _detail(snapshot: Snapshot) -> str:
    """What has to be known of it; nothing where it comes anyway."""
    return "" if reach(snapshot) is AlertReach.CLOSED else while_closed(snapshot)


def _told_at(found: LookAgain, snapshot: Snapshot) -> datetime:
    if not found.wall:
        return found.at
    return generated(datetime.fromisoformat(found.wall), zone_named(snapshot.zone))


def _tomorrow(observation: Observation, snapshot: Snapshot) -> Deed:
    day = wording.local(snapshot.now, snapshot.zone).date() + timedelta(days=1)
    wall = datetime.combine(day, NEXT_MORNING)
    at = generated(wall, zone_named(snapshot.zone))
    return _deed(at, observation, snapshot, wall=f"{wall:%Y-%m-%dT%H:%M}")


def _deed(
    at: datetime, observation: Observation, snapshot: Snapshot, text: str = "", wall: str = "", at_night: bool = False
) -> Deed:
    shown, today = wording.local(at, snapshot.zone).date(), wording.local(snapshot.now, snapshot.zone).date()
    time_ = wording.clock(at, snapshot.zone)
    if not text and shown == today:
        text = _("Remind me at {time}").format(time=time_)
    elif not text:
        text = _("Remind me tomorrow at {time}").format(time=time_)
    payload = {"id": observation.id, "at": utc_text(at), "wall": wall, "at_night": "yes" if at_night else ""}
    return Deed("text", "bell", text, "remind-me", payload)


def _quiet(snapshot: Snapshot) -> QuietHours:
    choices, _faults = read_choices(snapshot.settings, snapshot.zone)
    return QuietHours(choices.quiet_from, choices.quiet_to, zone_named(snapshot.zone))
