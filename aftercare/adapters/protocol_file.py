"""One protocol file to a CareProtocol. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aftercare.adapters.toml_reader import Document, Table, as_pair
from aftercare.core.protocol import (
    AskClinic,
    CalendarDay,
    CareProtocol,
    Choice,
    Claim,
    ElapsedHours,
    ExpectedEffect,
    Phase,
    RestrictionRule,
    RuleEnd,
    Source,
    Strength,
    UntilResolved,
)

AREAS = ["face", "body", "scalp"]
MOST_HOURS = 365 * 24.0
_SOURCE = re.compile(r"(?P<file>[\w.-]+):(?P<line>[1-9]\d*)")
_RULE_KEYS = {
    "activity", "phase", "hours", "end", "until_resolved", "strength", "why", "extended_from", "undated", "sources",
}  # fmt: skip
_EFFECT_KEYS = {"symptom", "technique", "onset_hours", "usual_hours", "latest_hours", "sources"}
_ROOT_KEYS = {
    "id", "version", "name", "treatment", "hint", "icon", "minutes", "areas", "technique", "product", "rule", "effect",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What the other content files define and a protocol may name."""

    activities: frozenset[str]
    symptoms: frozenset[str]
    reasons: Mapping[str, str]
    sources: frozenset[str]


def read_protocol(path: Path, known: Known) -> CareProtocol:
    """The protocol of a file. Raises ContentFaults with every fault of the file."""
    document = Document(path)
    root = document.root()
    document.only_headers(_ROOT_KEYS)
    protocol_id = root.text("id")
    if protocol_id and protocol_id != path.stem:
        root.fault("id", f'must be the file\'s name, "{path.stem}"')
    areas = root.texts("areas", required=True)
    for area in areas:
        if area not in AREAS:
            root.fault("areas", f'"{area}" is not known; use {", ".join(AREAS)}')
    techniques = _choices(document, "technique")
    protocol = CareProtocol(
        id=protocol_id,
        version=int(root.number("version", 1, 10_000)),
        name=root.text("name"),
        treatment=root.text("treatment"),
        hint=root.text("hint"),
        icon=root.text("icon"),
        minutes=int(root.number("minutes", 1, 480)),
        areas=areas,
        techniques=techniques,
        products=_choices(document, "product"),
        rules=_rules(document, protocol_id, known),
        effects=tuple(
            _effect(table, known, [choice.id for choice in techniques]) for table in document.tables("effect")
        ),
    )
    document.done()
    return protocol


def _choices(document: Document, header: str) -> tuple[Choice, ...]:
    choices = []
    for table in document.tables(header):
        table.only({"id", "name", "hint"})
        choices.append(Choice(table.text("id"), table.text("name"), table.text("hint", "")))
    return tuple(choices)


def _rules(document: Document, protocol_id: str, known: Known) -> tuple[RestrictionRule, ...]:
    rules: dict[str, RestrictionRule] = {}
    for table in document.tables("rule"):
        rule = _rule(table, protocol_id, known)
        if rule.id in rules:
            table.fault("activity", f"has a second rule for {rule.activity}, {rule.phase}; keep one")
        rules[rule.id] = rule
    return tuple(rules.values())


def _rule(table: Table, protocol_id: str, known: Known) -> RestrictionRule:
    table.only(_RULE_KEYS)
    activity = table.one_of("activity", sorted(known.activities))
    phase = Phase(table.one_of("phase", [phase.value for phase in Phase]))
    why = table.one_of("why", sorted(known.reasons))
    end = _end(table, phase, known)
    extended_from = table.text("extended_from", "")
    return RestrictionRule(
        id=f"{protocol_id}.{activity}.{phase}",
        activity=activity,
        phase=phase,
        end=end,
        strength=_strength(table, end),
        rationale=known.reasons.get(why, ""),
        claims=_claims(table, known),
        extended=bool(extended_from),
        extended_from=extended_from,
        undated=table.flag("undated"),
    )


