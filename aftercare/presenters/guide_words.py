"""What is said of a guide wherever it is named: how long it takes, how many sources it has, how its row looks."""
from __future__ import annotations

from aftercare.core.guide import Guide, minutes_to_read
from aftercare.presenters.guide_sources import Bibliography
from aftercare.words import gettext as _
from aftercare.words import ngettext

# The one icon that is drawn in the colour of danger.
ALARM = "warning-octagon"


def minutes(guide: Guide) -> str:
    """ "2 min", counted in the language it is read in."""
    words = sum(len(_(text).split()) for text in guide.texts)
    return _("{count} min").format(count=minutes_to_read(words))


def counted(sources: Bibliography) -> str:
    """ "3 sources"."""
    count = len(sources.documents)
    return ngettext("{count} source", "{count} sources", count).format(count=count)


def detail(guide: Guide, sources: Bibliography) -> str:
    """ "2 min · 3 sources"."""
    return _("{time} · {sources}").format(time=minutes(guide), sources=counted(sources))


def tone(guide: Guide) -> str:
    """ "dg" for the signs that need a doctor, else "pri"."""
    return "dg" if guide.icon == ALARM else "pri"
