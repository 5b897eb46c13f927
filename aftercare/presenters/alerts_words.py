"""An alert's own words, as they will be told."""
from __future__ import annotations

from datetime import datetime

from aftercare.core.alarm_port import with_times
from aftercare.core.alert_words import near_time
from aftercare.presenters.alerts_facts import ComingAlert


def full_text(alert: ComingAlert, at: datetime, zone: str) -> str:
    """The text with its times as they are said at the UTC instant `at`, in the device's zone."""
    return with_times(alert.text, lambda moment: near_time(moment, at, zone))
