"""steps.toml to CareSteps. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from aftercare.adapters.citations import cited
from aftercare.adapters.content_parts import REVIEW_KEYS, at_least_one, hours_apart, named, read_review
from aftercare.adapters.protocol_file import AREAS
from aftercare.adapters.rule_table import MOST_HOURS
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.steps import CareStep, CareSteps, StepPhase

FILE = "steps.toml"
_KEYS = set("id phase title hint why sources protocols areas techniques from_hours to_hours ours say".split())


def read_steps(
    path: Path,
    protocols: Collection[str],
    techniques: Callable[[str], Collection[str]],
    lengths: Mapping[str, int],
) -> CareSteps:
    """The steps of a file. `techniques`: the technique ids of a protocol. Raises ContentFaults."""
    document = Document(path)
    document.only_headers({*REVIEW_KEYS, "step"})
    review = read_review(document.root())
    tables = at_least_one(document, "step")
    steps = CareSteps(review, tuple(_step(table, protocols, techniques, lengths) for table in tables))
    document.done()
    return steps


def _step(
    table: Table,
    protocols: Collection[str],
    techniques: Callable[[str], Collection[str]],
    lengths: Mapping[str, int],
) -> CareStep:
    table.only(_KEYS)
    phase = StepPhase(table.one_of("phase", list(StepPhase)))
    own = named(table, "protocols", protocols)
    ways: tuple[str, ...] = ()
    if table.has("techniques"):
        ways = named(table, "techniques", {way for each in own or protocols for way in techniques(each)})
    low, high = (0.0, MOST_HOURS) if phase is StepPhase.AFTER else (-MOST_HOURS, 0.0)
    start, end = hours_apart(table, "from_hours", "to_hours", low, high)
    if phase is StepPhase.DURING and start is not None:
        table.fault("from_hours", 'has no place in phase "during"; leave it out')
    ours = table.text("ours", "")
    return CareStep(
        id=table.text("id"),
        phase=phase,
        title=table.text("title"),
        hint=table.text("hint"),
        why=table.text("why"),
        sources=cited(table, lengths, required=not ours),
        protocols=own,
        areas=named(table, "areas", AREAS),
        techniques=ways,
        from_hours=start,
        to_hours=end,
        ours=ours,
        say=table.text("say", ""),
    )
