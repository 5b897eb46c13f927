"""Whether an alert reaches the patient on this device, and when."""
from __future__ import annotations

from enum import StrEnum

# The setting of the patient's consent to alerts while the app is closed: ON, OFF, or LEAVING while something of ours
# could not be taken out yet.
CONSENT = "closed_app"
ON, OFF, LEAVING = "on", "off", "leaving"


class AlertReach(StrEnum):
    """CLOSED: also while the app is closed. OPEN: while it is open, and what was due is told when it is opened.
    BLOCKED: not at all as things stand; the app still shows every change."""

    CLOSED = "closed"
    OPEN = "open"
    BLOCKED = "blocked"
