"""One protocol file to a CareProtocol. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from pathlib import Path

from aftercare.adapters.citations import cited
from aftercare.adapters.content_parts import REVIEW_KEYS, read_review
from aftercare.adapters.protocol_versions import id_of, version_of
from aftercare.adapters.rule_table import MOST_HOURS, Known, read_rules
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.protocol import CareProtocol, Choice, ExpectedEffect

__all__ = ["Known", "read_protocol"]

AREAS = ["face", "body", "scalp"]
_EFFECT_KEYS = {"symptom", "technique", "onset_hours", "usual_hours", "latest_hours", "same_day", "sources"}
_ROOT_KEYS = {
    *REVIEW_KEYS, "id", "name", "treatment", "hint", "icon", "minutes", "areas", "technique", "product", "rule",
    "effect",
}  # fmt: skip


def read_protocol(path: Path, known: Known) -> CareProtocol:
    """The protocol of a file. Raises ContentFaults with every fault of the file."""
    document = Document(path)
    root = document.root()
    document.only_headers(_ROOT_KEYS)
    protocol_id = root.text("id")
    if protocol_id and protocol_id != id_of(path):
        root.fault("id", f'must be the file\'s name, "{id_of(path)}"')
    areas = root.texts("areas", required=True)
    for area in areas:
        if area not in AREAS:
            root.fault("areas", f'"{area}" is not known; use {", ".join(AREAS)}')
    review = read_review(root)
    if version_of(path) not in (None, review.version):
        root.fault("version", f"must be {version_of(path)}, as the file's name says")
    techniques = _choices(document, "technique")
    protocol = CareProtocol(
        id=protocol_id,
        version=review.version,
        name=root.text("name"),
        treatment=root.text("treatment"),
        hint=root.text("hint"),
        icon=root.text("icon"),
        minutes=root.whole("minutes", 1, 480),
        areas=areas,
        techniques=techniques,
        products=_choices(document, "product"),
        rules=read_rules(document, protocol_id, known),
        effects=_effects(document, known, [choice.id for choice in techniques]),
        date=review.date,
        reviewed_by=review.reviewed_by,
    )
    document.done()
    return protocol


def _choices(document: Document, header: str) -> tuple[Choice, ...]:
    choices: dict[str, Choice] = {}
    for table in document.tables(header):
        table.only({"id", "name", "hint"})
        choice = Choice(table.text("id"), table.text("name"), table.text("hint", ""))
        if choice.id in choices:
            table.fault("id", f'"{choice.id}" is there twice; keep one')
        choices[choice.id] = choice
    return tuple(choices.values())


def _effects(document: Document, known: Known, techniques: list[str]) -> tuple[ExpectedEffect, ...]:
    effects: dict[tuple[str, str], ExpectedEffect] = {}
    for table in document.tables("effect"):
        faults = len(document.faults)
        effect = _effect(table, known, techniques)
        if len(document.faults) == faults:
            if effect.latest_hours < effect.usual_hours[1]:
                table.fault("latest_hours", "must not be less than the longest usual hour")
            if (effect.symptom, effect.technique) in effects:
                table.fault("symptom", f"has a second effect for {effect.symptom}; keep one for each technique")
            effects[effect.symptom, effect.technique] = effect
    return tuple(effects.values())


def _effect(table: Table, known: Known, techniques: list[str]) -> ExpectedEffect:
    table.only(_EFFECT_KEYS)
    technique = table.text("technique", "")
    if technique and technique not in techniques:
        table.fault("technique", f'"{technique}" is not one of this protocol')
    return ExpectedEffect(
        symptom=table.one_of("symptom", sorted(known.symptoms)),
        onset_hours=table.number("onset_hours", 0, MOST_HOURS),
        usual_hours=table.pair("usual_hours", 0, MOST_HOURS),
        latest_hours=table.number("latest_hours", 0, MOST_HOURS),
        sources=cited(table, known.sources),
        technique=technique,
        same_day=table.flag("same_day"),
    )
