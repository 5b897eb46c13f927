"""Until when an expected symptom may last after one session."""
from __future__ import annotations

from datetime import datetime, time, timedelta

from aftercare.core.errors import InvalidInput
from aftercare.core.instants import generated, zone_named
from aftercare.core.protocol import ExpectedEffect
from aftercare.core.session import Session

HOUR = timedelta(hours=1)


def latest_hours(effect: ExpectedEffect, session: Session | None) -> float:
    """Hours from the session's end from which the symptom asks for the clinic.

    One of the same day asks from midnight at the clinic on, and from its latest hour at the latest; before its usual
    hours are over it never does. Without a session its latest hour counts alone.
    """
    if not effect.same_day or session is None:
        return effect.latest_hours
    try:
        zone = zone_named(session.zone)
    except InvalidInput:
        # The zone of a newer device.
        return effect.latest_hours
    next_day = session.end.astimezone(zone).date() + timedelta(days=1)
    midnight = generated(datetime.combine(next_day, time()), zone)
    return max(effect.usual_hours[1], min(effect.latest_hours, (midnight - session.end) / HOUR))
