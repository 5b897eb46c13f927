"""checks.toml to SelfCheck. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from aftercare.adapters.citations import cited
from aftercare.adapters.content_parts import REVIEW_KEYS, at_least_one, read_review
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.checks import CheckCondition, CheckQuestion, Outcome, SelfCheck

FILE = "checks.toml"
MOST_DAYS = 31


def read_checks(path: Path, lengths: Mapping[str, int]) -> SelfCheck:
    """The self-check of a file. `lengths`: the lines of each article. Raises ContentFaults."""
    document = Document(path)
    document.only_headers({*REVIEW_KEYS, "question", "condition"})
    review = read_review(document.root())
    questions = at_least_one(document, "question")
    ids = [table.data["id"] for table in questions if isinstance(table.data.get("id"), str)]
    conditions: dict[str, list[CheckCondition]] = {each: [] for each in ids}
    for table in at_least_one(document, "condition"):
        table.only({"question", "id", "name", "say", "sources"})
        question = table.text("question")
        if question not in conditions:
            table.fault("question", f'"{question}" is not a question; use {", ".join(ids)}')
        condition = CheckCondition(table.text("id"), table.text("name"), table.text("say"), cited(table, lengths))
        conditions.setdefault(question, []).append(condition)
    check = SelfCheck(review, tuple(_question(table, conditions) for table in questions))
    document.done()
    return check


def _question(table: Table, conditions: Mapping[str, list[CheckCondition]]) -> CheckQuestion:
    table.only({"id", "title", "hint", "outcome", "lead", "say", "window_days"})
    own = table.text("id")
    # A condition that names a wrong question is the one fault; that its own question then has none is not another.
    if not conditions.get(own) and not table.document.faults:
        table.fault("id", f'"{own}" has no condition; give at least one [[condition]] with question = "{own}"')
    return CheckQuestion(
        id=own,
        title=table.text("title"),
        hint=table.text("hint"),
        outcome=Outcome(table.one_of("outcome", list(Outcome))),
        lead=table.text("lead"),
        say=table.text("say"),
        conditions=tuple(conditions.get(own, ())),
        window_days=_window(table) if table.has("window_days") else None,
    )


def _window(table: Table) -> tuple[int, int] | None:
    value = table.data["window_days"]
    if isinstance(value, list) and len(value) == 2 and all(type(n) is int and 0 <= n <= MOST_DAYS for n in value):
        return value[0], value[1]
    table.fault("window_days", f"must be [days before the start, days after it], whole, from 0 to {MOST_DAYS}")
    return None
