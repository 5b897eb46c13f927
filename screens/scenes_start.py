"""Scenes: the welcome, adding a session, and Today by the days from it."""
from __future__ import annotations

from datetime import time

from screens.router import Router
from screens.scene import Do, Scene, act, ahead, cancelled, ended, go, none, of, second
from screens.scenes_diary import earlier


def entering(router: Router) -> None:
    """The wizard with a face session of today half entered."""
    router.act("add-session")
    for field, value in (("area", "face"), ("protocol", "face-injection"), ("technique", "papule")):
        router.act("draft", field=field, value=value)


def step(number: int) -> Do:
    """Go to a step of the wizard."""
    return act("draft", field="step", value=number)


SCENES = (
    Scene("welcome", none, (go("welcome"),), consented=False),
    Scene("welcome-not-ticked", none, (go("welcome"), act("add-session")), consented=False),
    Scene("add-what", none, (entering,)),
    Scene("add-when", none, (entering, step(2))),
    Scene("add-check", none, (entering, step(2), step(3))),
    Scene("add-check-list", none, (entering, step(2), step(3), act("full-list"))),
    Scene("today-none", none),
    Scene("today-before", ended(-2)),
    Scene("today-day-0", ended(0, time(9))),
    Scene("today-after", ended()),
    Scene("today-ask", ended(), (act("filter", state="ask"),)),
    Scene("today-two-sessions", second),
    Scene("today-body", of("body-injection", 1)),
    Scene("today-oxygen", of("oxygen", 1)),
    Scene("today-recovered", ended(15), (earlier((0, 8, {"redness": "none"}, "")),)),
    Scene("today-late", ended(45)),
    Scene("today-late-scalp", of("scalp-injection", 30)),
    Scene("today-newer-times", ahead(ended())),
    Scene("today-cancelled", cancelled(ended())),
    Scene("today-example", none, (act("example"),)),
    Scene("more-example", none, (act("example"), go("more"))),
)
