"""Where the system shows the alerts by itself: hand it the plan, and take over what it did."""
from __future__ import annotations

from datetime import datetime, timedelta

from aftercare.core.alarm_port import Outcome, SpeakingScheduler
from aftercare.core.alert import Alert
from aftercare.core.alert_choices import read_choices
from aftercare.core.alert_journal import AlertState, Entries, merged, pending, told_times
from aftercare.core.alert_plan import plan_notices
from aftercare.services.reminders import LockedJournal, wanted_alerts
from aftercare.services.reminders_round import take_round
from aftercare.services.snapshot import Snapshot

# Nobody keeps a notification on display for longer.
ON_DISPLAY = timedelta(days=7)


def arm(snapshot: Snapshot, journal: LockedJournal, scheduler: SpeakingScheduler, now: datetime) -> Outcome:
    """Bring a phone's own alarms in line with the plan; at start, on resume and after each change of the plan.

    What the phone showed or dropped is in the journal before the phone forgets it, so a crash repeats nothing.
    The phone is given all, and takes as many as it holds. Notifications of a session that was edited or cancelled
    are taken off the display.
    """
    choices, _faults = read_choices(snapshot.settings, snapshot.zone)
    wanted = wanted_alerts(snapshot)
    with journal.exclusive():
        marks = scheduler.settled()
        journal.record(merged(marks, journal.entries()))
        if marks:
            scheduler.forget(marks)
        entries = journal.entries()
        found = take_round(wanted, entries, choices, now)
        changes = (*found.over, *found.missed, *found.gone, *found.planned)
        journal.record({entry.key: entry for entry in changes}.values())
        if closing := _unwanted(wanted, entries, now):
            scheduler.close(closing)
        notices = plan_notices(pending(wanted, entries, now), choices, now, told_times(entries), within=None)
        return scheduler.arm([notice.alarm(choices.full) for notice in notices])


def _unwanted(wanted: tuple[Alert, ...], entries: Entries, now: datetime) -> list[str]:
    """The notices that may be on display and tell of nothing that is still in the plan."""
    keys = {alert.key for alert in wanted}
    still = {entry.notice for entry in entries.values() if entry.key in keys}
    shown = (e for e in entries.values() if e.state == AlertState.SHOWN and e.at > now - ON_DISPLAY)
    return sorted({entry.notice for entry in shown if entry.notice and entry.notice not in still})
