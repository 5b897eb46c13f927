"""What is said of a plan whose own times this app does not have."""
from __future__ import annotations

from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


def newer_times(snapshot: Snapshot) -> str:
    """Calm sentences where a session of the plan was made with a newer protocol; empty where there is none."""
    if not snapshot.newer:
        return ""
    return _("Your plan was made with newer times than this app has. Update the app, or ask your clinic.")
