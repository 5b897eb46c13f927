"""Which alert a check-in answers, where the system does not tell what was tapped."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from aftercare.core.alert_journal import AlertState, Entry
from aftercare.core.alert_types import AlertKind
from aftercare.core.observation import Observation

ASKING = (AlertKind.CHECK_IN, AlertKind.LATE_WATCH, AlertKind.LOOK_AGAIN)


def unanswered(entries: Mapping[str, Entry], observations: Iterable[Observation]) -> str:
    """The key of the latest alert that asked for a check-in and was shown, empty once one was made after it."""
    shown = [e for e in entries.values() if e.state == AlertState.SHOWN and e.kind in ASKING]
    latest = max(shown, key=lambda entry: (entry.at, entry.key), default=None)
    if latest is None or any(each.recorded_at >= latest.at for each in observations):
        return ""
    return latest.key
