"""A session and what the clinic said about it."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from aftercare.core.errors import InvalidInput
from aftercare.core.instants import entered, in_range, zone_named
from aftercare.core.protocol import CareProtocol, Choice, Phase

SHORTEST_MINUTES = 1
LONGEST_MINUTES = 480
LONGEST_OVERRIDE_HOURS = 365 * 24


class SessionStatus(StrEnum):
    """The statuses this version knows. A session keeps any other one as the text it was stored with."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Session:
    """One appointment, planned or done (FHIR Procedure).

    `start` is a UTC instant, `zone` the clinic's IANA zone, `version` the protocol version it was made with.
    `quiet_until`: edges up to this instant were already past when the session was entered; no alert tells them.
    `copy_from`: this is an older version of another session, "backup" or "device", that a restore has kept.
    """

    id: str
    protocol: str
    version: int
    start: datetime
    minutes: int
    zone: str
    status: str = SessionStatus.PLANNED
    technique: str | None = None
    area: str | None = None
    product: str | None = None
    quiet_until: datetime | None = None
    copy_from: str = ""

    @property
    def end(self) -> datetime:
        """UTC instant at which the session ends; all hours after a session count from here."""
        return self.start + timedelta(minutes=self.minutes)

    @property
    def cancelled(self) -> bool:
        return self.status == SessionStatus.CANCELLED

    def cancel(self) -> Session:
        """The same session, cancelled: it restricts nothing and alerts no more."""
        return replace(self, status=SessionStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class ClinicOverride:
    """The clinic's own instruction for one activity of one session; it always outranks content.

    `hours`: wait so long (after the session's end, or before its start); None: the clinic said it is fine.
    """

    id: str
    session_id: str
    activity: str
    hours: float | None
    given_at: datetime
    phase: Phase = Phase.AFTER


def new_session(
    id: str,
    protocol: CareProtocol,
    wall_start: datetime,
    zone: str,
    minutes: int = 30,
    technique: str | None = None,
    area: str | None = None,
    product: str | None = None,
    status: str = SessionStatus.PLANNED,
) -> Session:
    """A checked session from what was entered; `wall_start` is the clinic's clock time.

    Raises InvalidInput (WallTimeGap for a skipped time) naming the field and what it accepts.
    """
    place = zone_named(zone)
    start = entered(in_range(wall_start, "start"), place, "start")
    checked_minutes(minutes)
    if status not in (SessionStatus.PLANNED, SessionStatus.DONE):
        raise InvalidInput("status", f'status: "{status}" is not accepted. Use planned or done.')
    return Session(
        id=id,
        protocol=protocol.id,
        version=protocol.version,
        start=start,
        minutes=minutes,
        zone=zone,
        status=status,
        technique=_known("technique", technique, protocol.techniques, protocol.id),
        area=_area(area, protocol),
        product=_known("product", product, protocol.products, protocol.id),
    )


def checked_minutes(minutes: int) -> int:
    """How long a session takes, one minute to eight hours. Raises InvalidInput otherwise."""
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        raise InvalidInput(
            "minutes", f"minutes: {minutes} is not accepted. Use {SHORTEST_MINUTES} to {LONGEST_MINUTES}."
        )
    return minutes


def checked_hours(hours: float) -> float:
    """The hours of a clinic's instruction, 0 to one year. Raises InvalidInput otherwise."""
    if not 0 <= hours <= LONGEST_OVERRIDE_HOURS:
        raise InvalidInput("hours", f"hours: {hours:g} is not accepted. Use 0 to {LONGEST_OVERRIDE_HOURS}.")
    return hours


def _known(field: str, value: str | None, choices: tuple[Choice, ...], protocol: str) -> str | None:
    if value is None or any(choice.id == value for choice in choices):
        return value
    accepted = ", ".join(choice.id for choice in choices)
    if not accepted:
        raise InvalidInput(field, f'{field}: {protocol} has none to choose, so "{value}" is not accepted.')
    raise InvalidInput(field, f'{field}: "{value}" is not known for {protocol}. Use one of: {accepted}.')


def _area(area: str | None, protocol: CareProtocol) -> str:
    if area is None:
        return protocol.areas[0]
    if area not in protocol.areas:
        raise InvalidInput(
            "area", f'area: "{area}" is not known for {protocol.id}. Use one of: {", ".join(protocol.areas)}.'
        )
    return area