def _strength(table: Table, end: RuleEnd) -> Strength:
    strength = Strength(table.one_of("strength", [strength.value for strength in Strength]))
    if isinstance(end, AskClinic) != (strength is Strength.ASK):
        table.fault("strength", 'goes with the end: "ask" where no hours are known, and only there')
    return strength


def _end(table: Table, phase: Phase, known: Known) -> RuleEnd:
    given = [key for key in ("hours", "end", "until_resolved") if table.has(key)]
    if len(given) != 1:
        table.fault(given[1] if given else "hours", 'give one of hours = [least, most], end = "day" or "ask", until_resolved')
        return AskClinic()
    if given == ["hours"]:
        if phase is Phase.DAY:
            table.fault("hours", 'a rule of phase "day" has end = "day"')
        return ElapsedHours(*table.pair("hours", 0, MOST_HOURS))
    if given == ["until_resolved"]:
        return _until_resolved(table, known)
    if table.one_of("end", ["day", "ask"]) == "ask":
        return AskClinic()
    if phase is not Phase.DAY:
        table.fault("end", 'end = "day" goes with phase = "day"')
    return CalendarDay()


def _until_resolved(table: Table, known: Known) -> RuleEnd:
    value = table.data["until_resolved"]
    if isinstance(value, dict) and value.get("symptom") in known.symptoms:
        bounds = as_pair([value.get("min_hours"), value.get("cap_hours")], 0, MOST_HOURS)
        if bounds:
            return UntilResolved(value["symptom"], *bounds)
    table.fault("until_resolved", "must be { symptom, min_hours, cap_hours } with a known symptom")
    return AskClinic()


def _claims(table: Table, known: Known) -> tuple[Claim, ...]:
    items = table.data.get("sources")
    if not isinstance(items, list) or not items:
        table.fault("sources", 'is missing; give at least one { line = "file:line", about = "…" }')
        return ()
    return tuple(claim for n, item in enumerate(items) if (claim := _claim(table, n, item, known)))


def _claim(table: Table, number: int, item: Any, known: Known) -> Claim | None:
    if not isinstance(item, dict) or not isinstance(item.get("about"), str) or not item["about"]:
        table.fault("sources", 'each is { line = "file:line", about = "…", hours = [least, most] }', number)
        return None
    source = _source(item.get("line"), known)
    if source is None:
        table.fault("sources", 'line must be "file:line" of an article in sources.toml', number)
        return None
    hours = as_pair(item["hours"], 0, MOST_HOURS) if "hours" in item else None
    if "hours" in item and hours is None:
        table.fault("sources", "hours must be [least, most]", number)
    return Claim(source, item["about"], hours)


def _source(value: Any, known: Known) -> Source | None:
    found = _SOURCE.fullmatch(value) if isinstance(value, str) else None
    if not found or found["file"] not in known.sources:
        return None
    return Source(found["file"], int(found["line"]))


def _effect(table: Table, known: Known, techniques: list[str]) -> ExpectedEffect:
    table.only(_EFFECT_KEYS)
    technique = table.text("technique", "")
    if technique and technique not in techniques:
        table.fault("technique", f'"{technique}" is not one of this protocol')
    usual = table.pair("usual_hours", 0, MOST_HOURS)
    latest = table.number("latest_hours", 0, MOST_HOURS)
    if latest < usual[1]:
        table.fault("latest_hours", "must not be less than the longest usual hour")
    sources = []
    for text in table.texts("sources", required=True):
        source = _source(text, known)
        if source is None:
            table.fault("sources", f'"{text}" must be "file:line" of an article in sources.toml')
        else:
            sources.append(source)
    return ExpectedEffect(
        symptom=table.one_of("symptom", sorted(known.symptoms)),
        onset_hours=table.number("onset_hours", 0, MOST_HOURS),
        usual_hours=usual,
        latest_hours=latest,
        sources=tuple(sources),
        technique=technique,
    )
