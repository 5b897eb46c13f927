"""Statements of the articles, and what the content makes of each: an item says it, or a sentence says why none does."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aftercare.core.errors import ContentFault
from aftercare.core.protocol import Source


@dataclass(frozen=True, slots=True)
class FactLink:
    """What becomes of one statement: `used` names content items; `withheld` is the sentence why it is not shown.

    `source` is the line of the article that the link takes it from; `file` and `line` are where the link stands.
    """

    fact: str
    source: Source
    used: tuple[str, ...]
    withheld: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class FactReport:
    """How a collection of statements is dealt with. `faults` are the missing ones and the links that fit none."""

    used: int
    withheld: int
    missing: tuple[str, ...]
    faults: tuple[ContentFault, ...]


def match(facts: Mapping[str, Source], links: Iterable[FactLink]) -> FactReport:
    """Compare all statements, by id, with all links: each statement has a link, and each link a statement."""
    by_id = {link.fact: link for link in links}
    missing = tuple(fact for fact in facts if fact not in by_id)
    faults = [
        ContentFault(
            facts[fact].file, facts[fact].line, fact,
            "is missing in content/facts; link an item that says it with used, or give the reason with withheld",
        )
        for fact in missing
    ]  # fmt: skip
    for link in by_id.values():
        if link.fact not in facts:
            message = "is no statement of the collection; correct the id or delete it"
        elif link.source != facts[link.fact]:
            message = f"is linked as {link.source}, but the statement is of {facts[link.fact]}; correct the id"
        else:
            continue
        faults.append(ContentFault(link.file, link.line, link.fact, message))
    known = [link for link in by_id.values() if link.fact in facts]
    return FactReport(
        used=sum(bool(link.used) for link in known),
        withheld=sum(bool(link.withheld) for link in known),
        missing=missing,
        faults=tuple(faults),
    )
