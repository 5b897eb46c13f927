"""Dates and times as people type them."""
from __future__ import annotations

import datetime as dt
import re

from aftercare.core.instants import EARLIEST, LATEST
from aftercare.presenters.calendar_names import month_name
from aftercare.words import gettext as _

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})$")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)? +([^\W\d_]{3,})\.?,? +([0-9]{4})$")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})$")
_TIME = re.compile(r"([0-9]{1,2})(?:[:.h ]?([0-9]{2}))? ?(am|pm)?$")


class Unreadable(ValueError):
    """What was typed is not a date or time; the text is the sentence for the patient."""


def read_date(typed: str) -> dt.date:
    """The date of "2026-06-08", "8.6.2026" or "8 June 2026". Raises Unreadable."""
    text = " ".join(typed.casefold().split())
    if found := _ISO.match(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DOTTED.match(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.match(text):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := _MONTH_FIRST.match(text):
        day, month, year = int(found[2]), _month(found[1]), int(found[3])
    else:
        raise Unreadable(_("Date: type it like 2026-06-08, 8.6.2026 or 8 June 2026."))
    if not EARLIEST.year <= year < LATEST.year:
        raise Unreadable(_("Date: use a year from 2000 to 2099."))
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Unreadable(_("Date: this day does not exist. Type one like 8 June 2026.")) from None


def read_time(typed: str) -> dt.time:
    """The time of "15:10", "15.10", "1510" or "3:10 pm". Raises Unreadable."""
    found = _TIME.match(" ".join(typed.casefold().replace("a.m.", "am").replace("p.m.", "pm").split()))
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 24
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    raise Unreadable(_("Time: type it like 15:10."))


def _month(name: str) -> int:
    for number in range(1, 13):
        names = (month_name(number), month_name(number, alone=True))
        if any(known.casefold().startswith(name) for known in names):
            return number
    for number, english in enumerate(_ENGLISH, 1):
        if english.startswith(name):
            return number
    raise Unreadable(_("Date: type it like 2026-06-08, 8.6.2026 or 8 June 2026."))


_ENGLISH = (
    "january february march april may june july august september october november december"
).split()
