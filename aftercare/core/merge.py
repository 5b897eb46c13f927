"""Merging windows of one activity: strictest wins, and whoever spoke stays named."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aftercare.core.plan import RestrictionWindow, in_order
from aftercare.core.protocol import Phase, Strength

# Sorts after every real end, so that "no end known" is the longest.
FOREVER = datetime.max.replace(tzinfo=UTC)


def merge(windows: Iterable[RestrictionWindow]) -> tuple[RestrictionWindow, ...]:
    """Disjoint windows per activity and phase, the strictest strength at every instant.

    Touching windows of the same strength become one. The result does not depend on the order of the input, and
    merging it again changes nothing.
    """
    groups: dict[tuple[str, Phase], list[RestrictionWindow]] = defaultdict(list)
    for window in windows:
        groups[window.activity, window.phase].append(window)
    return in_order(merged for group in groups.values() for merged in _merge_group(group))


@dataclass(slots=True)
class _Run:
    start: datetime
    end: datetime
    strength: Strength
    members: list[RestrictionWindow]


def _merge_group(group: list[RestrictionWindow]) -> list[RestrictionWindow]:
    if len(group) == 1:
        return group
    runs: list[_Run] = []
    edges = sorted({edge for window in group for edge in (window.start, _end(window))})
    for start, end in zip(edges, edges[1:], strict=False):
        active = [window for window in group if window.start <= start and end <= _end(window)]
        if not active:
            continue
        strictest = max((window.strength for window in active), key=lambda strength: strength.rank)
        if runs and runs[-1].end == start and runs[-1].strength == strictest:
            runs[-1].end = end
            runs[-1].members.extend(active)
        else:
            runs.append(_Run(start, end, strictest, active))
    return [_close(run) for run in runs]


def _close(run: _Run) -> RestrictionWindow:
    decider = max(
        (window for window in run.members if window.strength == run.strength),
        key=lambda w: (_end(w), w.by_clinic, not w.extended, w.decided_session, w.decided_by),
    )
    return replace(
        decider,
        start=run.start,
        end=None if run.end == FOREVER else run.end,
        rules=tuple(sorted({rule for window in run.members for rule in window.rules})),
        claims=tuple(
            sorted({c for window in run.members for c in window.claims}, key=lambda c: (c.source, c.about, c.hours or ()))
        ),
        sessions=tuple(sorted({session for window in run.members for session in window.sessions})),
    )


def _end(window: RestrictionWindow) -> datetime:
    return window.end or FOREVER
