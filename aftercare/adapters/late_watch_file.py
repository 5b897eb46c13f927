"""late_watch.toml to LateWatch. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from aftercare.adapters.citations import cited
from aftercare.adapters.content_parts import REVIEW_KEYS, at_least_one, named, read_review
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.late_watch import LateDay, LateSign, LateWatch
from aftercare.core.observation import SignCode

FILE = "late_watch.toml"
AREAS = ("face", "body", "scalp")
# Alerts are told for sessions of the last three months and a bit.
LAST_DAY = 92


def read_late_watch(path: Path, lengths: Mapping[str, int]) -> LateWatch:
    """The late watch of a file. `lengths`: the lines of each article. Raises ContentFaults."""
    document = Document(path)
    document.only_headers({*REVIEW_KEYS, "day", "watch"})
    review = read_review(document.root())
    tables = document.tables("day")
    if not tables:
        document.fault(1, "day", "is missing; give at least one [[day]]")
    days = tuple(_day(table, lengths) for table in tables)
    for table, (before, day) in zip(tables[1:], pairwise(days), strict=True):
        if not document.faults and day.after <= before.after:
            table.fault("after", f"must be later than the day before it, {before.after}")
    signs = tuple(_sign(table, lengths) for table in at_least_one(document, "watch"))
    document.done()
    return LateWatch(review, days, signs)


def _day(table: Table, lengths: Mapping[str, int]) -> LateDay:
    table.only({"after", "sources"})
    return LateDay(table.whole("after", 1, LAST_DAY), cited(table, lengths))


def _sign(table: Table, lengths: Mapping[str, int]) -> LateSign:
    table.only({"id", "code", "name", "areas", "sources"})
    return LateSign(
        id=table.text("id"),
        sign=SignCode(table.one_of("code", list(SignCode))),
        name=table.text("name"),
        areas=named(table, "areas", AREAS),
        sources=cited(table, lengths),
    )
