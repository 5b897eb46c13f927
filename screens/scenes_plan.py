"""Scenes: the timeline, and what is known of one activity."""
from __future__ import annotations

from screens.router import Router
from screens.scene import Do, Scene, act, ahead, ended, go, of, second


def clinic_word(hours: float) -> Do:
    """The clinic named so many hours for makeup."""

    def say(router: Router) -> None:
        [session] = router.patient.snapshot().plan.sessions
        router.patient.clinic_said(session.id, "makeup", hours)

    return say


def limit(activity: str) -> Do:
    """Open the sheet of an activity."""
    return act("limit", activity=activity)


SCENES = (
    Scene("timeline", ended(), (go("timeline"),)),
    Scene("timeline-3-days", ended(), (go("timeline"), act("timeline-scale", scale="days"))),
    Scene("timeline-before", ended(-2), (go("timeline"), act("timeline-scale", scale="before"))),
    Scene("timeline-grouped", ended(), (go("timeline"), act("timeline-grouped", grouped=True))),
    Scene("timeline-newer-times", ahead(ended()), (go("timeline"),)),
    Scene("timeline-two-sessions", second, (go("timeline"),)),
    Scene("limit-not-yet", ended(), (limit("makeup"),)),
    Scene("limit-by-clinic", ended(), (clinic_word(48), limit("makeup"))),
    Scene("limit-with-care", of("oxygen", 1), (limit("sun"),)),
    Scene("limit-ok", ended(4), (limit("cold"),)),
    Scene("limit-ask", of("scalp-injection", 1), (limit("hair-washing"),)),
    Scene("limit-extended", ended(), (limit("sauna"),)),
    Scene("limit-aspirin", ended(1), (limit("aspirin"),)),
    Scene("limit-two-sessions", second, (limit("pool"),)),
)
