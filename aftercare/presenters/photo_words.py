"""How a picture is called: its side, its day and its moment. Shown in the device's zone, like every instant."""
from __future__ import annotations

from datetime import date

from aftercare.core.photo import Photo, View
from aftercare.presenters import wording
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked, ngettext

VIEWS = {View.LEFT: marked("Left"), View.FRONT: marked("Front"), View.RIGHT: marked("Right")}


def view_word(view: str) -> str:
    """ "Front"; nothing for a side that was not told or is not known."""
    return _(VIEWS[View(view)]) if view in list(View) else ""


def day_number(photo: Photo, snapshot: Snapshot) -> int | None:
    """The day after its session, 0 the session's own; None without a session."""
    session = next((each for each in snapshot.sessions if each.id == photo.session_id), None)
    if session is None:
        return None
    return wording.day_after(session.start, photo.taken, session.zone, snapshot.zone)


def day_word(photo: Photo, snapshot: Snapshot) -> str:
    """ "Day 2", "3 days before", or nothing without a session."""
    day = day_number(photo, snapshot)
    if day is None:
        return ""
    if day < 0:
        return ngettext("{count} day before", "{count} days before", -day).format(count=-day)
    return _("Day {day}").format(day=day)


def date_of(photo: Photo, snapshot: Snapshot) -> str:
    """ "Wed 10 June", with its year where that is another one."""
    return dated(wording.local(photo.taken, snapshot.zone).date(), snapshot)


def dated(day: date, snapshot: Snapshot) -> str:
    """The same for a date."""
    words = wording.full_date(day)
    if day.year == wording.local(snapshot.now, snapshot.zone).year:
        return words
    return _("{date} {year}").format(date=words, year=day.year)


def day_title(photo: Photo, snapshot: Snapshot) -> str:
    """ "Day 2, Wed 10 June"."""
    return _listed(day_word(photo, snapshot), date_of(photo, snapshot))


def spoken(photo: Photo, snapshot: Snapshot) -> str:
    """ "Front, day 0, Mon 8 June, 15:40": what stands for the picture where it is not seen."""
    day = day_word(photo, snapshot)
    return _listed(
        view_word(photo.view) or _("Photo"),
        day[:1].lower() + day[1:],
        date_of(photo, snapshot),
        wording.clock(photo.taken, snapshot.zone),
    )


def caption(photo: Photo, snapshot: Snapshot) -> str:
    """ "Front, 15:40", under a picture whose day stands above."""
    return _listed(view_word(photo.view), wording.clock(photo.taken, snapshot.zone))


def badge(photo: Photo, snapshot: Snapshot) -> str:
    """ "Today", "Mon 8" of the last days, else "8 June": short, for the corner of a picture."""
    shown, today = (wording.local(when, snapshot.zone).date() for when in (photo.taken, snapshot.now))
    if shown == today:
        return _("Today")
    return wording.day_and_number(shown) if abs((today - shown).days) < 7 else wording.short_date(shown)


def badge_within(photo: Photo, snapshot: Snapshot) -> str:
    """ "today" or "Mon 8 June", inside a sentence."""
    shown, today = (wording.local(when, snapshot.zone).date() for when in (photo.taken, snapshot.now))
    return _("today") if shown == today else date_of(photo, snapshot)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
