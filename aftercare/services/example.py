"""The example patient: a face session two days ago, seen at an ordinary moment. Nothing of it is ever stored."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from aftercare.core.instants import generated, zone_named
from aftercare.core.observation import Observation
from aftercare.core.observation_history import in_order
from aftercare.core.ports import Catalogue
from aftercare.core.session import ClinicOverride, Session, SessionStatus

EXAMPLE_ID = "example"
PROTOCOL = "face-injection"
_MINUTES = 30


def example_session(catalogue: Catalogue, now: datetime, zone: str, days_ago: int = 2, at: time = time(15)) -> Session:
    """A session that ended some days ago (negative: is still to come) at a wall time of the device's zone."""
    place = zone_named(zone)
    day = now.astimezone(place).date() - timedelta(days=days_ago)
    end = generated(datetime.combine(day, at), place)
    return Session(
        id=EXAMPLE_ID,
        protocol=PROTOCOL,
        version=catalogue.protocol(PROTOCOL).version,
        start=end - timedelta(minutes=_MINUTES),
        minutes=_MINUTES,
        zone=zone,
        status=SessionStatus.DONE if end <= now else SessionStatus.PLANNED,
        technique="papule",
        area="face",
    )


class ExampleSessions:
    """A SessionRepository that holds the example alone and forgets what it is told to save."""

    def __init__(self, catalogue: Catalogue, now: datetime, zone: str) -> None:
        self._session = example_session(catalogue, now, zone)

    def all(self) -> tuple[Session, ...]:
        return (self._session,)

    def get(self, session_id: str) -> Session | None:
        return self._session if session_id == self._session.id else None

    def save(self, session: Session) -> None:
        """Nothing of the example is stored."""


class ExampleOverrides:
    """An OverrideRepository for trying out the clinic's word; it lives as long as the example is open."""

    def __init__(self) -> None:
        self._overrides: dict[str, ClinicOverride] = {}

    def all(self) -> tuple[ClinicOverride, ...]:
        return tuple(self._overrides.values())

    def save(self, override: ClinicOverride) -> None:
        self._overrides[override.id] = override

    def remove(self, override_id: str) -> None:
        self._overrides.pop(override_id, None)


class ExampleObservations:
    """An ObservationRepository in memory, for trying out the check-in; it lives as long as the example is open."""

    def __init__(self) -> None:
        self._observations: dict[str, Observation] = {}

    def all(self) -> tuple[Observation, ...]:
        return tuple(in_order(self._observations.values()))

    def get(self, observation_id: str) -> Observation | None:
        return self._observations.get(observation_id)

    def save(self, observation: Observation) -> None:
        self._observations[observation.id] = observation

    def remove(self, observation_id: str) -> Callable[[], None]:
        gone = self._observations.pop(observation_id, None)

        def undo() -> None:
            if gone is not None:
                self.save(gone)

        return undo
