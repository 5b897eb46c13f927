"""The search words of each language; a file is read once, when its language is asked for."""
from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from aftercare.adapters.search_words_file import read_search_words, search_files
from aftercare.core.question import SearchWords
from aftercare.words import ENGLISH


class SearchShelf:
    """`questions` and `guides`: the ids that a file may name."""

    def __init__(self, folder: Path, questions: Collection[str], guides: Collection[str]) -> None:
        self._folder, self._questions, self._guides = folder, questions, guides
        self._read: dict[str, SearchWords] = {}

    def words(self, language: str) -> SearchWords:
        """What people type in a language; the English words where it has none of its own. Raises ContentFaults."""
        known = search_files(self._folder)
        code = language if language in known else ENGLISH
        if code not in self._read:
            self._read[code] = (
                read_search_words(known[code], self._questions, self._guides) if code in known else SearchWords()
            )
        return self._read[code]
