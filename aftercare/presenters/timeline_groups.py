"""What ends when: activities of the same state and end on one card."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from aftercare.core.states import State, spans
from aftercare.presenters import wording
from aftercare.presenters.timeline_bars import Bar, Range, bars
from aftercare.presenters.timeline_rows import Entry, tone_of
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# A day of the past week needs no date.
DAYS_BY_NAME = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Chip:
    """One activity on a card."""

    activity: str
    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """A card: when, how long that is, the state, who it is about, and one bar for all."""

    key: str
    title: str
    detail: str
    tone: str
    status: str
    chips: tuple[Chip, ...]
    bars: tuple[Bar, ...]
    spoken: str


def groups(found: Iterable[Entry], shown: Range, snapshot: Snapshot) -> tuple[TimelineGroup, ...]:
    """The cards: the soonest end first, questions before what is over."""
    sorted_out: dict[object, list[Entry]] = {}
    for entry in found:
        then = _then(entry, snapshot) if entry.held else None
        sorted_out.setdefault((entry.rank, entry.state.state, then), []).append(entry)
    return tuple(_group(members, shown, snapshot) for members in sorted_out.values())


def _group(members: list[Entry], shown: Range, snapshot: Snapshot) -> TimelineGroup:
    first = members[0]
    title, detail = _words(members, snapshot)
    word = wording.STATE_WORDS[first.state.state]
    drawn = [
        bars([p for p in entry.course if not (p.preparing and p.end <= snapshot.now)], shown, snapshot.now)
        for entry in members
    ]
    names = ", ".join(_(entry.activity.name) for entry in members)
    return TimelineGroup(
        # Stable while the card stands for the same thing, so that a new minute keeps its widget.
        key=f"{first.state.state}:{first.rank[1]}:{_then(first, snapshot) if first.held else None}",
        title=title,
        detail=detail,
        tone=tone_of(first),
        status=_(word),
        chips=tuple(Chip(e.activity.id, _(e.activity.name), e.activity.icon) for e in members),
        bars=max(drawn, key=lambda each: sum(bar.end - bar.start for bar in each)),
        spoken=_("{title}: {names}. {state}. {detail}")
        .format(title=title, names=names, state=_(word), detail=detail)
        .strip(),
    )


def _words(members: list[Entry], snapshot: Snapshot) -> tuple[str, str]:
    first, until = members[0], members[0].state.until
    if first.state.state is State.ASK:
        medicines = [_(entry.activity.name) for entry in members if entry.activity.medicine]
        ask_first = _("{medicine}: ask first.").format(medicine=", ".join(medicines)) if medicines else ""
        return _("No time known"), wording.join(_("When in doubt, wait."), ask_first)
    if until is None:
        return _over([entry.ended for entry in members], snapshot)
    title = wording.moment(until, snapshot.now, snapshot.zone)
    if first.state.state is State.OK:
        within = wording.moment_within(until, snapshot.now, snapshot.zone)
        return _("OK until {when}").format(when=within), _("Then the limits for your session begin.")
    left = _("In {time}").format(time=wording.countdown(until - snapshot.now))
    then = _then(first, snapshot)
    if then is State.ASK:
        return title, wording.join(left + ".", _("Then ask your clinic."))
    if then is State.WITH_CARE:
        return title, wording.join(left + ".", _("Then with care."))
    if first.state.state is State.WITH_CARE and len(members) == 1 and first.activity.while_limited:
        return title, _(first.activity.while_limited)
    return title, left


def _then(entry: Entry, snapshot: Snapshot) -> State:
    following = (span for span in spans(snapshot.plan, entry.activity) if span.start == entry.state.until)
    return next((span.state for span in following), State.OK)


def _over(ends: list[datetime | None], snapshot: Snapshot) -> tuple[str, str]:
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return _("OK now"), ""
    last = max(known)
    if snapshot.now - last < DAYS_BY_NAME:
        day = wording.weekday(wording.local(last, snapshot.zone).date())
        when = _("{day}, {time}").format(day=day, time=wording.clock(last, snapshot.zone))
    else:
        when = wording.moment(last, snapshot.now, snapshot.zone)
    if len(set(known)) > 1:
        return _("Already ended"), _("The last on {when}").format(when=when)
    patterns = {1: _("On {when}"), 2: _("Both on {when}")}
    return _("Already ended"), patterns.get(len(known), _("All on {when}")).format(when=when)
