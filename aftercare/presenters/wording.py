"""Dates, durations and state words as every screen says them. A date always names the weekday.

Every instant is UTC and is shown in the device's zone, which the caller names.
"""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from aftercare.core.activity import Activity
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import zone_named
from aftercare.core.states import State
from aftercare.numerals import number
from aftercare.presenters import calendar_names
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext, pgettext

MINUTE = timedelta(minutes=1)

STATE_WORDS = {
    State.NOT_YET: marked("Not yet"),
    State.WITH_CARE: marked("With care"),
    State.ASK: marked("Ask your clinic"),
    State.OK: marked("OK now"),
}
SHORT_ASK = marked("Ask clinic")
MEDICINE_WORD = marked("Ask first")


def local(moment: datetime, zone: str) -> datetime:
    """The instant as the device shows it; in UTC where a stored zone, of a newer device, is not known here."""
    try:
        return moment.astimezone(zone_named(zone))
    except InvalidInput:
        return moment.astimezone(UTC)


def weekday(day: date) -> str:
    """ "Thu"."""
    return calendar_names.weekday_name(day.weekday())


def month_title(year: int, month: int) -> str:
    """ "June 2026"."""
    return _("{month} {year}").format(month=capital(calendar_names.month_name(month, alone=True)), year=year)


def short_date(day: date) -> str:
    """ "22 June"."""
    return _("{day} {month}").format(day=day.day, month=calendar_names.month_name(day.month))


def day_and_number(day: date) -> str:
    """ "Mon 8", for axes."""
    return _("{weekday} {day}").format(weekday=weekday(day), day=day.day)


def full_date(day: date) -> str:
    """ "Thu 11 June"."""
    return _("{weekday} {date}").format(weekday=weekday(day), date=short_date(day))


def clock(moment: datetime, zone: str) -> str:
    """ "15:00"."""
    return f"{local(moment, zone):%H:%M}"


def moment(when: datetime, now: datetime, zone: str) -> str:
    """ "Today, 15:00", "Tomorrow, 15:00", "Yesterday, 15:00" or "Thu 11 June, 15:00"."""
    return _("{day}, {time}").format(day=relative_day(when, now, zone), time=clock(when, zone))


def moment_within(when: datetime, now: datetime, zone: str) -> str:
    """The same inside a sentence: "today, 15:00", "tomorrow, 15:00", "Thu 11 June, 15:00"."""
    distance = (local(when, zone).date() - local(now, zone).date()).days
    near = {0: _("today, {time}"), 1: _("tomorrow, {time}"), -1: _("yesterday, {time}")}
    return near[distance].format(time=clock(when, zone)) if distance in near else moment(when, now, zone)


def relative_day(when: datetime, now: datetime, zone: str) -> str:
    """ "Today", "Tomorrow", "Yesterday" or "Thu 11 June"."""
    day = local(when, zone).date()
    distance = (day - local(now, zone).date()).days
    near = {0: _("Today"), 1: _("Tomorrow"), -1: _("Yesterday")}
    return near.get(distance) or full_date(day)


def brief_moment(when: datetime, now: datetime, zone: str) -> str:
    """Short, for chips and bars: "Today 15:00", "Thu 15:00" within a week, else "22 June"."""
    shown = local(when, zone)
    distance = (shown.date() - local(now, zone).date()).days
    if distance == 0:
        return _("{day} {time}").format(day=_("Today"), time=clock(when, zone))
    if abs(distance) < 7:
        return _("{day} {time}").format(day=weekday(shown.date()), time=clock(when, zone))
    return short_date(shown.date())


def countdown(left: timedelta) -> str:
    """ "2 days 5 h" from 48 hours up, "1 day 5 h" from 24, "5 h 12 min", "42 min", "Less than a minute".

    Rounded up to the minute, so that it never claims a time that has not come.
    """
    if left < MINUTE:
        return _("Less than a minute")
    minutes = -(-left // MINUTE)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        # Hours are rounded up here, for the same reason.
        hours += minutes > 0
        days, hours = (days + 1, 0) if hours == 24 else (days, hours)
        return join(days_text(days), hours_text(hours) if hours else "")
    return join(hours_text(hours) if hours else "", _("{count} min").format(count=minutes) if minutes else "")


def ago(passed: timedelta) -> str:
    """ "48 min ago", "18 h ago", "2 days ago": in its largest unit, rounded down."""
    if passed < MINUTE:
        return _("Just now")
    minutes = passed // MINUTE
    days, hours = minutes // (24 * 60), minutes // 60
    if days:
        text = days_text(days)
    else:
        text = hours_text(hours) if hours else _("{count} min").format(count=minutes)
    return _("{time} ago").format(time=text)


def days_text(days: int) -> str:
    """ "1 day", "3 days"."""
    return ngettext("{count} day", "{count} days", days).format(count=days)


def hours_text(hours: float) -> str:
    """ "48 h"."""
    return _("{count} h").format(count=number(hours))


def length(hours: float) -> str:
    """A rule's hours in words: "3 days" where they are whole days, else "36 h"."""
    return days_text(int(hours // 24)) if hours >= 24 and hours % 24 == 0 else hours_text(hours)


def length_range(hours: tuple[float, float]) -> str:
    """ "1 to 3 days", "2 days", "20 to 36 h"."""
    least, most = hours
    if least == most:
        return length(most)
    if least >= 24 and least % 24 == 0 and most % 24 == 0:
        return pgettext("of numbers", "{least} to {most}").format(least=int(least // 24), most=length(most))
    if least == 0:
        return _("up to {most}").format(most=length(most))
    return _("{least} to {most}").format(least=length(least), most=length(most))


def capital(text: str) -> str:
    """The text with a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]


def join(*parts: str) -> str:
    """The parts that are not empty, with a space between."""
    return " ".join(part for part in parts if part)


def state_word(state: State, activity: Activity, short: bool = False) -> str:
    """ "Not yet", "With care", "OK now", "Ask your clinic" (short: "Ask clinic"); a medicine reads "Ask first"."""
    if activity.medicine:
        return pgettext("on a tile", "Ask first") if short else _(MEDICINE_WORD)
    return _short_word(state) if short else _(STATE_WORDS[state])


def _short_word(state: State) -> str:
    short = {
        State.NOT_YET: pgettext("on a tile", "Not yet"),
        State.OK: pgettext("on a tile", "OK now"),
        State.ASK: _(SHORT_ASK),
    }
    return short.get(state) or _(STATE_WORDS[state])


def day_after(session_start: datetime, now: datetime, session_zone: str, zone: str) -> int:
    """Day 0 is the session's own calendar date in the clinic's zone; today is the device's date."""
    return (local(now, zone).date() - local(session_start, session_zone).date()).days
