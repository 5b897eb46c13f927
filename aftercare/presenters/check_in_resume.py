"""A draft from what was kept, or from a check-in that is in the diary."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from aftercare.core.instants import from_utc_text
from aftercare.core.observation import Observation
from aftercare.presenters import wording
from aftercare.presenters.check_in_draft import LONGEST_NOTE, CheckInDraft
from aftercare.presenters.check_in_moment import EVENING, EVENING_AT, NOW, OTHER, last_evening

# Answers older than this speak of the moment at which they were given, not of the one at which they are sent.
STALE = timedelta(hours=1)


def resumed(kept: Mapping[str, Any], now: datetime, zone: str) -> CheckInDraft:
    """The draft that was kept, or a new one where there is none, or nothing was answered, or it cannot be read."""
    draft = _read(kept)
    if draft is None or not (draft.answered or draft.note or draft.photos) or draft.begun > now:
        return CheckInDraft(now)
    if draft.when == NOW and now - draft.begun > STALE:
        wall = wording.local(draft.begun, zone).replace(tzinfo=None, second=0, microsecond=0)
        draft = replace(draft, when=OTHER, wall=wall)
    draft = settled(draft, now, zone)
    return replace(draft, resumed=now - draft.begun > STALE)


def settled(draft: CheckInDraft, now: datetime, zone: str) -> CheckInDraft:
    """The draft, in which an evening that was yesterday's when it was chosen, and is no more, is a chosen time."""
    if draft.when != EVENING or draft.wall == last_evening(now, zone):
        return draft
    # Drafts of older versions have no evening; theirs was that of the day before they were begun.
    evening = draft.wall if draft.wall and draft.wall.time() == EVENING_AT else last_evening(draft.begun, zone)
    return replace(draft, when=OTHER, wall=evening)


def of_observation(observation: Observation, zone: str) -> CheckInDraft:
    """A stored check-in, to be changed."""
    reports = observation.symptoms
    return CheckInDraft(
        begun=observation.at,
        severities=tuple((r.symptom, r.severity) for r in reports if r.severity is not None),
        trends=tuple((r.symptom, r.trend) for r in reports if r.trend is not None),
        added=tuple(r.symptom for r in reports if r.there),
        signs=observation.signs,
        celsius=observation.temperature_c,
        note=observation.note,
        when=OTHER,
        wall=wording.local(observation.at, zone).replace(tzinfo=None, second=0, microsecond=0),
        editing=observation.id,
        photos=observation.photos,
    )


def _read(kept: Mapping[str, Any]) -> CheckInDraft | None:
    try:
        celsius = kept["celsius"]
        return CheckInDraft(
            begun=from_utc_text(kept["begun"]),
            severities=tuple((str(key), str(code)) for key, code in kept["severities"].items()),
            trends=tuple((str(key), str(code)) for key, code in kept["trends"].items()),
            added=tuple(map(str, kept["added"])),
            signs=tuple(map(str, kept["signs"])),
            celsius=None if celsius is None else float(celsius),
            note=str(kept["note"])[:LONGEST_NOTE],
            when=kept["when"] if kept["when"] in (NOW, EVENING, OTHER) else NOW,
            wall=datetime.fromisoformat(kept["wall"]) if kept["wall"] else None,
            counts_for=date.fromisoformat(kept["counts_for"]) if kept["counts_for"] else None,
            editing=str(kept["editing"]),
            # Drafts of older versions have none.
            photos=tuple(map(str, kept.get("photos") or ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
