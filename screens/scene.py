"""What a scene is made of: its name, the sessions that the patient has, and what is done first."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from aftercare.core.session import Session, new_session
from aftercare.presenters import wording
from aftercare.services.example import example_session
from aftercare.services.patient import Patient
from aftercare.words import gettext as _
from screens.router import Router

Do = Callable[[Router], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A name, the sessions that the patient has, and what is done before the picture is taken."""

    name: str
    sessions: Callable[[Patient], list[Session]]
    do: tuple[Do, ...] = ()
    consented: bool = True


def go(place: str) -> Do:
    """Show a place."""
    return lambda router: router.go(place)


def act(intent: str, **payload: Any) -> Do:
    """Ask for this, as a screen would."""
    return lambda router: router.act(intent, **payload)


def asked(intent: str, words: str) -> Do:
    """A search for words that are typed in the patient's language."""
    return lambda router: router.act(intent, query=_(words))


def none(_patient: Patient) -> list[Session]:
    """No session yet."""
    return []


def ended(days_ago: int = 2, at: time = time(15)) -> Callable[[Patient], list[Session]]:
    """A face session that ended some days ago, or is still to come when negative."""

    def made(patient: Patient) -> list[Session]:
        clock = patient.clock
        return [example_session(patient.catalogue, clock.now(), clock.zone(), days_ago, at)]

    return made


def of(protocol: str, days_ago: int, hour: int = 15, id: str = "other") -> Callable[[Patient], list[Session]]:
    """A session of another protocol, by days from the present one."""

    def made(patient: Patient) -> list[Session]:
        clock = patient.clock
        day = wording.local(clock.now(), clock.zone()).date() - timedelta(days=days_ago)
        start = datetime.combine(day, time(hour))
        return [new_session(id, patient.catalogue.protocol(protocol), start, clock.zone())]

    return made


def cancelled(part: Callable[[Patient], list[Session]]) -> Callable[[Patient], list[Session]]:
    """The same sessions, called off."""
    return lambda patient: [session.cancel() for session in part(patient)]


def ahead(part: Callable[[Patient], list[Session]]) -> Callable[[Patient], list[Session]]:
    """The same, as an app with newer times made them."""
    return lambda patient: [replace(session, version=session.version + 1) for session in part(patient)]


def second(patient: Patient) -> list[Session]:
    """Two needle-free sessions 84 hours apart; the earlier has just ended."""
    [first] = of("needle-free", 1, 10, "first")(patient)
    return [first, replace(first, id="second", start=first.start + timedelta(hours=84))]
