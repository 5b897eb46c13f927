"""Phrases of Today that go inside a sentence, and countdowns as they are spoken."""
from __future__ import annotations

from datetime import datetime, timedelta

from aftercare.core.activity import Activity
from aftercare.core.protocol import CareProtocol
from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

_AREAS = {"face": marked("Face"), "body": marked("Body"), "scalp": marked("Scalp")}


def inside(when: datetime, now: datetime, zone: str) -> str:
    """A moment inside a sentence: "today, 15:00", "tomorrow, 15:00", "Thu, 15:00" within a week, "22 June, 15:00"."""
    shown = wording.local(when, zone)
    distance = (shown.date() - wording.local(now, zone).date()).days
    time = f"{shown:%H:%M}"
    if distance == 0:
        return _("today, {time}").format(time=time)
    if distance == 1:
        return _("tomorrow, {time}").format(time=time)
    day = wording.weekday(shown.date()) if abs(distance) < 7 else wording.short_date(shown.date())
    return _("{day}, {time}").format(day=day, time=time)


def at(when: datetime, now: datetime, zone: str) -> str:
    """ "Today at 15:00", "Thu 11 June at 15:00"."""
    return _("{day} at {time}").format(
        day=wording.relative_day(when, now, zone), time=wording.clock(when, zone)
    )


def session_moment(session: Session, now: datetime, zone: str) -> str:
    """The appointment as the clinic's clock has it; says so where the device's clock differs."""
    text = wording.moment(session.start, now, session.zone)
    elsewhere = wording.local(session.start, zone).utcoffset() != wording.local(session.start, session.zone).utcoffset()
    return _("{moment}, clinic time").format(moment=text) if elsewhere else text


def session_day(session: Session) -> str:
    """ "Thu 11 June", in the clinic's zone."""
    return wording.full_date(wording.local(session.start, session.zone).date())


def session_title(protocol: CareProtocol, session: Session) -> str:
    """ "Face, injections"; the area is named where the treatment alone does not say it."""
    area = _(_AREAS[session.area]) if session.area in _AREAS and len(protocol.areas) > 1 else ""
    name = _(protocol.name)
    return _("{area}, {treatment}").format(area=area, treatment=lower(name)) if area else name


def spoken_time(left: timedelta) -> str:
    """The countdown in whole words: "5 hours 12 minutes"."""
    if left < wording.MINUTE:
        return _("less than a minute")
    minutes = -(-left // wording.MINUTE)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        hours += minutes > 0
        days, hours, minutes = (days + 1, 0, 0) if hours == 24 else (days, hours, 0)
    return wording.join(
        wording.days_text(days) if days else "",
        ngettext("{count} hour", "{count} hours", hours).format(count=hours) if hours else "",
        ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes) if minutes else "",
    )


def names(activities: list[Activity]) -> str:
    """ "Makeup", "Makeup and sun", "Makeup and 10 more"; lower case after the first."""
    words = [_(activity.name) for activity in activities]
    words = words[:1] + [lower(word) for word in words[1:]]
    if len(words) <= 1:
        return "".join(words)
    if len(words) == 2:
        return _("{first} and {second}").format(first=words[0], second=words[1])
    return _("{first} and {count} more").format(first=words[0], count=len(words) - 1)


def ok_in(left: timedelta) -> str:
    """ "OK in 5 h 12 min", "OK in less than a minute"."""
    if left < wording.MINUTE:
        return _("OK in less than a minute")
    return _("OK in {time}").format(time=wording.countdown(left))


def lower(text: str) -> str:
    """A name or phrase as it goes inside a sentence."""
    return text[:1].lower() + text[1:]


def sentence(*parts: str) -> str:
    """The parts as sentences with one full stop each, for a spoken label."""
    return " ".join(f"{part.rstrip('.')}." if not part.endswith("?") else part for part in parts if part)
