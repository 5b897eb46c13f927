"""Every item of the content that a statement of an article can be linked to, with the lines that it cites.

Read from the files as they are, without judging them: their own readers do that. A reference is "kind:id".
"""
from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aftercare.adapters.protocol_versions import present_files
from aftercare.adapters.toml_parse import parse

Lines = frozenset[str] | None
Items = dict[str, Lines]

# File, table and kind of the items that have an id of their own; and whether each names the lines it rests on.
_LISTED = (
    ("activities.toml", "activity", "activity", False),
    ("red_flags.toml", "condition", "condition", True),
    ("red_flags.toml", "symptom", "symptom", True),
    ("steps.toml", "step", "step", True),
    ("products.toml", "product", "product", True),
    ("courses.toml", "course", "course", True),
    ("questions.toml", "question", "question", True),
    ("late_watch.toml", "watch", "watch", True),
)


def read_items(folder: Path) -> Items:
    """Reference to cited lines ("file:line"), or to None where such an item cites none by its nature."""
    found: Items = {}
    for name, header, kind, cites in _LISTED:
        for table in _tables(_data(folder / name), header):
            found[f"{kind}:{table.get('id')}"] = cited(table) if cites else None
    found.update((f"reason:{key}", None) for key in _data(folder / "reasons.toml").get("reason", {}))
    found.update(_signs(folder))
    found.update(_checks(_data(folder / "checks.toml")))
    found.update(_courses(_data(folder / "courses.toml")))
    for path in present_files(folder):
        found.update(_protocol(_data(path)))
    for path in sorted((folder / "guides").glob("*.toml")):
        found.update(_guide(_data(path)))
    return found


def read_articles(folder: Path) -> frozenset[str]:
    """The file names of the articles that the content is compiled from."""
    tables = _tables(_data(folder / "sources.toml"), "source")
    return frozenset(table["file"] for table in tables if isinstance(table.get("file"), str))


def cited(table: dict[str, Any]) -> frozenset[str]:
    """The lines in the `sources` of a table, in each of the forms that content has."""
    sources = table.get("sources", [])
    lines = [source.get("line") if isinstance(source, dict) else source for source in sources]
    return frozenset(line for line in lines if isinstance(line, str))


def _protocol(data: dict[str, Any]) -> Iterator[tuple[str, Lines]]:
    name = data.get("id")
    yield f"protocol:{name}", None
    for choice in ("technique", "product"):
        for table in _tables(data, choice):
            yield f"{choice}:{name}.{table.get('id')}", None
    for table in _tables(data, "rule"):
        yield f"rule:{name}.{table.get('activity')}.{table.get('phase')}", cited(table)
    for table in _tables(data, "effect"):
        technique = f".{table['technique']}" if "technique" in table else ""
        yield f"effect:{name}.{table.get('symptom')}{technique}", cited(table)


def _signs(folder: Path) -> Iterator[tuple[str, Lines]]:
    """A sign of the check-in and of the help page is one item; the help page holds the lines of most."""
    shown = {table.get("text"): cited(table) for table in _tables(_data(folder / "help.toml"), "sign")}
    for table in _tables(_data(folder / "red_flags.toml"), "sign"):
        yield f"sign:{table.get('id')}", shown.get(table.get("help"), frozenset()) | cited(table)


def _checks(data: dict[str, Any]) -> Iterator[tuple[str, Lines]]:
    """A question of the self-check, and each condition it covers as "check:question.condition"."""
    conditions = _tables(data, "condition")
    for table in _tables(data, "question"):
        own = [condition for condition in conditions if condition.get("question") == table.get("id")]
        yield f"check:{table.get('id')}", cited(table).union(*map(cited, own))
    for table in conditions:
        yield f"check:{table.get('question')}.{table.get('id')}", cited(table)


def _courses(data: dict[str, Any]) -> dict[str, Lines]:
    """How long sessions take and effects last: named after their protocols, as they have no id; "all" without one."""
    found: dict[str, frozenset[str]] = {}
    for kind, header in (("length", "length"), ("lasting", "lasts")):
        for table in _tables(data, header):
            for protocol in [table["protocol"]] if "protocol" in table else table.get("protocols") or ["all"]:
                name = f"{kind}:{protocol}"
                found[name] = found.get(name, frozenset()) | cited(table)
    return dict(found)


def _guide(data: dict[str, Any]) -> Iterator[tuple[str, Lines]]:
    """A guide, which cites the lines of all its parts and of its call, and each part as "guide:id#1"."""
    name = data.get("id")
    parts = [cited(table) for table in _tables(data, "part")]
    call = data.get("call")
    yield f"guide:{name}", cited(call if isinstance(call, dict) else {}).union(*parts)
    for number, lines in enumerate(parts, 1):
        yield f"guide:{name}#{number}", lines


def _data(path: Path) -> dict[str, Any]:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}


def _tables(data: dict[str, Any], header: str) -> list[dict[str, Any]]:
    found = data.get(header, [])
    return [table for table in found if isinstance(table, dict)] if isinstance(found, list) else []
