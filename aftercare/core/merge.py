"""Merging windows of one activity: strictest wins, and whoever spoke stays named."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

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
    return in_order(
        merged for group in groups.values() for cluster in _clusters(group) for merged in _resolve(cluster)
    )


def _clusters(group: list[RestrictionWindow]) -> Iterator[list[RestrictionWindow]]:
    """The windows that overlap or touch, together: no other can change them."""
    if len(group) > 1:
        group = sorted(group, key=lambda window: window.start)
    cluster: list[RestrictionWindow] = []
    reach = _end(group[0])
    for window in group:
        if cluster and window.start > reach:
            yield cluster
            cluster = []
        cluster.append(window)
        reach = max(reach, _end(window))
    yield cluster


@dataclass(slots=True)
class _Run:
    start: datetime
    end: datetime
    strength: Strength


def _resolve(cluster: list[RestrictionWindow]) -> list[RestrictionWindow]:
    if len(cluster) == 1:
        return cluster
    runs: list[_Run] = []
    edges = sorted({edge for window in cluster for edge in (window.start, _end(window))})
    for start, end in pairwise(edges):
        active = (window.strength for window in cluster if window.start <= start and end <= _end(window))
        strictest = max(active, key=lambda strength: strength.rank)
        if runs and runs[-1].strength is strictest:
            runs[-1].end = end
        else:
            runs.append(_Run(start, end, strictest))
    return [_close(run, cluster) for run in runs]


def _close(run: _Run, cluster: list[RestrictionWindow]) -> RestrictionWindow:
    members = [window for window in cluster if window.start < run.end and run.start < _end(window)]
    decider = max(
        (window for window in members if window.strength is run.strength),
        key=lambda w: (_end(w), w.by_clinic, not w.extended, w.decided_session, w.decided_by),
    )
    claims = {claim for window in members for claim in window.claims}
    return replace(
        decider,
        start=run.start,
        end=None if run.end == FOREVER else run.end,
        rules=tuple(sorted({rule for window in members for rule in window.rules})),
        claims=tuple(sorted(claims, key=lambda claim: (claim.source, claim.about, claim.hours or ()))),
        sessions=tuple(sorted({session for window in members for session in window.sessions})),
    )


def _end(window: RestrictionWindow) -> datetime:
    return window.end or FOREVER
