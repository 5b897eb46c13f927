"""countries.toml to the emergency number of each country. Every value is checked; every fault names file and line."""
from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from aftercare.adapters.content_parts import REVIEW_KEYS, read_review
from aftercare.adapters.toml_reader import Document

FILE = "countries.toml"
_COUNTRY = re.compile(r"[A-Z]{2}")
_NUMBER = re.compile(r"[0-9]{2,5}")


def read_countries(path: Path) -> Mapping[str, str]:
    """The number by ISO 3166 code of a country. Raises ContentFaults."""
    document = Document(path)
    document.only_headers({*REVIEW_KEYS, "number"})
    read_review(document.root())
    found: dict[str, str] = {}
    for table in document.tables("number"):
        table.only({"number", "country"})
        number = table.text("number")
        if number and not _NUMBER.fullmatch(number):
            table.fault("number", f'"{number}" is not 2 to 5 digits')
        for country in table.texts("country", True):
            if not _COUNTRY.fullmatch(country):
                table.fault("country", f'"{country}" is not two capital letters such as DE')
            elif country in found:
                table.fault("country", f'"{country}" is there twice; keep one')
            found[country] = number
    document.done()
    return found
