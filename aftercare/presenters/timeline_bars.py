"""The bars of the timeline: what holds for an activity, piece by piece, as fractions of the shown range."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from aftercare.core.activity import Activity
from aftercare.core.merge import FOREVER
from aftercare.core.plan import CarePlan, RestrictionWindow
from aftercare.core.protocol import Phase, Strength

SHAPES = {Strength.AVOID: "avoid", Strength.LIMIT: "limit", Strength.ASK: "ask"}


@dataclass(frozen=True, slots=True)
class Range:
    """The stretch of time that is shown, in UTC."""

    start: datetime
    end: datetime

    def at(self, moment: datetime) -> float:
        """The fraction of the range at which an instant lies; below 0 and above 1 outside."""
        return (moment - self.start) / (self.end - self.start)

    def touches(self, start: datetime, end: datetime) -> bool:
        """Whether any part of a half-open stretch lies inside."""
        return start < self.end and self.start < end


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch in which the same holds; `end` may be FOREVER. `preparing`: it lies before its own session."""

    start: datetime
    end: datetime
    shape: str
    preparing: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece as it is drawn: fractions of the range, an end beyond 1 goes on, and a shape of the kit's bars."""

    start: float
    end: float
    shape: str


def pieces(plan: CarePlan, activity: Activity, ask_from: datetime) -> tuple[Piece, ...]:
    """The pieces of an activity in order. What no rule mentions, and every medicine, is one piece of "ask"."""
    windows = plan.of(activity.id)
    asking = not plan.has_rule_everywhere(activity.id)
    if activity.medicine or (asking and not windows):
        return (Piece(ask_from, FOREVER, "ask"),)
    starts = {session.id: session.start for session in plan.sessions}
    edges = {edge for window in windows for edge in (window.start, window.end or FOREVER)}
    edges |= {start for start in starts.values() if any(window.covers(start) for window in windows)}
    if asking:
        edges |= {min(ask_from, min(edges, default=ask_from)), FOREVER}
    line = sorted(edges)
    found: list[Piece] = []
    for start, end in pairwise(line):
        piece = _piece([window for window in windows if window.covers(start)], start, end, starts, asking)
        if piece is None:
            continue
        last = found[-1] if found else None
        if last and (last.end, last.shape, last.preparing) == (piece.start, piece.shape, piece.preparing):
            found[-1] = replace(last, end=piece.end)
        else:
            found.append(piece)
    return tuple(found)


def _piece(
    active: list[RestrictionWindow], start: datetime, end: datetime, starts: dict[str, datetime], asking: bool
) -> Piece | None:
    if not active:
        return Piece(start, end, "ask") if asking else None
    strictest = max(window.strength.rank for window in active)
    deciding = [window for window in active if window.strength.rank == strictest]
    shape = SHAPES[deciding[0].strength]
    preparing = shape != "ask" and all(_preparing(window, end, starts) for window in deciding)
    return Piece(start, end, shape, preparing)


def _preparing(window: RestrictionWindow, end: datetime, starts: dict[str, datetime]) -> bool:
    if window.phase is Phase.DAY:
        return end <= starts[window.decided_session]
    return window.phase is Phase.BEFORE


def bars(course: Iterable[Piece], shown: Range, now: datetime) -> tuple[Bar, ...]:
    """The pieces inside a range as bars. Preparation that is behind us is dim.

    Pieces that follow one another without a gap are over together: only then are they drawn as ended.
    """
    drawn: list[Bar] = []
    for run in _runs(course):
        over = run[-1].end <= now
        for piece in run:
            if not shown.touches(piece.start, piece.end):
                continue
            end = 2.0 if piece.end > shown.end else shown.at(piece.end)
            drawn.append(Bar(max(0.0, shown.at(piece.start)), end, _shape(piece, over, now)))
    return tuple(drawn)


def _shape(piece: Piece, over: bool, now: datetime) -> str:
    if piece.shape == "ask":
        return "ask"
    if piece.preparing:
        return "before" if piece.end <= now else piece.shape
    return "ended" if over else piece.shape


def _runs(course: Iterable[Piece]) -> list[list[Piece]]:
    runs: list[list[Piece]] = []
    for piece in course:
        if runs and runs[-1][-1].end == piece.start:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs
