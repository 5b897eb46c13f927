"""What the patient does with check-ins: record, change, delete, undo, look back, and ask what they come to."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from aftercare.core.advice import Advice, advise
from aftercare.core.advice_lasting import carried_over, lasting
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import zone_named
from aftercare.core.observation import Observation, SymptomReport
from aftercare.core.observation_history import in_order, previous
from aftercare.core.ports import Catalogue, ObservationRepository
from aftercare.core.protocol import CareProtocol
from aftercare.core.session import Session
from aftercare.services.sessions import new_id


def new_observation(
    at: datetime,
    now: datetime,
    zone: str,
    session: Session | None,
    symptoms: Iterable[SymptomReport] = (),
    signs: Iterable[str] = (),
    temperature_c: float | None = None,
    note: str = "",
    photos: Iterable[str] = (),
    absent: Iterable[str] = (),
    make_id: Callable[[], str] = new_id,
) -> Observation:
    """A check-in about an instant, entered now; it counts for the date of that instant in the device's zone.

    Raises InvalidInput for a moment that has not come and where nothing at all is said.
    """
    made = Observation(
        id=make_id(),
        session_id=session.id if session else None,
        # Files keep whole seconds.
        at=_not_ahead(at, now).replace(microsecond=0),
        recorded_at=now.replace(microsecond=0),
        date=at.astimezone(zone_named(zone)).date(),
        symptoms=tuple(symptoms),
        signs=tuple(dict.fromkeys(signs)),
        temperature_c=temperature_c,
        note=note,
        photos=tuple(photos),
        absent=tuple(absent),
    )
    return _something(made)


def record(observations: ObservationRepository, observation: Observation) -> Observation:
    """Store a check-in, or lay it over the one of its id. Raises InvalidInput when it says nothing."""
    observations.save(_something(observation))
    return observation


def change_moment(observation: Observation, at: datetime, now: datetime, zone: str) -> Observation:
    """The same check-in about another instant, for a late entry. Raises InvalidInput when that has not come."""
    day = at.astimezone(zone_named(zone)).date()
    return replace(observation, at=_not_ahead(at, now), date=day)


def delete(observations: ObservationRepository, observation_id: str) -> Callable[[], None]:
    """Delete a check-in; the answer undoes it. Raises InvalidInput when there is none of that id."""
    if observations.get(observation_id) is None:
        raise InvalidInput("check-in", f'check-in: "{observation_id}" is not known.')
    return observations.remove(observation_id)


def session_at(sessions: Iterable[Session], at: datetime) -> Session | None:
    """The session that a check-in about an instant belongs to: the latest that had begun and counts."""
    begun = [session for session in sessions if session.start <= at and not session.cancelled]
    return max(begun, key=lambda session: (session.start, session.id), default=None)


def advice_for(
    observation: Observation, earlier: Iterable[Observation], sessions: Iterable[Session], catalogue: Catalogue
) -> Advice:
    """What a check-in comes to. `earlier` may hold any check-ins; those before it are compared.

    Raises ContentFault where the content is damaged.
    """
    known, content = tuple(sessions), catalogue.advice()

    def protocol_of(session: Session) -> CareProtocol | None:
        try:
            return catalogue.protocol(session.protocol, session.version)
        except InvalidInput:
            # A protocol of a newer version: what is usual is not known, and the advice says so.
            return None

    session = next((each for each in known if each.id == observation.session_id), None)
    protocol = protocol_of(session) if session is not None else None
    everything = in_order([*(each for each in earlier if each.id != observation.id), observation])
    carried = carried_over(everything, {observation.id}).get(observation.id, {})
    outlasting = lasting(carried, session, known, protocol_of, content)
    return advise(observation, previous(observation, everything), session, protocol, content, outlasting)


def _not_ahead(at: datetime, now: datetime) -> datetime:
    if at > now:
        raise InvalidInput("at", "at: this moment has not come yet. Use now or an earlier moment.")
    return at


def _something(observation: Observation) -> Observation:
    if observation.empty:
        raise InvalidInput("check-in", "check-in: give at least one symptom, sign, temperature, note or photo.")
    return observation
