"""Which of its faces Today shows: before, during or after a session, all OK again, or no session yet."""
from __future__ import annotations

from datetime import timedelta

from aftercare.core.protocol import Phase, Strength
from aftercare.presenters.today_limits import Limit
from aftercare.presenters.today_state import Mode
from aftercare.services.snapshot import Snapshot

# For so long after the last limit "all OK" stays up, if the next session is not already near.
ENJOY = timedelta(days=3)
NEAR = timedelta(days=7)


def mode_of(snapshot: Snapshot, counted: tuple[Limit, ...]) -> Mode:
    """The face at the snapshot's instant; `counted`: the limits of the last session."""
    last, coming, now = snapshot.last, snapshot.next, snapshot.now
    if last is None:
        return Mode.BEFORE if coming is not None else Mode.NONE
    if now < last.end:
        return Mode.DURING
    if _healing(snapshot) and any(limit.end > now for limit in counted):
        return Mode.AFTER
    if coming is None:
        return Mode.RECOVERED
    over = max((limit.end for limit in counted), default=now)
    fresh = over <= now < over + ENJOY and coming.start - now > NEAR
    return Mode.RECOVERED if fresh else Mode.BEFORE


def _healing(snapshot: Snapshot) -> bool:
    """Whether a session that has begun still limits something for a known time."""
    return any(
        window.phase is Phase.AFTER and window.strength is not Strength.ASK
        and window.end is not None and window.start <= snapshot.now < window.end
        and not snapshot.activity(window.activity).medicine
        for window in snapshot.plan.parts
    )  # fmt: skip
