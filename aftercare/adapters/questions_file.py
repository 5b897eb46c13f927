"""questions.toml to the everyday questions. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from aftercare.adapters.citations import cited
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.question import Question
from aftercare.core.words_alike import normalised

FILE = "questions.toml"
_ANSWERS = ("activity", "ask", "medicine", "help")
_KEYS = {"id", "icon", "name", "title", "answer", "leaflets", "near", "sources", *_ANSWERS}


def read_questions(path: Path, activities: Collection[str], sources: Mapping[str, int]) -> tuple[Question, ...]:
    """The questions of a file; `activities` may be named, `sources` are the articles with their lengths.

    Raises ContentFaults.
    """
    document = Document(path)
    document.only_headers({"question"})
    tables = document.tables("question")
    questions = tuple(_question(table, activities, sources) for table in tables)
    if not questions:
        document.fault(1, "question", "is missing; give at least one [[question]]")
    _check_together(tables, questions)
    document.done()
    return questions


def _question(table: Table, activities: Collection[str], sources: Mapping[str, int]) -> Question:
    table.only(_KEYS)
    given = [key for key in _ANSWERS if table.has(key)]
    if len(given) != 1:
        wanted = 'give one of activity = "id", ask = true, medicine = true, help = true'
        table.fault(given[1] if given else "activity", wanted)
    for key in _ANSWERS[1:]:
        if table.has(key) and not table.flag(key):
            table.fault(key, "must be true, or left out")
    return Question(
        id=table.text("id"),
        icon=table.text("icon"),
        name=table.text("name"),
        title=table.text("title"),
        answer=table.text("answer"),
        activity=table.one_of("activity", sorted(activities)) if table.has("activity") else "",
        medicine=table.flag("medicine"),
        help=table.flag("help"),
        leaflets=table.text("leaflets", ""),
        near=table.texts("near"),
        sources=cited(table, sources),
    )


def _check_together(tables: list[Table], questions: tuple[Question, ...]) -> None:
    """Report ids and titles that are there twice, and neighbours that do not exist."""
    known = {question.id for question in questions}
    ids: set[str] = set()
    titles: set[tuple[str, ...]] = set()
    for table, question in zip(tables, questions, strict=True):
        if question.id in ids:
            table.fault("id", f'"{question.id}" is there twice; keep one')
        if normalised(question.title) in titles:
            table.fault("title", "is there twice; two questions cannot be told apart")
        ids.add(question.id)
        titles.add(normalised(question.title))
        for near in question.near:
            if near not in known or near == question.id:
                table.fault("near", f'"{near}" is no other question; use the id of one')
