"""One tile an activity: its state now, until when, and how far its limit has run."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aftercare.core.activity import Activity
from aftercare.core.merge import FOREVER
from aftercare.core.session import ClinicOverride, Session
from aftercare.core.states import Span, State
from aftercare.presenters import wording
from aftercare.presenters.today_limits import Courses, Run, fraction, run_at, span_at
from aftercare.presenters.today_state import Count, TileState, TodayView
from aftercare.presenters.today_words import inside, ok_in, sentence, session_day, spoken_time
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked, pgettext

FIRST = 8
RANKS = {State.NOT_YET: 0, State.WITH_CARE: 1, State.ASK: 2, State.OK: 3}
PILL_WORDS = {
    State.OK: marked("OK"),
    State.WITH_CARE: wording.STATE_WORDS[State.WITH_CARE],
    State.NOT_YET: wording.STATE_WORDS[State.NOT_YET],
    State.ASK: wording.SHORT_ASK,
}


def all_tiles(snapshot: Snapshot, states: Courses) -> tuple[TileState, ...]:
    """Every activity, what ends first in front: not yet, with care, ask, OK."""
    order = sorted(
        enumerate(snapshot.activities), key=lambda pair: (*_urgency(snapshot, pair[1], states), pair[0])
    )
    return tuple(tile(snapshot, activity, states) for _index, activity in order)


def countdowns(snapshot: Snapshot, states: Courses) -> list[datetime]:
    """The instants to which tiles count down."""
    runs = (run_at(states[a.id], snapshot.now) for a in snapshot.activities if not a.medicine)
    return [run.end for run in runs if run is not None and run.then is State.OK]


def shown(tiles: Sequence[TileState], view: TodayView) -> tuple[TileState, ...]:
    """The tiles that the view asks for, in the order in which they already stand on the screen."""
    places = {activity: index for index, activity in enumerate(view.order)}
    kept = sorted(tiles, key=lambda tile: places.get(tile.activity, len(places)))
    if view.filter:
        return tuple(tile for tile in kept if tile.tone == view.filter)
    return tuple(kept if view.expanded else kept[:FIRST])


def counts(tiles: Sequence[TileState], view: TodayView) -> tuple[Count, ...]:
    """The four count pills; one that counts nothing is left out."""
    found = []
    for state in PILL_WORDS:
        count = sum(tile.tone == state for tile in tiles)
        if not count:
            continue
        word = pgettext("on a tile", "Not yet") if state is State.NOT_YET else _(PILL_WORDS[state])
        on = view.filter == state
        spoken = (
            _("Shows only {state}. Tap again for all.").format(state=word)
            if on
            else _("{state}, {count}. Shows only these.").format(state=word, count=count)
        )
        found.append(Count(state.value, count, word, on, spoken))
    return tuple(found)


def tile(snapshot: Snapshot, activity: Activity, states: Courses) -> TileState:
    """One activity as its tile says it."""
    course, now = states[activity.id], snapshot.now
    span, run = span_at(course, now), run_at(course, now)
    name = _(activity.name)
    word = wording.state_word(span.state, activity, short=True)
    full = wording.state_word(span.state, activity)
    if activity.medicine:
        line = _("Prescribed? Keep taking it.")
        spoken = _("If prescribed, keep taking it and tell your clinic.")
    elif run is not None:
        line = _limited(snapshot, activity, span, run)
        soon = span.state is State.NOT_YET and _counts_down(snapshot, span, run)
        spoken = _("OK in {time}").format(time=spoken_time(run.end - now)) if soon else line.replace("\n", ". ")
    elif span.state is State.ASK:
        ruled = bool(span.windows)
        line = _(activity.while_asking) if ruled and activity.while_asking else _no_time(ruled)
        spoken = line if ruled else _("No article gives a time")
    else:
        line = spoken = _free(snapshot, activity, span)
    dots = activity.medicine or span.state is State.ASK or (run is None and span.state is not State.OK)
    return TileState(
        activity=activity.id,
        icon=activity.icon,
        tone=span.state.value,
        word=word,
        name=name,
        line=line,
        fraction=None if dots else _fraction(snapshot, run),
        spoken=sentence(name, full, spoken, _("Opens details")),
    )


def _urgency(snapshot: Snapshot, activity: Activity, states: Courses) -> tuple[int, datetime]:
    course = states[activity.id]
    span, run = span_at(course, snapshot.now), run_at(course, snapshot.now)
    # A medicine stands behind the other questions: it is the one that needs reading, not asking again.
    return RANKS[span.state], run.end if run else FOREVER


def _counts_down(snapshot: Snapshot, span: Span, run: Run) -> bool:
    """Whether the end is near enough to be counted in hours and minutes."""
    if run.then is not State.OK or span.end != run.end or _deciding(snapshot, run) is not None:
        return False
    today = wording.relative_day(run.end, snapshot.now, snapshot.zone) == _("Today")
    return today or run.end - snapshot.now <= wording.MINUTE * 12 * 60


def _limited(snapshot: Snapshot, activity: Activity, span: Span, run: Run) -> str:
    now, zone = snapshot.now, snapshot.zone
    advice = _(activity.while_limited)
    session = _deciding(snapshot, run)
    if session is not None:
        return _("Before your session on {date}").format(date=session_day(session))
    until = inside(span.end or run.end, now, zone)
    if span.state is State.WITH_CARE:
        asks = run.then is not State.OK and span.end == run.end
        return f"{advice}\n" + (_("Then ask your clinic") if asks else _("Until {time}").format(time=until))
    if _counts_down(snapshot, span, run):
        return ok_in(run.end - now)
    if span.end != run.end:
        return _("With care from {time}").format(time=until)
    if run.then is not State.OK:
        return _("Until {time}, then ask your clinic").format(time=until)
    earlier = _earlier(snapshot, span)
    if earlier is not None:
        return _("Until {time}, from your session on {date}").format(time=until, date=session_day(earlier))
    # Within a week the weekday is enough, and a tile is narrow.
    return wording.capital(until)


def _deciding(snapshot: Snapshot, run: Run) -> Session | None:
    """The coming session, where a limit only ends after it."""
    coming = snapshot.next
    return coming if coming is not None and run.end >= coming.start else None


def _earlier(snapshot: Snapshot, span: Span) -> Session | None:
    """An earlier session than the last, where that one decides."""
    last = snapshot.last
    ends = [w for w in span.windows if w.covers(snapshot.now) and w.end == span.end]
    if last is None or not ends or any(window.decided_session == last.id for window in ends):
        return None
    return snapshot.plan.session(ends[0].decided_session)


def _no_time(ruled: bool) -> str:
    return _("No time known") if ruled else _("No rule found")


def _free(snapshot: Snapshot, activity: Activity, span: Span) -> str:
    now, zone = snapshot.now, snapshot.zone
    if span.end is not None:
        return _("OK until {time}").format(time=inside(span.end, now, zone))
    if any(_said_fine(override, activity, snapshot) for override in snapshot.overrides):
        return _("OK, said your clinic")
    if span.start is not None:
        return _("Ended {time}").format(time=inside(span.start, now, zone))
    return _("No limit")


def _said_fine(override: ClinicOverride, activity: Activity, snapshot: Snapshot) -> bool:
    last = snapshot.last
    ours = last is not None and override.session_id == last.id and override.activity == activity.id
    return ours and not override.hours


def _fraction(snapshot: Snapshot, run: Run | None) -> float:
    if run is None:
        return 1.0
    last = snapshot.last
    return fraction(max(run.start, last.start) if last else run.start, run.end, snapshot.now)
