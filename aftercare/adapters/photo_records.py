"""Kept pictures as stored records and back."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aftercare.adapters.photo_files import is_name
from aftercare.core.instants import from_utc_text, utc_text, zone_named
from aftercare.core.photo import Line, Photo


def photo_record(photo: Photo) -> dict[str, Any]:
    """The stored form of what is said of a picture; which check-in names it is said there."""
    return {
        "id": photo.id,
        "taken": utc_text(photo.taken),
        "zone": photo.zone,
        "width": photo.width,
        "height": photo.height,
        "session_id": photo.session_id,
        "view": photo.view,
        "pose": None if photo.pose is None else [[[x, y] for x, y in line] for line in photo.pose],
    }


def photo_from(record: Mapping[str, Any]) -> Photo | None:
    """The picture of a record; a view that is not known here stays as it is, an outline that is damaged is left out."""
    try:
        session_id = record.get("session_id")
        return Photo(
            id=_name(record["id"]),
            taken=from_utc_text(record["taken"]),
            zone=zone_named(str(record["zone"])).key,
            width=int(record["width"]),
            height=int(record["height"]),
            session_id=None if session_id is None else str(session_id),
            view=str(record.get("view") or ""),
            pose=_pose(record.get("pose")),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _name(value: Any) -> str:
    if not isinstance(value, str) or not is_name(value):
        raise ValueError(value)
    return value


def _pose(value: Any) -> tuple[Line, ...] | None:
    try:
        return None if value is None else tuple(tuple((float(x), float(y)) for x, y in line) for line in value)
    except (TypeError, ValueError):
        return None
