"""One row an activity: its bars, and in words what holds now and until when."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from aftercare.core.activity import Activity
from aftercare.core.merge import FOREVER
from aftercare.core.states import ActivityState, State, state_at
from aftercare.presenters import wording
from aftercare.presenters.timeline_bars import Bar, Piece, Range, bars, pieces
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A row as it is shown. `activity` is empty for a row that stands for several, which are its `members`.

    `tone` is a state of the kit's statuses. `spoken` says the row in one breath.
    """

    key: str
    activity: str
    name: str
    icon: str
    tone: str
    status: str
    bars: tuple[Bar, ...]
    spoken: str
    members: tuple[TimelineRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An activity with what the rows, their order and their groups are decided from."""

    activity: Activity
    state: ActivityState
    course: tuple[Piece, ...]
    ended: datetime | None

    @property
    def held(self) -> bool:
        """Whether it is "not yet" or "with care" now."""
        return self.state.state in (State.NOT_YET, State.WITH_CARE)

    @property
    def rank(self) -> tuple[int, datetime]:
        """Held by their end, then what will be held, then questions, then what is over."""
        if self.held or (self.state.state is State.OK and self.state.until):
            return (0 if self.held else 1, self.state.until or FOREVER)
        return (2 if self.state.state is State.ASK else 3, FOREVER)


def entries(snapshot: Snapshot, ask_from: datetime) -> tuple[Entry, ...]:
    """Every activity, in the order of the list."""
    found = []
    for activity in snapshot.activities:
        course = pieces(snapshot.plan, activity, ask_from)
        past = [piece.end for piece in course if piece.end <= snapshot.now and piece.shape != "ask"]
        found.append(Entry(activity, state_at(snapshot.plan, activity, snapshot.now), course, max(past, default=None)))
    return tuple(sorted(found, key=lambda entry: entry.rank))


def tone_of(entry: Entry) -> str:
    """The state as the kit's statuses name it."""
    return entry.state.state.value


def status(entry: Entry, snapshot: Snapshot) -> str:
    """ "Not yet · Today 15:00", "With care · until Thu 15:00", "OK until Fri 15:00", "Ask your clinic"."""
    word = wording.state_word(entry.state.state, entry.activity)
    until = entry.state.until
    if entry.activity.medicine or until is None or entry.state.state is State.ASK:
        return word
    when = wording.brief_moment(until, snapshot.now, snapshot.zone)
    if entry.state.state is State.NOT_YET:
        return _("{state} · {when}").format(state=word, when=when)
    if entry.state.state is State.WITH_CARE:
        return _("{state} · until {when}").format(state=word, when=when)
    return _("OK until {when}").format(when=when)


def row(entry: Entry, shown: Range, snapshot: Snapshot) -> TimelineRow:
    """The row of one activity."""
    name = _(entry.activity.name)
    return TimelineRow(
        key=entry.activity.id,
        activity=entry.activity.id,
        name=name,
        icon=entry.activity.icon,
        tone=tone_of(entry),
        status=status(entry, snapshot),
        bars=bars(entry.course, shown, snapshot.now),
        spoken=spoken(entry, snapshot),
    )


def spoken(entry: Entry, snapshot: Snapshot) -> str:
    """The row for the ear: name, state, from when to when."""
    name, state = _(entry.activity.name), entry.state
    word = wording.state_word(state.state, entry.activity)
    if entry.activity.medicine:
        return _("{name}. Ask first. If prescribed, keep taking it and tell your clinic.").format(name=name)
    if state.state is State.ASK:
        return _("{name}. No end known. Ask your clinic.").format(name=name)
    if state.until is None:
        return _("{name}. {state}.").format(name=name, state=word)
    until = _dated(state.until, snapshot.zone)
    if state.state is State.OK:
        return _("{name}. OK until {until}.").format(name=name, until=until)
    began = min((window.start for window in state.windows), default=snapshot.now)
    start = _dated(began, snapshot.zone)
    return _("{name}. {state}. From {start} to {until}.").format(name=name, state=word, start=start, until=until)


def compact(rows: Iterable[TimelineRow], found: Iterable[Entry]) -> tuple[TimelineRow, ...]:
    """Rows of the same state and end made one; the first names it and counts the others."""
    groups: dict[object, list[TimelineRow]] = {}
    for each, entry in zip(rows, found, strict=True):
        groups.setdefault((entry.state.state, entry.rank), []).append(each)
    return tuple(_together(members) if len(members) > 1 else members[0] for members in groups.values())


def _together(members: list[TimelineRow]) -> TimelineRow:
    first, count = members[0], len(members)
    names = ", ".join(member.name for member in members)
    if first.tone == State.ASK.value:
        name, icon, word = _("{count} to ask").format(count=count), "hospital", _("Ask your clinic")
    else:
        name = _("{name} and {count} more").format(name=first.name, count=count - 1)
        icon, word = first.icon, first.status
    return replace(
        first,
        key="+".join(member.key for member in members),
        activity="",
        name=name,
        icon=icon,
        status=word,
        bars=max(members, key=lambda member: sum(bar.end - bar.start for bar in member.bars)).bars,
        spoken=_("{name}: {names}. {state}. Opens the list.").format(name=name, names=names, state=word),
        members=tuple(members),
    )


def before_row(entry: Entry, shown: Range, session_start: datetime, snapshot: Snapshot) -> TimelineRow | None:
    """The row of an activity in the days before a session; None where nothing has to stop and nothing is asked."""
    course = [replace(p, end=min(p.end, session_start)) for p in entry.course if p.start < session_start]
    course = [p for p in course if shown.touches(p.start, p.end)]
    if not course:
        return None
    plain = replace(row(entry, shown, snapshot), bars=bars(course, shown, snapshot.now))
    if session_start <= snapshot.now or entry.activity.medicine:
        return plain
    current = next((p for p in course if p.preparing and p.start <= snapshot.now < p.end), None)
    if current and current.shape == "avoid":
        return replace(plain, tone="before_stop", status=_("Stop now"), spoken=_stop(entry, snapshot, session_start))
    return plain


def _stop(entry: Entry, snapshot: Snapshot, session_start: datetime) -> str:
    when = _dated(session_start, snapshot.zone)
    return _("{name}. Stop now, until your session: {when}.").format(name=_(entry.activity.name), when=when)


def _dated(moment: datetime, zone: str) -> str:
    day = wording.full_date(wording.local(moment, zone).date())
    return _("{day}, {time}").format(day=day, time=wording.clock(moment, zone))
