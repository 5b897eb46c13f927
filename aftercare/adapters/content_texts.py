"""Which texts of a content file a patient reads, so that each of them is translated."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# Every other text is for patients, so that a new key is never silently left untranslated.
NOT_TEXT = frozenset(
    "id icon verb areas sources source file line activity phase strength end symptom technique product tier call "
    "protocol protocols needle_free help like version reviewed_by date related activities anchor fact facts needs "
    "country code number art drawing outcome group kind aliases near ours address authority".split()
)
# Keys that hold ids in one table and texts in others; papers keep the names under which they were published.
IDS = frozenset(
    {"checks.condition.question", "guides.usual", "protocols.rule.why", "evidence.row.title", "evidence.row.publisher"}
)


def texts_by_key(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Key and text of every patient text in a parsed file. `path`: the file's kind and the keys down to the value."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from texts_by_key(below, f"{path}.{name}")
    elif isinstance(value, list):
        for below in value:
            yield from texts_by_key(below, path)
    elif isinstance(value, str) and value:
        key = path.rpartition(".")[2]
        if path not in IDS and key not in NOT_TEXT:
            yield key, value
