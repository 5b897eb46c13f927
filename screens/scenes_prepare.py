"""Scenes: getting ready: the self-check, the steps, the treatment, and the list for the clinic."""
from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from aftercare.core.session import Session
from aftercare.services.patient import Patient
from aftercare.words import gettext as _
from screens.router import Router
from screens.scene import Do, Scene, act, ended, go


def repeated(patient: Patient) -> list[Session]:
    """Two sessions with one product, for which something was reported after the second."""
    [last] = ended()(patient)
    last = replace(last, product="nctf-135-ha")
    return [replace(last, start=last.start - timedelta(days=14)), replace(last, id="again")]


def ticked(*steps: str) -> Do:
    """Steps before the session that are done."""

    def tick(router: Router) -> None:
        for step in steps:
            router.act("toggle-step", step=step, session="example")

    return tick


def replied(*answers: dict[str, Any]) -> Do:
    """The self-check with these answers."""

    def reply(router: Router) -> None:
        router.act("self-check")
        for answer in answers:
            router.act("check-answer", **answer)

    return reply


def unfold(name: str) -> Do:
    """Open a row of the screen by its name."""

    def press(_router: Router) -> None:
        from kivy.core.window import Window

        from screens.widgets.a11y import find

        spoken = ". ".join(_(part) for part in name.split(". "))
        find(Window.children[-1], "button", spoken).do()

    return press


def period_on(days: int) -> Do:
    """A period that starts some days before the session."""
    return replied({"question": "period", "period": 0}, *({"question": "period", "period": -1},) * days)


some_answers = replied(
    *({"question": id, "yes": False} for id in ("under-18", "age", "pregnancy", "period")),
    {"question": "blood-thinners", "condition": "aspirin"},
    {"question": "allergy", "yes": False},
)
all_yes = replied(
    *({"question": id, "yes": True} for id in ("under-18", "skin", "heart", "epilepsy-implant")),
    {"question": "blood-thinners", "condition": "aspirin"},
    {"question": "blood-thinners", "condition": "blood-thinners"},
    {"rest": True},
)
all_no = replied({"rest": True})


SCENES = (
    Scene("self-check", ended(-2), (some_answers,)),
    Scene("self-check-open", ended(-2), (some_answers, unfold("Blood thinners. Or you bleed easily"))),
    Scene("self-check-period", ended(-2), (period_on(2),)),
    Scene("today-prepared", ended(-2), (ticked("list-medicines", "light-meal"), go("today"))),
    Scene("today-second-product", repeated, (go("today"),)),
    Scene("steps-before", ended(-2), (ticked("list-medicines"), act("steps", part="before", id="example"))),
    Scene("steps-during", ended(-2), (act("steps", part="during", id="example"),)),
    Scene("steps-after", ended(0, time(9)), (act("steps", part="after", id="example"),)),
    Scene("treatment", repeated, (act("treatment", id="again"),)),
    Scene("treatment-no-product", ended(), (act("treatment", id="example"),)),
    Scene("my-list", ended(-2), (some_answers, act("my-list"))),
    Scene("my-list-all", ended(-2), (all_yes, act("my-list"))),
    Scene("my-list-none", ended(-2), (all_no, act("my-list"))),
)
