"""courses.toml to Courses. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from aftercare.adapters.citations import cited
from aftercare.adapters.content_parts import REVIEW_KEYS, at_least_one, named, read_review
from aftercare.adapters.protocol_file import AREAS
from aftercare.adapters.toml_reader import Document, Table, as_pair
from aftercare.core.courses import CourseHint, Courses, CourseStage, EffectTime, SessionLength

FILE = "courses.toml"
MOST_SESSIONS, MOST_DAYS, MOST_MONTHS, MOST_MINUTES = 50, 366, 36, 480
_KEYS = set("id name protocol area product stages maintenance_months text sources".split())


def read_courses(
    path: Path, protocols: Collection[str], products: Collection[str], lengths: Mapping[str, int]
) -> Courses:
    """The course hints of a file; `products` are the ids that it may name. Raises ContentFaults."""
    document = Document(path)
    document.only_headers({*REVIEW_KEYS, "note", "course", "length", "lasts"})
    root = document.root()
    review, note = read_review(root), root.text("note")
    courses = Courses(
        review,
        note,
        hints=tuple(_hint(table, protocols, products, lengths) for table in at_least_one(document, "course")),
        lengths=tuple(_length(table, protocols, lengths) for table in document.tables("length")),
        lasts=tuple(_lasts(table, protocols, lengths) for table in document.tables("lasts")),
    )
    document.done()
    return courses


def _hint(
    table: Table, protocols: Collection[str], products: Collection[str], lengths: Mapping[str, int]
) -> CourseHint:
    table.only(_KEYS)
    months = table.pair("maintenance_months", 0.5, MOST_MONTHS) if table.has("maintenance_months") else None
    return CourseHint(
        id=table.text("id"),
        name=table.text("name"),
        protocol=table.one_of("protocol", sorted(protocols)),
        stages=_stages(table),
        text=table.text("text"),
        sources=cited(table, lengths),
        area=table.one_of("area", AREAS) if table.has("area") else "",
        product=table.one_of("product", sorted(products)) if table.has("product") else "",
        maintenance_months=months,
    )


def _stages(table: Table) -> tuple[CourseStage, ...]:
    items = table.data.get("stages", [])
    if not isinstance(items, list):
        table.fault("stages", "must be a list of { sessions = [fewest, most], interval_days = [least, most] }")
        return ()
    return tuple(stage for n, item in enumerate(items) if (stage := _stage(table, n, item)))


def _stage(table: Table, number: int, item: Any) -> CourseStage | None:
    known = {"sessions", "interval_days"}
    if not isinstance(item, dict) or not item or not set(item) <= known:
        table.fault("stages", "each is { sessions = [fewest, most], interval_days = [least, most] }", number)
        return None
    sessions = _sessions(item.get("sessions"))
    days = as_pair(item.get("interval_days"), 0.5, MOST_DAYS)
    if "sessions" in item and sessions is None:
        wanted = f"sessions must be [fewest, most] or [fewest], whole, from 1 to {MOST_SESSIONS}"
        table.fault("stages", wanted, number)
    if "interval_days" in item and days is None:
        table.fault("stages", f"interval_days must be [least, most], from 0.5 to {MOST_DAYS}", number)
    return CourseStage(sessions, days)


def _sessions(value: Any) -> tuple[int, int | None] | None:
    if not isinstance(value, list) or not all(type(n) is int and 1 <= n <= MOST_SESSIONS for n in value):
        return None
    if len(value) == 1:
        return value[0], None
    return (value[0], value[1]) if len(value) == 2 and value[0] <= value[1] else None


def _length(table: Table, protocols: Collection[str], lengths: Mapping[str, int]) -> SessionLength:
    table.only({"protocol", "minutes", "text", "sources"})
    least, most = table.pair("minutes", 1, MOST_MINUTES)
    protocol = table.one_of("protocol", sorted(protocols))
    return SessionLength(protocol, (int(least), int(most)), table.text("text"), cited(table, lengths))


def _lasts(table: Table, protocols: Collection[str], lengths: Mapping[str, int]) -> EffectTime:
    table.only({"protocols", "text", "sources"})
    return EffectTime(table.text("text"), cited(table, lengths), named(table, "protocols", protocols))
