"""Check-ins as stored records and back."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from aftercare.adapters.records import stored_instant
from aftercare.core.instants import utc_text
from aftercare.core.observation import Observation, SymptomReport
from aftercare.core.rows import COPY_FROM


def observation_record(observation: Observation, stored: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The stored form of a check-in. `stored`: what it is laid over; what that says beyond our fields is kept."""
    before = _by_symptom((stored or {}).get("symptoms"))
    return {
        "id": observation.id,
        "session_id": observation.session_id,
        "at": utc_text(observation.at),
        "recorded_at": utc_text(observation.recorded_at),
        "date": observation.date.isoformat(),
        "symptoms": [
            {
                **before.get(report.symptom, {}),
                "symptom": report.symptom,
                "severity": report.severity,
                "trend": report.trend,
            }
            for report in observation.symptoms
        ],
        "signs": list(observation.signs),
        "temperature_c": observation.temperature_c,
        "note": observation.note,
        "photos": list(observation.photos),
        "absent": list(observation.absent),
    }


def observation_from(record: Mapping[str, Any]) -> Observation | None:
    """The check-in of a record; a severity, trend, symptom or sign that is not known here stays as it is."""
    try:
        session_id, celsius = record["session_id"], record.get("temperature_c")
        return Observation(
            id=str(record["id"]),
            session_id=None if session_id is None else str(session_id),
            at=stored_instant(record["at"]),
            recorded_at=stored_instant(record["recorded_at"]),
            date=date.fromisoformat(record["date"]),
            symptoms=tuple(
                SymptomReport(str(each["symptom"]), _code(each.get("severity")), _code(each.get("trend")))
                for each in record.get("symptoms") or ()
            ),
            signs=tuple(str(sign) for sign in record.get("signs") or ()),
            temperature_c=None if celsius is None else float(celsius),
            note=str(record.get("note") or ""),
            photos=tuple(str(photo) for photo in record.get("photos") or ()),
            absent=tuple(str(sign) for sign in record.get("absent") or ()),
            copy_from=str(record.get(COPY_FROM) or ""),
        )
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
        return None


def _code(value: Any) -> str | None:
    return None if value is None else str(value)


def _by_symptom(records: Any) -> dict[str, Mapping[str, Any]]:
    if not isinstance(records, list):
        return {}
    return {str(each.get("symptom")): each for each in records if isinstance(each, Mapping)}
