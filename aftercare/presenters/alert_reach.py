"""What may be promised of an alert on this device: said wherever the app names the time of one."""
from __future__ import annotations

from aftercare.core.alert_reach import CONSENT, ON, AlertReach
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


def reach(snapshot: Snapshot) -> AlertReach:
    """How far an alert comes; by the patient's consent where the device was not asked."""
    if snapshot.reach is not None:
        return snapshot.reach
    return AlertReach.CLOSED if snapshot.settings.get(CONSENT) == ON else AlertReach.OPEN


def while_closed(snapshot: Snapshot) -> str:
    """One sentence on what becomes of an alert while the app is closed."""
    found = reach(snapshot)
    if found is AlertReach.BLOCKED:
        return _("You see it here when you open Aftercare.")
    if found is AlertReach.CLOSED:
        return _("It comes with Aftercare closed, too.")
    return _("If Aftercare is closed then, you see it when you open it.")
