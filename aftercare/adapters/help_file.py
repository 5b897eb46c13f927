"""help.toml to HelpContent. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from aftercare.adapters.citations import source_or_fault
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.help import Evidence, HelpContent, Sign, Tier, Urgency

FILE = "help.toml"
WHEN = "{when}"


def read_help(path: Path, protocols: Collection[str], sources: Mapping[str, int]) -> HelpContent:
    """The help of a file; it may name these protocols and articles, each with its lines. Raises ContentFaults."""
    document = Document(path)
    document.only_headers({"tier", "sign", "step", "said"})
    signs = [_sign(table, sources) for table in document.tables("sign")]
    content = HelpContent(
        tiers=_tiers(document, signs),
        steps=tuple(_only_text(table) for table in document.tables("step")),
        said=dict(_said(table, protocols) for table in document.tables("said")),
    )
    if not content.steps:
        document.fault(1, "step", "is missing; give at least one [[step]]")
    document.done()
    return content


def _tiers(document: Document, signs: list[tuple[Urgency, Sign]]) -> tuple[Tier, ...]:
    found: list[Tier] = []
    for table in document.tables("tier"):
        table.only({"id", "title", "lead"})
        urgency = Urgency(table.one_of("id", list(Urgency)))
        own = tuple(sign for tier, sign in signs if tier is urgency)
        if not own:
            table.fault("id", f'"{urgency}" has no sign; give at least one [[sign]]')
        found.append(Tier(urgency, table.text("title"), table.text("lead"), own))
    if [tier.urgency for tier in found] != list(Urgency):
        accepted = ", ".join(Urgency)
        document.fault(document.line("tier", 0, "id"), "tier", f"must be, once each and in this order: {accepted}")
    return tuple(found)


def _sign(table: Table, sources: Mapping[str, int]) -> tuple[Urgency, Sign]:
    table.only({"tier", "text", "skin", "note", "sources"})
    urgency = Urgency(table.one_of("tier", list(Urgency)))
    sign = Sign(table.text("text"), table.text("skin", ""), table.text("note", ""), _evidence(table, sources))
    return urgency, sign


def _evidence(table: Table, sources: Mapping[str, int]) -> tuple[Evidence, ...]:
    items = table.data.get("sources")
    if not isinstance(items, list) or not items:
        table.fault("sources", 'is missing; give at least one { id = "C7", line = "evidence.md:66" }')
        return ()
    return tuple(found for n, item in enumerate(items) if (found := _one_evidence(table, n, item, sources)))


def _one_evidence(table: Table, number: int, item: Any, sources: Mapping[str, int]) -> Evidence | None:
    if not isinstance(item, dict) or set(item) != {"id", "line"} or not all(isinstance(v, str) for v in item.values()):
        table.fault("sources", 'each is { id = "C7", line = "evidence.md:66" }', number)
        return None
    source = source_or_fault(item["line"], sources)
    if isinstance(source, str) or not item["id"].strip():
        why = f"line {source}" if isinstance(source, str) else "id must name the row of the evidence"
        table.fault("sources", why, number)
        return None
    return Evidence(item["id"], source)


def _said(table: Table, protocols: Collection[str]) -> tuple[str, str]:
    table.only({"protocol", "text"})
    text = table.text("text")
    if text and (text.count(WHEN) != 1 or set(text.replace(WHEN, "")) & set("{}")):
        table.fault("text", f"must hold {WHEN} once and no other braces")
    return table.one_of("protocol", sorted(protocols)), text


def _only_text(table: Table) -> str:
    table.only({"text"})
    return table.text("text")
