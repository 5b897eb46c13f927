"""Values as stored records and back. A record that lacks what a value needs reads as None, never as a guess."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aftercare.core.instants import from_utc_text, in_range, utc_text
from aftercare.core.protocol import Phase
from aftercare.core.rows import COPY_FROM
from aftercare.core.session import ClinicOverride, Session, checked_hours, checked_minutes


def session_record(session: Session) -> dict[str, Any]:
    """The stored form of a session; instants in UTC text."""
    return {
        "id": session.id,
        "protocol": session.protocol,
        "version": session.version,
        "start": utc_text(session.start),
        "minutes": session.minutes,
        "zone": session.zone,
        "status": session.status,
        "technique": session.technique,
        "area": session.area,
        "product": session.product,
        "quiet_until": utc_text(session.quiet_until) if session.quiet_until else None,
    }


def session_from(record: Mapping[str, Any]) -> Session | None:
    """The session of a record; its status stays the text it was stored with, also when it is not known here."""
    try:
        quiet = record.get("quiet_until")
        return Session(
            id=str(record["id"]),
            protocol=str(record["protocol"]),
            version=_version(record["version"]),
            start=stored_instant(record["start"]),
            minutes=checked_minutes(int(record["minutes"])),
            zone=str(record["zone"]),
            status=str(record["status"]),
            technique=record.get("technique"),
            area=record.get("area"),
            product=record.get("product"),
            quiet_until=stored_instant(quiet) if quiet else None,
            copy_from=str(record.get(COPY_FROM) or ""),
        )
    except (KeyError, OverflowError, TypeError, ValueError):
        return None


def override_record(override: ClinicOverride) -> dict[str, Any]:
    """The stored form of the clinic's word."""
    return {
        "id": override.id,
        "session_id": override.session_id,
        "activity": override.activity,
        "phase": str(override.phase),
        "hours": override.hours,
        "given_at": utc_text(override.given_at),
    }


def override_from(record: Mapping[str, Any]) -> ClinicOverride | None:
    """The clinic's word of a record."""
    try:
        hours = record["hours"]
        return ClinicOverride(
            id=str(record["id"]),
            session_id=str(record["session_id"]),
            activity=str(record["activity"]),
            hours=None if hours is None else checked_hours(float(hours)),
            given_at=stored_instant(record["given_at"]),
            phase=Phase(record["phase"]),
        )
    except (KeyError, OverflowError, TypeError, ValueError):
        return None


def stored_instant(text: Any) -> datetime:
    """An instant of this century, as every one that was entered; a file of another hand may hold any other."""
    moment = from_utc_text(text)
    in_range(moment.replace(tzinfo=None), "at")
    return moment


def _version(value: Any) -> int:
    """A protocol's version; no file of ours names one of more digits."""
    found = int(value)
    if abs(found) >= 10**9:
        raise ValueError(found)
    return found
