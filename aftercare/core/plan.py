"""What the rules come to for real sessions: windows in UTC, expected effects, and who decides."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from aftercare.core.protocol import Claim, ExpectedEffect, Phase, Strength
from aftercare.core.session import Session

CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class RestrictionWindow:
    """Half-open [start, end) in UTC during which an activity is restricted; `end` None: no end is known.

    `decided_by` is the id of the rule that decides the end, or "clinic"; `decided_session` the session it belongs
    to. `rules`, `claims` and `sessions` keep everything that speaks in this window, the overruled included.
    """

    activity: str
    phase: Phase
    strength: Strength
    start: datetime
    end: datetime | None
    decided_by: str
    decided_session: str
    rules: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    sessions: tuple[str, ...] = ()
    range_hours: tuple[float, float] | None = None
    extended: bool = False
    until_resolved: str | None = None

    @property
    def by_clinic(self) -> bool:
        return self.decided_by == CLINIC

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({str(claim.source) for claim in self.claims}))

    def covers(self, moment: datetime) -> bool:
        return self.start <= moment and (self.end is None or moment < self.end)


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """An expected effect of one session."""

    session_id: str
    effect: ExpectedEffect


@dataclass(frozen=True, slots=True)
class CarePlan:
    """Sessions with their windows (FHIR CarePlan).

    `parts` are the windows as each session and rule gives them, `windows` the same merged per activity and phase.
    `ruled` names, per session, the activities that its protocol or its clinic says something about.
    """

    sessions: tuple[Session, ...]
    parts: tuple[RestrictionWindow, ...]
    windows: tuple[RestrictionWindow, ...]
    effects: tuple[PlanEffect, ...]
    ruled: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def session(self, session_id: str) -> Session:
        """The session of an id. Raises KeyError when the plan does not hold it."""
        for session in self.sessions:
            if session.id == session_id:
                return session
        raise KeyError(session_id)

    def of(self, activity: str) -> tuple[RestrictionWindow, ...]:
        """The merged windows of one activity, earliest first."""
        return tuple(window for window in self.windows if window.activity == activity)

    def has_rule_everywhere(self, activity: str) -> bool:
        """Whether every session's protocol (or clinic) says something about an activity."""
        return all(activity in self.ruled.get(session.id, frozenset()) for session in self.sessions)


def in_order(windows: Iterable[RestrictionWindow]) -> tuple[RestrictionWindow, ...]:
    """Windows by start, then activity and phase: the order of every list that is printed."""
    return tuple(sorted(windows, key=lambda w: (w.start, w.activity, w.phase, w.strength, w.decided_by)))
