"""Time zones by the names of cities, found with tolerant typing."""
from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import lru_cache
from zoneinfo import available_timezones

from aftercare import words
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import zone_named
from aftercare.words import gettext as _
from aftercare.words import marked

MOST = 12
_REGIONS = (
    marked("Africa"), marked("America"), marked("Antarctica"), marked("Arctic"), marked("Asia"), marked("Atlantic"),
    marked("Australia"), marked("Europe"), marked("Indian"), marked("Pacific"),
)  # fmt: skip
_NOT_PLACES = frozenset("Factory Universal Zulu Greenwich Navajo".split())


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    """A city to choose: its IANA zone, its name, and "Europe, UTC+2" below."""

    zone: str
    title: str
    subtitle: str


def city(zone: str) -> str:
    """ "New York" for America/New_York, in the language spoken now."""
    return _cities(words.language()).get(zone) or _english(zone)


def _english(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


@lru_cache(maxsize=2)
def _cities(language: str) -> dict[str, str]:
    """City by zone, from Unicode's CLDR; none for English, whose names are those of the zones."""
    if language == words.ENGLISH:
        return {}
    # Imported for other languages alone, when a city is first shown.
    from babel.core import Locale

    return {zone: names["city"] for zone, names in Locale(language).time_zones.items() if "city" in names}


def offset(zone: str, moment: datetime) -> str:
    """ "UTC+2", "UTC+5:30" or "UTC" at an instant. Raises InvalidInput for an unknown zone."""
    shift = moment.astimezone(zone_named(zone)).utcoffset()
    minutes = int(shift.total_seconds() // 60) if shift else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def label(zone: str, moment: datetime) -> str:
    """ "Berlin time (UTC+2)"; the bare name where the zone is not known."""
    try:
        return _("{city} time ({offset})").format(city=city(zone), offset=offset(zone, moment))
    except InvalidInput:
        return zone


def search(typed: str, moment: datetime, most: int = MOST) -> tuple[ZoneChoice, ...]:
    """The places whose name fits what was typed, best first: from the start of a word, inside, then misspelt."""
    wanted = _plain(typed)
    if not wanted:
        return ()
    names = _places(words.language())
    first = [name for name in names if name.startswith(wanted)]
    later = [name for name in names if f" {wanted}" in name]
    inside = [name for name in names if wanted in name] if len(wanted) > 2 else []
    near = [] if first or later or inside else get_close_matches(wanted, names, n=most, cutoff=0.7)
    found = list(dict.fromkeys(first + later + inside + near))
    zones = list(dict.fromkeys(names[name] for name in found))[:most]
    return tuple(_choice(zone, moment) for zone in zones)


def _choice(zone: str, moment: datetime) -> ZoneChoice:
    region = zone.split("/")[0] if "/" in zone else ""
    where = _(region) if region in _REGIONS else region
    return ZoneChoice(zone, city(zone), ", ".join(part for part in (where, offset(zone, moment)) if part))


@lru_cache(maxsize=2)
def _places(language: str) -> dict[str, str]:
    """Plain name -> zone, in the order of the names; listing the zones reads the disk, so it is done once.

    In another language a city answers to its English name too.
    """
    named: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        region, _slash, _rest = zone.partition("/")
        country = zone.isalpha() and zone.istitle() and zone not in _NOT_PLACES
        if region in _REGIONS or country:
            named.setdefault(_plain(_english(zone)), zone)
            named.setdefault(_plain(_cities(language).get(zone, "")) or _plain(_english(zone)), zone)
    return dict(sorted(named.items()))


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return " ".join(kept.split())
