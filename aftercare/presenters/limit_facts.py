"""What the sheet of one limit is decided from: the state, the window that decides it, its rule and its session."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from aftercare.core.activity import Activity
from aftercare.core.merge import FOREVER
from aftercare.core.plan import RestrictionWindow
from aftercare.core.protocol import CareProtocol, ElapsedHours, Phase, RestrictionRule, Strength
from aftercare.core.session import ClinicOverride, Session
from aftercare.core.states import Span, State, spans
from aftercare.services.snapshot import Snapshot


class Kind(StrEnum):
    """What the sheet answers: held now, free until it begins, over, fine by the clinic, to be asked."""

    HELD = "held"
    COMING = "coming"
    OVER = "over"
    FINE = "fine"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one activity at the instant of the snapshot.

    `span` is the stretch that is explained, `following` the one after it. `window` decides it; None where no rule
    speaks. `session` is the one it belongs to, `override` what the clinic said for that session and `phase`.
    """

    snapshot: Snapshot
    activity: Activity
    kind: Kind
    state: State
    span: Span
    following: State
    window: RestrictionWindow | None
    rule: RestrictionRule | None
    session: Session
    phase: Phase
    override: ClinicOverride | None

    @property
    def protocol(self) -> CareProtocol:
        """What the session follows."""
        return self.snapshot.protocols[self.session.id]

    @property
    def end(self) -> datetime:
        """When the explained stretch ends; only for what has an end."""
        return self.span.end or FOREVER

    @property
    def preparing(self) -> bool:
        """Whether it is held now for a session that is still to come."""
        ahead = self.kind is Kind.HELD and self.session.start > self.snapshot.now
        return ahead and self.window is not None and self.window.covers(self.snapshot.now)

    @property
    def source_hours(self) -> tuple[float, float] | None:
        """The range of the sources for the deciding window, if they name hours."""
        return self.window.range_hours if self.window else None


HELD = (State.NOT_YET, State.WITH_CARE)


def facts(snapshot: Snapshot, activity: Activity) -> Facts:
    """The facts of an activity; the plan must hold a session. A medicine is looked at like anything one can buy."""
    course = spans(snapshot.plan, replace(activity, medicine=False))
    now = snapshot.now
    at = next(n for n, span in enumerate(course) if span.end is None or now < span.end)
    span, ahead = course[at], course[at + 1 :]
    if span.state in HELD:
        return _make(snapshot, activity, Kind.HELD, span.state, span, ahead, _holding(snapshot, span))
    if span.state is State.ASK:
        asking = next((w for w in span.windows if w.covers(now)), None)
        return _make(snapshot, activity, Kind.ASK, span.state, span, ahead, asking)
    for n, later in enumerate(ahead):
        if later.state in HELD:
            return _make(snapshot, activity, Kind.COMING, span.state, later, ahead[n + 1 :], _opening(later))
    past = [s for s in course[:at] if s.state in HELD]
    fine = _said_fine(snapshot, activity)
    told = snapshot.plan.session(fine.session_id).start if fine else None
    if told is not None and not any(s.start and s.start >= told for s in past):
        return _make(snapshot, activity, Kind.FINE, span.state, span, ahead, None, fine)
    if past:
        return _make(snapshot, activity, Kind.OVER, span.state, past[-1], (), _closing(past[-1]))
    return _make(snapshot, activity, Kind.FINE, span.state, span, ahead, None, fine)


