"""Searching while typing: every shipped question, letter by letter, in each language; and the index of a language."""
from __future__ import annotations

from statistics import quantiles
from time import thread_time

from aftercare.adapters.content import FileCatalogue
from aftercare.core.search import Entry, SearchIndex
from bench.result import Result

LIMIT_MS = 5.0
# An index is made once, when the search is opened.
INDEX_LIMIT_MS = 50.0


def run() -> list[Result]:
    """Milliseconds of processor time: the slowest key press but for one in a hundred, and making an index."""
    results = []
    for language in ("en", "ru"):
        entries, stop = _entries(language)
        began = thread_time()
        index = SearchIndex(entries, stop)
        made = (thread_time() - began) * 1000
        presses = []
        for entry in entries:
            typed = entry.title or entry.phrases[0]
            for length in range(1, len(typed) + 1):
                began = thread_time()
                index.find(typed[:length])
                presses.append((thread_time() - began) * 1000)
        slow = quantiles(presses, n=100)[-1]
        results.append(Result(f"search: a key press among {len(entries)} questions, {language}", slow, LIMIT_MS, "ms"))
        results.append(Result(f"search: making the index, {language}", made, INDEX_LIMIT_MS, "ms"))
    return results


def _entries(language: str) -> tuple[list[Entry], tuple[str, ...]]:
    catalogue = FileCatalogue()
    words = catalogue.search_words(language)
    titled = language == "en"
    entries = [
        Entry(question.id, question.title if titled else "", words.question.get(question.id, ()))
        for question in catalogue.questions()
    ]
    return entries, words.stop
