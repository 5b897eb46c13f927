"""guides/ID.toml to a Guide. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from aftercare.adapters.citations import cited
from aftercare.adapters.content_parts import REVIEW_KEYS, named, read_review
from aftercare.adapters.toml_reader import ContentFaults, Document, Table
from aftercare.core.errors import ContentFault
from aftercare.core.evidence import EVIDENCE_FILE, EvidenceRow, row_at
from aftercare.core.guide import MOST_WORDS, CallBox, Guide, GuideGroup, GuidePart
from aftercare.core.protocol import Source

# Farther from a session than this nothing is suggested.
FARTHEST_DAY = 365
_KEYS = REVIEW_KEYS | set("id group icon title short protocols days activities related usual part call".split())


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What a guide may name. `guides` are the ids of all guide files, `sources` the lines of each article."""

    protocols: Collection[str]
    activities: Collection[str]
    symptoms: Collection[str]
    guides: Collection[str]
    sources: Mapping[str, int]
    evidence: tuple[EvidenceRow, ...]


def read_guides(folder: Path, known: KnownNames) -> Mapping[str, Guide]:
    """Every guide of a folder by id, in the order of their ids. Raises ContentFaults with those of every file."""
    guides: dict[str, Guide] = {}
    faults: list[ContentFault] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            guides[path.stem] = read_guide(path, known)
        except ContentFaults as many:
            faults.extend(many.faults)
        except ContentFault as one:
            faults.append(one)
    if faults:
        raise ContentFaults(faults)
    return guides


def read_guide(path: Path, known: KnownNames) -> Guide:
    """The guide of a file. Raises ContentFaults."""
    document = Document(path)
    document.only_headers(_KEYS)
    root = document.root()
    guide = Guide(
        id=root.text("id"),
        review=read_review(root),
        group=GuideGroup(root.one_of("group", list(GuideGroup))),
        icon=root.text("icon"),
        title=root.text("title"),
        short=root.texts("short", required=True),
        parts=tuple(_part(table, known) for table in document.tables("part")),
        call=_call(document, known),
        protocols=_once(root, "protocols", known.protocols),
        days=_days(root),
        activities=_once(root, "activities", known.activities),
        related=_once(root, "related", known.guides),
        usual=_once(root, "usual", known.symptoms),
    )
    _check(document, root, guide, path.stem)
    document.done()
    return guide


def _check(document: Document, root: Table, guide: Guide, name: str) -> None:
    if guide.id and guide.id != name:
        root.fault("id", f'must be the file\'s name, "{name}"')
    if guide.id in guide.related:
        root.fault("related", "names the guide itself; leave it out")
    if not guide.parts:
        document.fault(1, "part", "is missing; give at least one [[part]]")
    words = sum(len(text.split()) for text in guide.texts)
    if words > MOST_WORDS:
        root.fault("title", f"the guide has {words} words; shorten it to {MOST_WORDS} at most, or make two of it")


def _part(table: Table, known: KnownNames) -> GuidePart:
    table.only({"heading", "text", "points", "sources"})
    text, points = table.texts("text"), table.texts("points")
    if not text and not points:
        table.fault("text", "is missing; give text, points or both")
    return GuidePart(table.text("heading"), text, points, _sources(table, known))


def _call(document: Document, known: KnownNames) -> CallBox | None:
    data = document.data.get("call")
    if data is None:
        return None
    if not isinstance(data, dict):
        document.fault(document.line("", 0, "call"), "call", "must be one [call] table")
        return None
    table = Table(document, data, "call", 0)
    table.only({"when", "emergency", "sources"})
    return CallBox(table.texts("when", required=True), table.flag("emergency"), _sources(table, known))


def _sources(table: Table, known: KnownNames) -> tuple[Source, ...]:
    found = cited(table, known.sources)
    for source in found:
        if source.file == EVIDENCE_FILE and row_at(known.evidence, source.line) is None:
            table.fault("sources", f'"{source}" is no line of a row in evidence.toml; add the row or correct the line')
    return tuple(dict.fromkeys(found))


def _once(table: Table, key: str, known: Collection[str]) -> tuple[str, ...]:
    """A list of known ids, each of which stands there once."""
    names = named(table, key, known)
    if len(set(names)) < len(names):
        table.fault(key, "names one twice; keep one")
    return tuple(dict.fromkeys(names))


def _days(table: Table) -> tuple[int, int] | None:
    if not table.has("days"):
        return None
    first, last = table.pair("days", -FARTHEST_DAY, FARTHEST_DAY)
    if first != int(first) or last != int(last):
        table.fault("days", "must be whole days, such as [0, 3]")
    return int(first), int(last)
