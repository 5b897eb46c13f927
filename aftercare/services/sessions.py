"""What the patient does with sessions and with the clinic's word."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from aftercare.core.errors import InvalidInput
from aftercare.core.protocol import Phase
from aftercare.core.session import ClinicOverride, Session, checked_hours

if TYPE_CHECKING:
    from aftercare.core.ports import Catalogue, OverrideRepository, SessionRepository


def new_id() -> str:
    """An id of our own, never one that the database hands out."""
    from uuid import uuid4

    return str(uuid4())


def add(sessions: SessionRepository, session: Session, told_until: datetime | None = None) -> Session:
    """Store a new session. `told_until`: edges up to this instant are on the screen already and alert no more."""
    stored = replace(session, quiet_until=told_until) if told_until else session
    sessions.save(stored)
    return stored


def cancel(sessions: SessionRepository, session_id: str) -> Session:
    """Cancel a session; it stays in the file. Raises InvalidInput when there is none of that id."""
    found = sessions.get(session_id)
    if found is None:
        raise InvalidInput("session", f'session: "{session_id}" is not known. `session list` names yours.')
    cancelled = found.cancel()
    sessions.save(cancelled)
    return cancelled


def clinic_said(
    overrides: OverrideRepository,
    sessions: SessionRepository,
    catalogue: Catalogue,
    session_id: str,
    activity: str,
    hours: float | None,
    given_at: datetime,
    phase: Phase = Phase.AFTER,
    make_id: Callable[[], str] = new_id,
) -> ClinicOverride:
    """Store what the clinic said of one activity; hours None: it is fine. Replaces what it said before.

    Raises InvalidInput for an unknown session or activity, for hours outside a year, and for a medicine: a time for
    a medicine is only ever the prescribing doctor's to give.
    """
    if sessions.get(session_id) is None:
        raise InvalidInput("session", f'session: "{session_id}" is not known.')
    known = {item.id: item for item in catalogue.activities()}
    if activity not in known:
        raise InvalidInput("activity", f'activity: "{activity}" is not known. Use one of: {", ".join(known)}.')
    if known[activity].medicine:
        raise InvalidInput(
            "activity",
            f"activity: {known[activity].name} is a medicine. Only the doctor who prescribed it may change that.",
        )
    same = [o for o in overrides.all() if (o.session_id, o.activity, o.phase) == (session_id, activity, phase)]
    override = ClinicOverride(
        id=same[0].id if same else make_id(),
        session_id=session_id,
        activity=activity,
        hours=None if hours is None else checked_hours(hours),
        given_at=given_at,
        phase=phase,
    )
    overrides.save(override)
    return override
