"""Scenes: check-ins, and what each of them asks for."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

from screens.router import Router
from screens.scene import Do, Scene, act, ended, none


def answers(*touches: tuple[str, Any]) -> Do:
    """The check-in, with these answers."""

    def fill(router: Router) -> None:
        router.act("check-in")
        for field, value in touches:
            router.act("answer", field=field, value=value)

    return fill


def told(*touches: tuple[str, Any]) -> tuple[Do, ...]:
    """The result of a check-in with these answers."""
    return (answers(*touches), act("save-check-in"))


def remind(router: Router) -> None:
    """The reminder that the result offers, asked for."""
    from aftercare.core.instants import utc_text

    patient = router.patient
    at = patient.clock.now() + timedelta(hours=6)
    router.act("remind-me", id=patient.observations.all()[-1].id, at=utc_text(at), wall="", at_night="")


def before(router: Router) -> None:
    """A check-in of yesterday evening that is in the diary already."""
    answers(("when", "evening"), ("severity", ("redness", "medium")), ("severity", ("swelling", "mild")))(router)
    router.act("save-check-in")
    router.act("close")


MILD = (("severity", ("redness", "mild")), ("severity", ("swelling", "mild")), ("severity", ("bruise", "medium")))


SCENES = (
    Scene("check-in", ended(), (answers(*MILD),)),
    Scene("check-in-empty", ended(), (answers(("tried", None)),)),
    Scene("check-in-compared", ended(), (before, answers(*MILD, ("sign", "pus"), ("temperature", (1, "C"))))),
    Scene("check-in-late", ended(), (answers(*MILD, ("when", "other")),)),
    Scene("check-in-no-session", none, (answers(),)),
    Scene("result-expected", ended(), told(*MILD, ("severity", ("pain", "none")))),
    Scene("result-watch", ended(), told(("severity", ("swelling", "strong")), ("severity", ("redness", "mild")))),
    Scene("result-reminded", ended(), (*told(("severity", ("swelling", "strong"))), remind)),
    Scene("result-sources", ended(), (*told(("sign", "pus"), *MILD), act("where-from"))),
    Scene("result-clinic", ended(), (before, *told(("severity", ("swelling", "medium"))))),
    Scene("result-today", ended(), told(("temperature", (1, "C")), ("temperature", (12, "C")), ("sign", "pus"), *MILD)),
    Scene("result-hour", ended(), told(("sign", "cold-skin"), ("severity", ("pain", "strong")))),
    Scene("result-emergency", ended(), told(("sign", "confusion"))),
)
