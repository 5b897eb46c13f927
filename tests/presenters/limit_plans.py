"""Plans of real content for the tests of timeline and limit."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache

from aftercare.adapters.content import FileCatalogue
from aftercare.core.protocol import Phase
from aftercare.core.session import ClinicOverride, Session, new_session
from aftercare.services import snapshot
from aftercare.services.snapshot import Snapshot

ZONE = "Europe/Berlin"


@lru_cache(maxsize=1)
def catalogue() -> FileCatalogue:
    return FileCatalogue()


def at(text: str) -> datetime:
    """A UTC instant from "2026-06-10T07:48"; Berlin shows two hours more in June."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def session(
    session_id: str = "first", protocol: str = "face-injection", start: str = "2026-06-08T14:30"
) -> Session:
    """A session of half an hour at a Berlin clinic time: Mon 8 June, 14:30 unless said otherwise."""
    return new_session(session_id, catalogue().protocol(protocol), datetime.fromisoformat(start), ZONE)


def said(
    activity: str, hours: float | None, session_id: str = "first", phase: Phase = Phase.AFTER
) -> ClinicOverride:
    """What the clinic said, on 8 June."""
    return ClinicOverride(f"said-{session_id}-{activity}", session_id, activity, hours, at("2026-06-08T16:00"), phase)


def seen(
    now: str = "2026-06-10T07:48",
    sessions: Sequence[Session] | None = None,
    overrides: Sequence[ClinicOverride] = (),
    example: bool = False,
) -> Snapshot:
    """The plan of some sessions at a UTC instant: Wed 10 June, 09:48 in Berlin unless said otherwise."""
    chosen = [session()] if sessions is None else sessions
    return snapshot.build(catalogue(), chosen, overrides, at(now), ZONE, example=example)
