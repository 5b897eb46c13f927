"""LANGUAGE/search.toml to what people type in a language."""
from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.question import SearchWords

FILE = "search.toml"
_PARTS = ("question", "guide")


def search_files(content: Path) -> dict[str, Path]:
    """The languages that have search words of their own, with their files, by the content folder beside them."""
    found = (content.parent / "locale").glob("*/search.toml")
    return {path.parent.name: path for path in sorted(found)}


def read_search_words(path: Path, questions: Collection[str], guides: Collection[str]) -> SearchWords:
    """The words of a file; `questions` and `guides` are the ids it may name. Raises ContentFaults."""
    document = Document(path)
    document.name = f"{path.parent.name}/{FILE}"
    document.only_headers({"stop", *_PARTS})
    found = SearchWords(
        stop=document.root().texts("stop"),
        question=_phrases(document, "question", questions),
        guide=_phrases(document, "guide", guides),
    )
    document.done()
    return found


def _phrases(document: Document, header: str, known: Collection[str]) -> dict[str, tuple[str, ...]]:
    data = document.data.get(header, {})
    if not isinstance(data, dict):
        document.fault(document.line("", 0, header), header, f"must be one [{header}] table")
        return {}
    table = Table(document, data, header, 0)
    for key in data:
        if key not in known:
            table.fault(key, f"is no {header}; use the id of one")
    return {key: table.texts(key) for key in data}
