"""The second step: coming up or done, the day, the time, and the clinic's time zone."""
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from aftercare.core.errors import InvalidInput
from aftercare.core.instants import EARLIEST, LATEST, generated, zone_named
from aftercare.presenters import add_session_zones as zones
from aftercare.presenters.add_session_draft import DONE, PLANNED, Draft
from aftercare.presenters.add_session_plan import dated
from aftercare.presenters.wording import clock, full_date, weekday
from aftercare.words import gettext as _

LONG_AGO = dt.timedelta(days=60)
FAR_AHEAD = dt.timedelta(days=2 * 365)
_SUNDAY_FIRST = frozenset(("en_US", "en_CA", "he", "ja", "pt_BR"))


@dataclass(frozen=True, slots=True)
class WhenState:
    """`notes` are calm remarks that block nothing. `zone` is the clinic's; `zone_words` names it at `moment` (UTC).

    `first` to `last` are the days that can be chosen; `first_weekday` 0 is Monday.
    """

    title: str
    timings: tuple[tuple[str, str], ...]
    timing: str
    date: dt.date | None
    today: dt.date
    first: dt.date
    last: dt.date
    first_weekday: int
    time_label: str
    time_words: str
    earlier: str
    later: str
    moment: dt.datetime
    zone: str
    zone_words: str
    zone_note: str
    zone_link: str
    zone_back: str
    device_zone: str
    search_label: str
    search_hint: str
    search_none: str
    info: str
    type_link: str
    type_date: str
    type_time: str
    typed_date: str
    typed_time: str
    notes: tuple[str, ...]


def when_state(draft: Draft, now: dt.datetime, zone: str, language: str) -> WhenState:
    """The step for a draft; `now` is UTC, `zone` the device's."""
    done = draft.timing == DONE
    place = draft.zone if _offset(draft.zone, now) else zone
    moment = _moment(draft)
    return WhenState(
        title=_("When is your session?"),
        timings=((PLANNED, _("Coming up")), (DONE, _("Already done"))),
        timing=draft.timing,
        date=draft.date,
        today=now.astimezone(zone_named(place)).date(),
        first=EARLIEST,
        last=LATEST - dt.timedelta(days=1),
        first_weekday=6 if language in _SUNDAY_FIRST else 0,
        time_label=_("When did it end?") if done else _("When does it start?"),
        time_words=f"{draft.time:%H:%M}" if draft.time else _("No time yet"),
        earlier=_("15 minutes earlier"),
        later=_("15 minutes later"),
        moment=moment or now,
        zone=draft.zone,
        zone_words=zones.label(draft.zone, moment or now),
        zone_note=_elsewhere(draft.zone, zone, moment),
        zone_link=_("Clinic in another time zone?"),
        zone_back=_("Use {zone}").format(zone=zones.label(zone, moment or now)) if draft.zone != zone else "",
        device_zone=zone,
        search_label=_("City of your clinic"),
        search_hint=_("Lisbon"),
        search_none=_("No city found. Try a large city in the same country."),
        info=_info(done),
        type_link=_("Type date and time"),
        type_date=_("Date, such as 8 June 2026"),
        type_time=_("Time, such as 15:10"),
        typed_date=draft.typed_date or (dated_in_full(draft.date) if draft.date else ""),
        typed_time=draft.typed_time or (f"{draft.time:%H:%M}" if draft.time else ""),
        notes=_notes(draft, moment, now),
    )


def dated_in_full(day: dt.date) -> str:
    """ "2026-06-08": a form that the date field reads in every language."""
    return day.isoformat()


def wall_words(day: dt.date, at: dt.time, now: dt.datetime, zone: str) -> str:
    """ "Mon 8 June, 15:00", with the year where it is not this one."""
    return _("{weekday} {date}, {time}").format(
        weekday=weekday(day), date=dated(day, now, zone), time=f"{at:%H:%M}"
    )


def _info(done: bool) -> str:
    if done:
        return _("Your times start when the session ends. A rough time is fine.")
    return _("Your times count from the session. A rough time is fine.")


def _offset(zone: str, moment: dt.datetime) -> str:
    try:
        return zones.offset(zone, moment)
    except InvalidInput:
        return ""


def _moment(draft: Draft) -> dt.datetime | None:
    if draft.date is None or draft.time is None or not EARLIEST <= draft.date < LATEST:
        return None
    try:
        return generated(dt.datetime.combine(draft.date, draft.time), zone_named(draft.zone))
    except InvalidInput:
        return None


def _elsewhere(clinic: str, device: str, moment: dt.datetime | None) -> str:
    """What the clinic's time is on the patient's clock, where the two differ."""
    if moment is None or _offset(clinic, moment) == _offset(device, moment):
        return ""
    here = moment.astimezone(zone_named(device))
    return _("For you that is {day}, {time}.").format(day=full_date(here.date()), time=clock(moment, device))


def _notes(draft: Draft, moment: dt.datetime | None, now: dt.datetime) -> tuple[str, ...]:
    if moment is None:
        return ()
    if now - moment > LONG_AGO:
        return (
            _("This is more than 60 days ago. Your limits have ended. You can still add it to your diary."),
        )
    if moment - now > FAR_AHEAD and draft.date is not None:
        return (_("This is in {year}. Please check the year.").format(year=draft.date.year),)
    return ()
