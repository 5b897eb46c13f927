"""From a session and its protocol to a care plan. Pure; nothing derived is ever stored as truth."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from aftercare.core.instants import day_bounds, zone_named
from aftercare.core.merge import merge
from aftercare.core.plan import CLINIC, CarePlan, PlanEffect, RestrictionWindow
from aftercare.core.protocol import (
    AskClinic,
    CalendarDay,
    CareProtocol,
    ElapsedHours,
    Phase,
    RestrictionRule,
    Strength,
    UntilResolved,
)
from aftercare.core.session import ClinicOverride, Session

# A question for the clinic is worth showing from two weeks before a session; it claims no hours.
ASK_BEFORE = timedelta(days=14)


def derive(
    session: Session,
    protocol: CareProtocol,
    overrides: Iterable[ClinicOverride] = (),
    resolved: Mapping[str, datetime] | None = None,
) -> CarePlan:
    """The care plan of one session; a cancelled one restricts nothing.

    `overrides` of other sessions are ignored, and of several for one thing the latest counts. `resolved`: when
    the patient logged that a symptom has gone (UTC).
    """
    if session.cancelled:
        return CarePlan((), (), (), ())
    ours = sorted((o for o in overrides if o.session_id == session.id), key=lambda o: (o.given_at, o.id))
    said = {(o.activity, o.phase): o for o in ours}
    parts: list[RestrictionWindow] = []
    day = _clinic_day(session)
    for rule in protocol.rules:
        if (rule.activity, rule.phase) not in said:
            parts.extend(_windows(rule, session, said, resolved or {}, day))
    for override in said.values():
        parts.extend(_override_window(override, session, protocol))
    # Hours before a session say nothing about the time after it.
    ruled = frozenset(rule.activity for rule in protocol.rules) | {
        activity for activity, phase in said if phase is not Phase.BEFORE
    }
    return CarePlan(
        sessions=(session,),
        parts=tuple(parts),
        windows=merge(parts),
        effects=tuple(PlanEffect(session.id, effect) for effect in protocol.effects_for(session.technique)),
        ruled={session.id: ruled},
    )


def combine(plans: Iterable[CarePlan]) -> CarePlan:
    """One plan of many: windows of the same activity merge, the strictest wins. The order does not matter."""
    sessions: dict[str, Session] = {}
    parts: list[RestrictionWindow] = []
    effects: list[PlanEffect] = []
    ruled: dict[str, frozenset[str]] = {}
    for plan in plans:
        # A session that two plans hold speaks once.
        new = {session.id: session for session in plan.sessions if session.id not in sessions}
        sessions.update(new)
        parts.extend(part for part in plan.parts if part.decided_session in new)
        effects.extend(item for item in plan.effects if item.session_id in new)
        ruled.update(plan.ruled)
    ordered = sorted(sessions.values(), key=lambda session: (session.start, session.id))
    place = {session.id: number for number, session in enumerate(ordered)}
    parts.sort(key=lambda part: place[part.decided_session])
    effects.sort(key=lambda item: place[item.session_id])
    return CarePlan(tuple(ordered), tuple(parts), merge(parts), tuple(effects), ruled)


_Said = Mapping[tuple[str, Phase], ClinicOverride]
_Day = tuple[datetime, datetime]


def _clinic_day(session: Session) -> _Day:
    zone = zone_named(session.zone)
    return day_bounds(session.start.astimezone(zone).date(), zone)


def _day_window(rule: RestrictionRule, session: Session, said: _Said, day: _Day) -> list[RestrictionWindow]:
    start, end = day
    # The clinic's word on one side of the session takes that side's share of the day.
    if (rule.activity, Phase.AFTER) in said:
        end = min(end, session.start)
    if (rule.activity, Phase.BEFORE) in said:
        start = max(start, session.start)
    return [_window(rule, session, start, end)] if start < end else []


def _windows(
    rule: RestrictionRule, session: Session, said: _Said, resolved: Mapping[str, datetime], day: _Day
) -> list[RestrictionWindow]:
    if isinstance(rule.end, CalendarDay):
        return _day_window(rule, session, said, day)
    if isinstance(rule.end, AskClinic):
        if rule.phase is Phase.BEFORE:
            return [_window(rule, session, session.start - ASK_BEFORE, session.start)]
        return [_window(rule, session, session.start, None)]
    if isinstance(rule.end, UntilResolved):
        return _until_resolved(rule, rule.end, session, resolved)
    if rule.phase is Phase.BEFORE:
        return [_window(rule, session, session.start - _hours(rule.end.max), session.start)]
    return [_window(rule, session, session.start, session.end + _hours(rule.end.max))]


def _until_resolved(
    rule: RestrictionRule, end: UntilResolved, session: Session, resolved: Mapping[str, datetime]
) -> list[RestrictionWindow]:
    least, cap = session.end + _hours(end.min_hours), session.end + _hours(end.cap_hours)
    logged = resolved.get(end.symptom)
    # What went before this session ended was another session's.
    gone = logged if logged is not None and logged >= session.end else None
    if gone is not None and gone <= cap:
        return [_window(rule, session, session.start, max(least, gone))]
    return [
        _window(rule, session, session.start, cap, until_resolved=end.symptom),
        _window(rule, session, cap, gone, strength=Strength.ASK, until_resolved=end.symptom),
    ]


def _window(
    rule: RestrictionRule,
    session: Session,
    start: datetime,
    end: datetime | None,
    strength: Strength | None = None,
    until_resolved: str | None = None,
) -> RestrictionWindow:
    return RestrictionWindow(
        activity=rule.activity,
        phase=rule.phase,
        strength=strength or rule.strength,
        start=start,
        end=end,
        decided_by=rule.id,
        decided_session=session.id,
        rules=(rule.id,),
        claims=rule.claims,
        sessions=(session.id,),
        range_hours=_range(rule),
        extended=rule.extended,
        until_resolved=until_resolved,
    )


def _override_window(
    override: ClinicOverride, session: Session, protocol: CareProtocol
) -> list[RestrictionWindow]:
    if not override.hours:
        return []
    before = override.phase is Phase.BEFORE
    replaced = [
        rule
        for rule in protocol.rules
        if rule.activity == override.activity and (rule.phase is Phase.BEFORE) == before
    ]
    timed = [rule for rule in replaced if isinstance(rule.end, ElapsedHours)]
    only_limits = bool(timed) and all(rule.strength is Strength.LIMIT for rule in timed)
    return [
        RestrictionWindow(
            activity=override.activity,
            phase=override.phase,
            strength=Strength.LIMIT if only_limits else Strength.AVOID,
            start=session.start - _hours(override.hours) if before else session.start,
            end=session.start if before else session.end + _hours(override.hours),
            decided_by=CLINIC,
            decided_session=session.id,
            rules=tuple(sorted(rule.id for rule in replaced)),
            claims=tuple(claim for rule in replaced for claim in rule.claims),
            sessions=(session.id,),
            range_hours=_range(timed[0]) if timed else None,
        )
    ]


def _range(rule: RestrictionRule) -> tuple[float, float] | None:
    return (rule.end.min, rule.end.max) if isinstance(rule.end, ElapsedHours) else None


def _hours(hours: float) -> timedelta:
    return timedelta(hours=hours)

