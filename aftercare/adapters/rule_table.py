"""The [[rule]] tables of a protocol file, and the article lines that they name."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aftercare.adapters.citations import source_or_fault
from aftercare.adapters.toml_reader import Document, Table, as_pair
from aftercare.core.protocol import (
    AskClinic,
    CalendarDay,
    Claim,
    ElapsedHours,
    Phase,
    RestrictionRule,
    RuleEnd,
    Strength,
    UntilResolved,
)

MOST_HOURS = 365 * 24.0
_ENDS = ("hours", "end", "until_resolved")
_KEYS = {"activity", "phase", *_ENDS, "strength", "why", "extended_from", "undated", "stated_hours", "sources"}


@dataclass(frozen=True, slots=True)
class Known:
    """What the other content files define and a protocol may name."""

    activities: frozenset[str]
    symptoms: frozenset[str]
    reasons: Mapping[str, str]
    sources: Mapping[str, int]  # the lines of each article


def read_rules(document: Document, protocol_id: str, known: Known) -> tuple[RestrictionRule, ...]:
    """Every rule of a protocol; the document collects what is wrong with them."""
    rules: dict[str, RestrictionRule] = {}
    for table in document.tables("rule"):
        faults = len(document.faults)
        rule = _rule(table, protocol_id, known)
        # What is said about a rule whose parts were guessed would only mislead.
        if len(document.faults) == faults:
            _check_together(table, rule)
            if rule.id in rules:
                table.fault("activity", f"has a second rule for {rule.activity}, {rule.phase}; keep one")
            rules[rule.id] = rule
    if not document.faults and not rules:
        document.fault(1, "rule", "is missing; give at least one [[rule]]")
    return tuple(rules.values())


def _rule(table: Table, protocol_id: str, known: Known) -> RestrictionRule:
    table.only(_KEYS)
    activity = table.one_of("activity", sorted(known.activities))
    phase = Phase(table.one_of("phase", list(Phase)))
    why = table.one_of("why", sorted(known.reasons))
    extended_from = table.text("extended_from", "")
    return RestrictionRule(
        id=f"{protocol_id}.{activity}.{phase}",
        activity=activity,
        phase=phase,
        end=_end(table, known),
        strength=Strength(table.one_of("strength", list(Strength))),
        rationale=known.reasons.get(why, ""),
        claims=_claims(table, known),
        extended=bool(extended_from),
        extended_from=extended_from,
        undated=table.flag("undated"),
        stated_hours=table.pair("stated_hours", 0, MOST_HOURS) if table.has("stated_hours") else None,
    )


def _check_together(table: Table, rule: RestrictionRule) -> None:
    """Report keys that are right alone and wrong beside each other."""
    given = next(key for key in _ENDS if table.has(key))
    if rule.phase is Phase.DAY and not isinstance(rule.end, CalendarDay):
        table.fault(given, 'a rule of phase "day" has end = "day"')
    elif rule.phase is not Phase.DAY and isinstance(rule.end, CalendarDay):
        table.fault(given, 'end = "day" goes with phase = "day"')
    elif rule.phase is Phase.BEFORE and isinstance(rule.end, UntilResolved):
        table.fault(given, 'goes with phase = "after"')
    elif isinstance(rule.end, AskClinic) != (rule.strength is Strength.ASK):
        table.fault("strength", 'goes with the end: "ask" where no hours are known, and only there')
    if isinstance(rule.end, ElapsedHours):
        _check_longest(table, rule, rule.end.max)


def _check_longest(table: Table, rule: RestrictionRule, longest: float) -> None:
    """Report each article that names more hours than the rule: the longest decides."""
    for number, claim in enumerate(rule.claims):
        if claim.hours and claim.hours[1] > longest:
            told = f"names {claim.hours[1]:g} hours; the longest decides, so write hours = [least, {claim.hours[1]:g}]"
            table.fault("sources", told, number)


def _end(table: Table, known: Known) -> RuleEnd:
    given = [key for key in _ENDS if table.has(key)]
    if len(given) != 1:
        wanted = 'give one of hours = [least, most], end = "day" or "ask", until_resolved'
        table.fault(given[1] if given else "hours", wanted)
        return AskClinic()
    if given == ["hours"]:
        return ElapsedHours(*table.pair("hours", 0, MOST_HOURS))
    if given == ["until_resolved"]:
        return _until_resolved(table, known)
    return AskClinic() if table.one_of("end", ["day", "ask"]) == "ask" else CalendarDay()


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
    source = source_or_fault(item.get("line"), known.sources)
    if isinstance(source, str):
        table.fault("sources", f"line {source}", number)
        return None
    hours = as_pair(item["hours"], 0, MOST_HOURS) if "hours" in item else None
    if "hours" in item and hours is None:
        table.fault("sources", "hours must be [least, most]", number)
    return Claim(source, item["about"], hours)
