"""What to stop before a session, and since when."""
from __future__ import annotations

from datetime import datetime, timedelta

from aftercare.core.activity import Activity
from aftercare.core.plan import RestrictionWindow
from aftercare.core.protocol import Phase, Strength
from aftercare.core.session import Session
from aftercare.core.states import State
from aftercare.presenters import weekday_phrases, wording
from aftercare.presenters.today_limits import Courses, span_at
from aftercare.presenters.today_lists_state import StopList, StopRow
from aftercare.presenters.today_words import inside, sentence
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

RANKS = {"before_stop": 0, "with_care": 1, "not_yet": 2, "ask": 3, "ok": 4}
HOUR = timedelta(hours=1)


def stop_list(snapshot: Snapshot, session: Session, states: Courses, heading: str, subtitle: str = "") -> StopList:
    """Every activity with a window before a session or on its day: what holds now, then the soonest."""
    found = []
    for index, activity in enumerate(snapshot.activities):
        window = first_window(snapshot, session, activity)
        if window is not None:
            row = _row(snapshot, session, activity, window, states)
            found.append(((RANKS[row.chip], window.start if row.chip == "ok" else snapshot.now, index), row))
    rows = tuple(row for _key, row in sorted(found, key=lambda pair: pair[0]))
    now = sum(row.chip == "before_stop" for row in rows)
    ask = sum(row.chip == "ask" for row in rows)
    return StopList(heading, subtitle, _count(now, ask), rows)


def _count(now: int, ask: int) -> str:
    if now and ask:
        return _("{now} now, {ask} to ask").format(now=now, ask=ask)
    return _("{count} now").format(count=now) if now else _("{count} to ask").format(count=ask) if ask else ""


def first_window(snapshot: Snapshot, session: Session, activity: Activity) -> RestrictionWindow | None:
    """The window of an activity that begins first before a session; its timed ones decide over a question."""
    own = [
        window
        for window in snapshot.plan.parts
        if window.activity == activity.id
        and window.phase is not Phase.AFTER
        and window.sessions == (session.id,)
        and window.start < session.start
    ]
    return min(own, key=lambda w: (w.strength is Strength.ASK, w.start), default=None)


def starts(snapshot: Snapshot, session: Session) -> dict[datetime, list[Activity]]:
    """What has to be stopped at which instant still to come; medicines and questions are not stopped."""
    found: dict[datetime, list[Activity]] = {}
    for activity in snapshot.activities:
        window = None if activity.medicine else first_window(snapshot, session, activity)
        if window is not None and window.strength is Strength.AVOID and window.start > snapshot.now:
            found.setdefault(window.start, []).append(activity)
    return dict(sorted(found.items()))


def _row(
    snapshot: Snapshot, session: Session, activity: Activity, window: RestrictionWindow, states: Courses
) -> StopRow:
    now, zone = snapshot.now, snapshot.zone
    state = span_at(states[activity.id], now).state
    line = _line(session, activity, window)
    if activity.medicine:
        chip, word = "ask", wording.state_word(State.ASK, activity)
        line = _("Bought it yourself? Wait. Prescribed? Keep taking it and tell your clinic.")
    elif window.strength is Strength.ASK:
        chip, word = "ask", _(wording.SHORT_ASK)
    elif window.start <= now:
        care = window.strength is Strength.LIMIT
        chip, word = ("with_care", _(wording.STATE_WORDS[State.WITH_CARE])) if care else ("before_stop", _("Stop now"))
    elif state is State.NOT_YET:
        # The last session still forbids it, so it is not "OK until" anything.
        chip, word = "not_yet", _(wording.STATE_WORDS[state])
    elif state is State.WITH_CARE:
        chip, word = "with_care", _(wording.STATE_WORDS[state])
    elif state is State.ASK:
        chip, word = "ask", _(wording.SHORT_ASK)
    else:
        chip, word = "ok", _("OK until {time}").format(time=_begin(window, now, zone))
    name = _(activity.name)
    tone = {"before_stop": "notyet", "not_yet": "notyet", "with_care": "care"}.get(chip, chip)
    return StopRow(
        activity.id, activity.icon, tone, chip, word, name, line,
        sentence(name, word, line, _("Opens details")),
    )  # fmt: skip


def _begin(window: RestrictionWindow, now: datetime, zone: str) -> str:
    """ "Mon" for the first minute of a day within a week, else the moment."""
    shown = wording.local(window.start, zone)
    away = (shown.date() - wording.local(now, zone).date()).days
    if away >= 7:
        return wording.short_date(shown.date())
    if window.phase is Phase.DAY and (shown.hour, shown.minute) == (0, 0) and away > 1:
        return wording.weekday(shown.date())
    return inside(window.start, now, zone)


def _line(session: Session, activity: Activity, window: RestrictionWindow) -> str:
    if window.strength is Strength.ASK:
        return _(activity.while_asking) or _("No time known")
    if window.phase is Phase.DAY:
        day = weekday_phrases.on(wording.local(session.start, session.zone).date())
        if window.strength is Strength.LIMIT:
            return _("{advice} {on_weekday}").format(advice=_(activity.while_limited), on_weekday=day)
        return _("None {on_weekday}, the day itself").format(on_weekday=day)
    hours = (session.start - window.start) / HOUR
    if window.strength is Strength.LIMIT:
        return _("{advice} for {time} before your session").format(
            advice=_(activity.while_limited), time=wording.length(hours)
        )
    return _("None for {time} before your session").format(time=wording.length(hours))


def left_days(snapshot: Snapshot, session: Session) -> int:
    """Calendar days to a session, by the clinic's date."""
    return -wording.day_after(session.start, snapshot.now, session.zone, snapshot.zone)


def in_days(days: int) -> str:
    """ "today", "tomorrow", "in 4 days"."""
    if days <= 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return ngettext("in {count} day", "in {count} days", days).format(count=days)
