"""Where the system shows the alerts by itself: hand it the plan, and take over what it did."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from aftercare.core.alarm_port import Outcome, PlannedAlarm, SpeakingScheduler, alarm_id
from aftercare.core.alert import Late
from aftercare.core.alert_choices import read_choices
from aftercare.core.alert_journal import merged, pending, shown_in_vain, told_times
from aftercare.core.alert_plan import plan_notices
from aftercare.core.neutral_alerts import disguised
from aftercare.core.ports import LockedJournal
from aftercare.services.reminders import acknowledge, readable_entries, wanted_alerts
from aftercare.services.reminders_round import newly_planned, take_round
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# The key and the kind of a test. A phone that saves power shows it up to an hour late.
TEST = "test"
TEST_FOR = timedelta(hours=1)
_ALARMS = b"alarms of a phone"


def alarm_of_a_test(at: datetime) -> PlannedAlarm:
    """A test that the phone shows at an instant (UTC), like any other alarm."""
    title, text = _("Aftercare reminder"), _("Test alert. Your alerts work.")
    # The phones keep milliseconds: what comes back has to be the same instant.
    fire_at = at.replace(microsecond=0)
    return PlannedAlarm(
        alarm_id(TEST), TEST, TEST, fire_at, fire_at + TEST_FOR, Late.SHOW, title, text, title, text
    )


def arm(
    snapshot: Snapshot,
    journal: LockedJournal,
    scheduler: SpeakingScheduler,
    now: datetime,
    test: PlannedAlarm | None = None,
) -> Outcome:
    """Bring a phone's own alarms in line with the plan; at start, on resume and after each change of the plan.

    What the phone showed or dropped is in the journal before the phone forgets it, so a crash repeats nothing.
    The phone is given all, and takes as many as it holds. Notifications of a session that was edited or cancelled
    are taken off the display. A `test` is armed beside the plan, and is no part of the journal.
    """
    choices, _faults = read_choices(snapshot.settings, snapshot.zone)
    wanted = wanted_alerts(snapshot)
    with journal.exclusive():
        marks = scheduler.settled()
        names = {outside_key(entry.notice): entry.notice for entry in journal.entries().values()}
        known = [replace(mark, key=names.get(mark.key, mark.key)) for mark in marks if mark.key != TEST]
        journal.record(merged(known, journal.entries()))
        if marks:
            scheduler.forget(marks)
        entries = readable_entries(snapshot, journal)
        found = take_round(wanted, entries, choices, now)
        changes = (*found.over, *found.missed, *found.gone, *found.planned)
        journal.record({entry.key: entry for entry in changes}.values())
        if closing := sorted({entry.notice for entry in shown_in_vain(wanted, entries, now)}):
            scheduler.close([outside_key(notice) for notice in closing])
        notices = plan_notices(pending(wanted, entries, now), choices, now, told_times(entries), within=None)
        # Some phones take what lies far ahead: the journal must know all that one notification tells.
        journal.record(newly_planned(notices, journal.entries(), now))
        alarms = [_as_seen_outside(notice.alarm(choices.full)) for notice in notices]
        return scheduler.arm([test, *alarms] if test else alarms)


def opened(journal: LockedJournal, key: str) -> None:
    """The patient opened a notification of the phone: all that it told is acknowledged, once it counts as shown."""
    told = [entry.key for entry in journal.entries().values() if key in (entry.notice, outside_key(entry.notice))]
    acknowledge(journal, told)


def outside_key(notice: str) -> str:
    """The key of a notice as the phone keeps it: what an alert is about is read from no file outside the data.

    Session ids are random, so nobody finds the key by trying.
    """
    return disguised(notice, _ALARMS)


def _as_seen_outside(alarm: PlannedAlarm) -> PlannedAlarm:
    key = outside_key(alarm.key)
    return replace(alarm, key=key, id=alarm_id(key))
