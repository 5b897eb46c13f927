"""A weekday with the word before it: in many languages the name changes with that word."""
from __future__ import annotations

from datetime import date

from aftercare.words import gettext as _
from aftercare.words import marked

_BEFORE = (
    marked("before Monday"), marked("before Tuesday"), marked("before Wednesday"), marked("before Thursday"),
    marked("before Friday"), marked("before Saturday"), marked("before Sunday"),
)  # fmt: skip
_ON = (
    marked("on Monday"), marked("on Tuesday"), marked("on Wednesday"), marked("on Thursday"), marked("on Friday"),
    marked("on Saturday"), marked("on Sunday"),
)  # fmt: skip
_SINCE = (
    marked("since Monday"), marked("since Tuesday"), marked("since Wednesday"), marked("since Thursday"),
    marked("since Friday"), marked("since Saturday"), marked("since Sunday"),
)  # fmt: skip


def before(day: date) -> str:
    """ "before Thursday"."""
    return _(_BEFORE[day.weekday()])


def on(day: date) -> str:
    """ "on Thursday"."""
    return _(_ON[day.weekday()])


def since(day: date) -> str:
    """ "since Thursday"."""
    return _(_SINCE[day.weekday()])
