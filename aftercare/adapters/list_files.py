"""Reads the content files that all others lean on: activities, symptoms, reasons, and the list of sources."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from aftercare.adapters.medicine_words import names_medicine
from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.activity import Activity, Symptom

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sources:
    """The title of each article, and its number of lines, by file."""

    titles: Mapping[str, str]
    lengths: Mapping[str, int]


def read_activities(folder: Path) -> tuple[Activity, ...]:
    """What a patient may want to do, in the order of the file. Raises ContentFaults."""
    return _read(folder / "activities.toml", "activity", _activity, "id")


def read_symptoms(folder: Path) -> dict[str, Symptom]:
    """What a patient may notice, by id. Raises ContentFaults."""
    return {symptom.id: symptom for symptom in _read(folder / "symptoms.toml", "symptom", _symptom, "id")}


def read_sources(folder: Path) -> Sources:
    """The articles that content cites. Raises ContentFaults."""
    listed = _read(folder / "sources.toml", "source", _source, "file")
    return Sources(
        {file: title for file, title, _lines in listed}, {file: lines for file, _title, lines in listed}
    )


def read_reasons(folder: Path) -> dict[str, str]:
    """Why something is limited, by id. Raises ContentFaults."""
    document = Document(folder / "reasons.toml")
    document.only_headers({"reason"})
    data = document.data.get("reason")
    if not isinstance(data, dict):
        document.fault(document.line("", 0, "reason"), "reason", "must be one [reason] table")
        data = {}
    table = Table(document, data, "reason", 0)
    reasons = {key: table.text(key) for key in table.data}
    document.done()
    return reasons


def _read(path: Path, header: str, build: Callable[[Table], T], unique: str) -> tuple[T, ...]:
    document = Document(path)
    document.only_headers({header})
    tables = document.tables(header)
    built = tuple(build(table) for table in tables)
    named = [table for table in tables if isinstance(table.data.get(unique), str)]
    ids = [table.data[unique] for table in named]
    for number, table in enumerate(named):
        if ids[number] in ids[:number]:
            table.fault(unique, f'"{ids[number]}" is there twice; keep one')
    document.done()
    return built


def _activity(table: Table) -> Activity:
    table.only(
        set("id name icon verb medicine while_limited while_asking fine not_fine restart question".split())
    )
    if not table.data.get("medicine") and names_medicine(str(table.data.get("name"))):
        table.fault("name", "is a medicine; add medicine = true, so that it is never shown as forbidden")
    return Activity(
        id=table.text("id"),
        name=table.text("name"),
        icon=table.text("icon"),
        verb=table.one_of("verb", ["is", "are"]) if table.has("verb") else "is",
        medicine=table.flag("medicine"),
        while_limited=table.text("while_limited", ""),
        while_asking=table.text("while_asking", ""),
        fine=table.text("fine", ""),
        not_fine=table.text("not_fine", ""),
        restart=table.texts("restart"),
        question=table.text("question"),
    )


def _source(table: Table) -> tuple[str, str, int]:
    table.only({"file", "title", "lines"})
    return table.text("file"), table.text("title"), table.whole("lines", 1, 1_000_000)


def _symptom(table: Table) -> Symptom:
    table.only({"id", "name", "icon", "usual", "fading", "over"})
    return Symptom(*(table.text(key) for key in ("id", "name", "icon", "usual", "fading", "over")))
