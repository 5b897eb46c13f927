"""Deriving the plan of a ten-session course, its states and its alerts, against the least work in plain Python."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import median
from time import perf_counter

from aftercare.adapters.content import FileCatalogue
from aftercare.core.alert import derive_alerts
from aftercare.core.derive import combine, derive
from aftercare.core.plan import CarePlan, RestrictionWindow
from aftercare.core.protocol import CareProtocol
from aftercare.core.session import Session, new_session
from aftercare.core.states import states_at
from bench.result import Result

SESSIONS = 10
ROUNDS = 61
FIRST = datetime(2026, 3, 1, 10)  # the fourth week holds a clock change
DERIVE_MS, STATES_MS, ALERTS_MS = 5.0, 1.0, 2.0
DERIVE_LIMIT = 9.0


def run() -> list[Result]:
    """Median milliseconds, each with its limit, and the plan's time as a ratio to plain windows of as many dates."""
    catalogue = FileCatalogue()
    activities = catalogue.activities()
    protocol = max(map(catalogue.protocol, catalogue.protocol_ids()), key=lambda protocol: len(protocol.rules))
    course = [
        new_session(f"s{week}", protocol, FIRST + timedelta(weeks=week), "Europe/Berlin") for week in range(SESSIONS)
    ]
    plan = _plan(course, protocol)
    middle = course[SESSIONS // 2].end
    ours, plain = _by_turns(lambda: _plan(course, protocol), lambda: _plain(course, protocol))
    states, alerts = _by_turns(lambda: states_at(plan, activities, middle), lambda: derive_alerts(plan, activities))
    size = f"{protocol.id}, {len(plan.parts)} windows"
    times = f"{ours:.2f} ms / {plain:.2f} ms"
    return [
        Result("plan of ten sessions", ours, DERIVE_MS, "ms", size),
        Result("plan of ten sessions / plain windows", ours / plain, DERIVE_LIMIT, "x", times),
        Result("states of all activities", states, STATES_MS, "ms", f"{len(activities)} activities"),
        Result("alerts of ten sessions", alerts, ALERTS_MS, "ms"),
    ]


def _plan(course: list[Session], protocol: CareProtocol) -> CarePlan:
    return combine(derive(session, protocol) for session in course)


def _plain(course: list[Session], protocol: CareProtocol) -> list[RestrictionWindow]:
    """The least that any plan needs: a window with two sums of dates for each rule of each session, in order."""
    hours = timedelta(hours=72)
    windows = [
        RestrictionWindow(
            rule.activity, rule.phase, rule.strength, session.start - hours, session.start + hours, rule.id, session.id
        )
        for session in course
        for rule in protocol.rules
    ]
    return sorted(windows, key=lambda window: window.start)


def _by_turns(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Median milliseconds of two functions called by turns, after one uncounted call of each."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + 1):
        for function, times in zip((first, second), taken, strict=True):
            began = perf_counter()
            function()
            if number:
                times.append((perf_counter() - began) * 1000)
    return median(taken[0]), median(taken[1])
