"""What became of alerts, for the patient's eye: what could not be shown, and what was shown last."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from aftercare.core.alert import Alert
from aftercare.core.alert_journal import AWAY, LATE, AlertState, Entry

# What was missed longer ago than this no longer changes what anybody does.
WORTH_SAYING = timedelta(days=14)


def missed(
    alerts: Iterable[Alert], entries: Mapping[str, Entry], now: datetime, seen_until: datetime | None
) -> tuple[Alert, ...]:
    """Alerts that were dropped unseen in the last two weeks and after `seen_until` (UTC), soonest first."""
    found = []
    for alert in alerts:
        entry = entries.get(alert.key)
        if entry is None or entry.state != AlertState.DROPPED or entry.reason not in (LATE, AWAY):
            continue
        if entry.at > now - WORTH_SAYING and (seen_until is None or entry.at > seen_until):
            found.append(alert)
    return tuple(found)


def last_shown(alerts: Iterable[Alert], entries: Mapping[str, Entry]) -> tuple[datetime, Alert] | None:
    """When the latest alert was shown (UTC), and which; None before the first."""
    shown = (AlertState.SHOWN, AlertState.ACKNOWLEDGED)
    times = [(entries[a.key].at, a) for a in alerts if a.key in entries and entries[a.key].state in shown]
    return max(times, key=lambda item: item[0], default=None)
