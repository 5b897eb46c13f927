"""The timeline: each limit from its beginning to its end, with a line at now."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.timeline_bars import Range
from aftercare.presenters.timeline_groups import TimelineGroup, groups
from aftercare.presenters.timeline_range import Axis, axis, before, three_days, whole
from aftercare.presenters.timeline_rows import Entry, TimelineRow, before_row, compact, entries, row
from aftercare.presenters.timeline_sessions import EVERY_SESSION as EVERY_SESSION
from aftercare.presenters.timeline_sessions import offered_sessions, session_options
from aftercare.presenters.version_words import newer_times
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import pgettext

ALL, DAYS, BEFORE = "all", "days", "before"


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What the patient chose to look at: the scale, a session's id (empty: all of them), cards or rows.

    `session` None: nothing was chosen, and the present session is shown, whichever that comes to be.
    """

    scale: str = ALL
    session: str | None = None
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands where nothing can be shown yet."""

    title: str
    text: str
    action: str


@dataclass(frozen=True, slots=True)
class TimelineState:
    """Everything the timeline shows. Fractions are of the shown range; `now` is None where it lies outside.

    `sessions` is empty where there is nothing to choose, `session` is the shown one (empty: all). `mark` is the
    fraction of the coming session. `columns` of the axis are day cards. `legend` holds (shape of a bar, word).
    `notice` is what has to be known of the whole plan.
    """

    title: str
    help: str
    view: TimelineView
    session: str
    sessions: tuple[tuple[str, str], ...]
    scales: tuple[tuple[str, str], ...]
    heading: str
    toggle: str
    now: float | None
    mark: float | None
    axis: Axis
    rows: tuple[TimelineRow, ...]
    groups: tuple[TimelineGroup, ...]
    legend: tuple[tuple[str, str], ...]
    note: str
    now_spoken: str
    empty: Empty | None = None
    notice: str = ""


def follow(view: TimelineView, intent: str, payload: Mapping[str, Any]) -> TimelineView:
    """The view after "timeline-scale" (scale=), "timeline-session" (session=) or "timeline-grouped" (grouped=)."""
    names = {"timeline-scale": "scale", "timeline-session": "session", "timeline-grouped": "grouped"}
    if intent not in names:
        return view
    return replace(view, **{names[intent]: payload[names[intent]]})


def build_state(snapshot: Snapshot, view: TimelineView | None = None) -> TimelineState:
    """The timeline of the present plan. A view of a session that is gone falls back to the usual one."""
    view = view or TimelineView()
    sessions = snapshot.plan.sessions
    if not sessions:
        return _empty(view, bool(snapshot.sessions))
    offered = offered_sessions(snapshot)
    chosen = next((s for s in offered if s.id == view.session), None)
    if chosen is None and view.session != EVERY_SESSION:
        chosen = snapshot.last or snapshot.next
    offers = [session.id for session in offered] if len(offered) > 1 else []
    view = replace(view, session=view.session if view.session in (*offers, EVERY_SESSION) and offers else None)
    looked_at = (chosen,) if chosen else sessions
    target = _target(chosen, snapshot)
    shown = _range(view.scale, looked_at, target, snapshot)
    found = entries(snapshot, shown.start if view.scale == BEFORE else looked_at[0].start)
    rows = _rows(view.scale, found, shown, target, snapshot)
    grouped = view.grouped and view.scale == ALL
    now = shown.at(snapshot.now)
    return TimelineState(
        title=_("Timeline"),
        help=_("Feels wrong?"),
        view=view,
        session=chosen.id if chosen else EVERY_SESSION,
        sessions=session_options(offered, snapshot),
        scales=((DAYS, _("3 days")), (ALL, _("All days")), (BEFORE, _("Before"))),
        heading=_heading(view.scale, grouped),
        toggle=(_("One by one") if view.grouped else _("What ends when")) if view.scale == ALL else "",
        now=now if 0 <= now <= 1 else None,
        mark=shown.at(target.start) if view.scale == BEFORE else None,
        axis=axis(
            shown, [target.start] if view.scale == BEFORE else [s.start for s in looked_at],
            snapshot.now, snapshot.zone, view.scale == DAYS,
        ),
        rows=rows,
        groups=groups(found, shown, snapshot) if view.scale == ALL else (),
        legend=_legend(rows) if view.scale == ALL else (),
        note=_note(view.scale, rows, target, snapshot),
        notice=newer_times(snapshot),
        now_spoken=_("Now: {when}").format(when=wording.moment(snapshot.now, snapshot.now, snapshot.zone)),
    )


def _target(chosen: Session | None, snapshot: Snapshot) -> Session:
    if chosen is not None and chosen.start > snapshot.now:
        return chosen
    return snapshot.next or chosen or snapshot.plan.sessions[-1]


def _range(scale: str, looked_at: tuple[Session, ...], target: Session, snapshot: Snapshot) -> Range:
    if scale == DAYS:
        return three_days(snapshot.now, snapshot.zone)
    if scale == BEFORE:
        return before(snapshot.plan, target, snapshot.zone)
    return whole(snapshot.plan, looked_at, snapshot.now, snapshot.zone)


def _rows(
    scale: str, found: tuple[Entry, ...], shown: Range, target: Session, snapshot: Snapshot
) -> tuple[TimelineRow, ...]:
    if scale == BEFORE:
        made = (before_row(entry, shown, target.start, snapshot) for entry in found)
        return tuple(each for each in made if each is not None)
    if scale == DAYS:
        open_now = [e for e in found if any(p.end > snapshot.now and shown.touches(p.start, p.end) for p in e.course)]
        return compact([row(entry, shown, snapshot) for entry in open_now], open_now)
    return tuple(row(entry, shown, snapshot) for entry in found)


def _heading(scale: str, grouped: bool) -> str:
    if scale != ALL:
        return ""
    return _("What ends when") if grouped else _("One by one")


def _legend(rows: tuple[TimelineRow, ...]) -> tuple[tuple[str, str], ...]:
    words = {
        "before": _("Before"), "avoid": _("Not yet"), "limit": _("With care"),
        "ended": pgettext("of a limit", "Done"), "ask": _("Ask"),
    }  # fmt: skip
    there = {bar.shape for each in rows for bar in each.bars}
    return tuple((shape, word) for shape, word in words.items() if shape in there)


def _note(scale: str, rows: tuple[TimelineRow, ...], target: Session, snapshot: Snapshot) -> str:
    if scale == BEFORE:
        if target.start <= snapshot.now:
            return _("This session has begun. The time to stop is over.")
        return _("A bar is the time to stop. Dots mean ask first.")
    if scale == DAYS and all(each.tone == "ask" for each in rows):
        return _("No limit ends in these 3 days.")
    return ""


def _empty(view: TimelineView, had_some: bool) -> TimelineState:
    title = _("No limits now") if had_some else _("No session yet")
    text = (
        _("Your sessions are over or cancelled. Add the next one at any time.")
        if had_some
        else _("Add one, past or coming up. We work out your times.")
    )
    return TimelineState(
        title=_("Timeline"), help=_("Feels wrong?"), view=view, session=EVERY_SESSION, sessions=(), scales=(),
        heading="", toggle="", now=None, mark=None, axis=Axis((), ()), rows=(), groups=(), legend=(), note="",
        now_spoken="", empty=Empty(title, text, _("Add my session")),
    )  # fmt: skip
