"""In which country the device is, by the time zone that it keeps. Nothing else of its place is ever asked."""
from __future__ import annotations

from functools import lru_cache

from aftercare import words


@lru_cache(maxsize=8)
def country_of(zone: str) -> str:
    """The ISO 3166 code of the country of an IANA zone; empty for one that belongs to none, such as UTC."""
    # Imported when an emergency number is shown: it reads a file of its own.
    from babel.core import get_global

    countries, aliases = get_global("zone_territories"), get_global("zone_aliases")
    code = countries.get(zone) or countries.get(aliases.get(zone, "")) or ""
    return "" if code == "ZZ" else str(code)


def country_name(code: str) -> str:
    """A country in the language of the app: "Germany"."""
    from babel.core import Locale

    return str(Locale.parse(words.language()).territories.get(code, code))
