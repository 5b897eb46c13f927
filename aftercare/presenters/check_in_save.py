"""From what was filled in to what is stored."""
from __future__ import annotations

from dataclasses import replace

from aftercare.core.observation import Observation
from aftercare.presenters import wording
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.check_in_moment import OTHER, counted_day, observed_at
from aftercare.services import checkins
from aftercare.services.snapshot import Snapshot


def to_observation(draft: CheckInDraft, snapshot: Snapshot, stored: Observation | None = None) -> Observation:
    """The check-in of a draft, entered now; a changed one keeps its id, its session and, unless its
    time was changed, its moment. Raises InvalidInput for a moment that has not come and where nothing is said.
    """
    at = observed_at(draft, snapshot.now, snapshot.zone)
    if stored is not None:
        changed = replace(
            stored,
            symptoms=draft.reports(),
            signs=draft.signs,
            temperature_c=draft.celsius,
            note=draft.note,
            photos=draft.photos,
            absent=tuple(sign for sign in stored.absent if sign not in draft.signs),
        )
        if _minute(stored, snapshot) == draft.wall and draft.when == OTHER:
            return changed
        return checkins.change_moment(changed, at, snapshot.now, snapshot.zone)
    made = checkins.new_observation(
        at,
        snapshot.now,
        snapshot.zone,
        checkins.session_at(snapshot.sessions, at),
        symptoms=draft.reports(),
        signs=draft.signs,
        temperature_c=draft.celsius,
        note=draft.note.strip(),
        photos=draft.photos,
    )
    day = counted_day(draft, made.at, snapshot.zone)
    return replace(made, date=day) if day else made


def _minute(stored: Observation, snapshot: Snapshot) -> object:
    return wording.local(stored.at, snapshot.zone).replace(tzinfo=None, second=0, microsecond=0)
