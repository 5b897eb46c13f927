"""Short ways to the values that the tests of the core are about."""
from __future__ import annotations

from datetime import UTC, datetime

from aftercare.adapters.content import FileCatalogue
from aftercare.core.activity import Activity
from aftercare.core.derive import combine, derive
from aftercare.core.plan import CarePlan
from aftercare.core.protocol import CareProtocol, Phase
from aftercare.core.session import ClinicOverride, Session, new_session

CATALOGUE = FileCatalogue()
ACTIVITIES = CATALOGUE.activities()
PROTOCOLS = (
    "body-injection", "face-fractional", "face-hyaluronic", "face-injection",
    "home-roller", "needle-free", "oxygen", "scalp-injection",
)  # fmt: skip


def protocol(name: str) -> CareProtocol:
    return CATALOGUE.protocol(name)


def activity(name: str) -> Activity:
    return next(each for each in ACTIVITIES if each.id == name)


def wall(text: str) -> datetime:
    """A clock time from "2026-03-28T10:00"."""
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    """An instant from "2026-03-31T08:30"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def a_session(
    name: str = "needle-free", start: str = "2026-11-25T10:00", zone: str = "Europe/Berlin",
    id: str = "s1", **more: object,
) -> Session:
    return new_session(id, protocol(name), wall(start), zone, **more)  # type: ignore[arg-type]


def said(
    session: Session, activity: str, hours: float | None, phase: Phase = Phase.AFTER, id: str = "o1",
    given: str = "2026-11-01T08:00",
) -> ClinicOverride:
    return ClinicOverride(id, session.id, activity, hours, utc(given), phase)


def plan_of(*sessions: Session, overrides: tuple[ClinicOverride, ...] = ()) -> CarePlan:
    """The combined plan of sessions, each with the protocol that it names."""
    return combine(derive(session, protocol(session.protocol), overrides) for session in sessions)