def _make(
    snapshot: Snapshot,
    activity: Activity,
    kind: Kind,
    state: State,
    span: Span,
    ahead: tuple[Span, ...],
    window: RestrictionWindow | None,
    said: ClinicOverride | None = None,
) -> Facts:
    session = _session(snapshot, activity, window, said)
    # Before its session, it is the preparation that the clinic is asked about.
    ahead_of = session.start > snapshot.now
    active = {w.phase for w in span.windows if w.covers(snapshot.now)} or ({window.phase} if window else set())
    told = override_for(snapshot, session.id, activity.id, Phase.BEFORE) is not None
    preparing = ahead_of and (Phase.BEFORE in active or told)
    phase = said.phase if said else Phase.BEFORE if preparing else Phase.AFTER
    return Facts(
        snapshot=snapshot,
        activity=activity,
        kind=kind,
        state=state,
        span=span,
        following=ahead[0].state if ahead else State.OK,
        window=window,
        rule=_rule(snapshot, window),
        session=session,
        phase=phase,
        override=said or override_for(snapshot, session.id, activity.id, phase),
    )


def override_for(snapshot: Snapshot, session_id: str, activity_id: str, phase: Phase) -> ClinicOverride | None:
    """What the clinic said last of an activity for one session and phase."""
    wanted = (session_id, activity_id, phase)
    said = [o for o in snapshot.overrides if (o.session_id, o.activity, o.phase) == wanted]
    return max(said, key=lambda o: (o.given_at, o.id), default=None)


def longest_hours(protocol: CareProtocol, activity_id: str, phase: Phase) -> float | None:
    """The longest that the sources of a protocol say, None where they name no hours."""
    ends = [rule.end for rule in protocol.rules if rule.activity == activity_id and rule.phase is phase]
    return max((end.max for end in ends if isinstance(end, ElapsedHours)), default=None)


def _holding(snapshot: Snapshot, span: Span) -> RestrictionWindow:
    """What holds an activity now: ahead of a session its preparation, else what decides the end."""
    strength = Strength.AVOID if span.state is State.NOT_YET else Strength.LIMIT
    active = [w for w in span.windows if w.strength is strength and w.covers(snapshot.now)]
    ahead = [w for w in active if snapshot.plan.session(w.decided_session).start > snapshot.now]
    return min(ahead, key=lambda w: w.start) if ahead and ahead == active else _closing(span)


def _closing(span: Span) -> RestrictionWindow:
    strength = Strength.AVOID if span.state is State.NOT_YET else Strength.LIMIT
    deciding = [w for w in span.windows if w.strength is strength]
    return max(deciding, key=lambda w: (w.end or FOREVER, w.phase is Phase.AFTER))


def _opening(span: Span) -> RestrictionWindow:
    strength = Strength.AVOID if span.state is State.NOT_YET else Strength.LIMIT
    deciding = [w for w in span.windows if w.strength is strength]
    return min(deciding, key=lambda w: (w.start, w.phase is Phase.DAY))


def _said_fine(snapshot: Snapshot, activity: Activity) -> ClinicOverride | None:
    counted = {session.id for session in snapshot.plan.sessions}
    said = [
        o for o in snapshot.overrides if o.activity == activity.id and not o.hours and o.session_id in counted
    ]
    return max(said, key=lambda o: snapshot.plan.session(o.session_id).start, default=None)


def _session(
    snapshot: Snapshot, activity: Activity, window: RestrictionWindow | None, said: ClinicOverride | None
) -> Session:
    plan = snapshot.plan
    if window is not None:
        return plan.session(window.decided_session)
    if said is not None:
        return plan.session(said.session_id)
    silent = [s for s in plan.sessions if activity.id not in plan.ruled.get(s.id, frozenset())] or list(plan.sessions)
    begun = [s for s in silent if s.start <= snapshot.now]
    return begun[-1] if begun else silent[0]


def _rule(snapshot: Snapshot, window: RestrictionWindow | None) -> RestrictionRule | None:
    if window is None:
        return None
    rules = {rule.id: rule for rule in snapshot.protocols[window.decided_session].rules}
    if not window.by_clinic:
        return rules.get(window.decided_by)
    replaced = [rules[rule_id] for rule_id in window.rules if rule_id in rules]
    timed = [rule for rule in replaced if isinstance(rule.end, ElapsedHours)]
    return next(iter(timed or replaced), None)
