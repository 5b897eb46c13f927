"""The documents of a table while TinyDB changes them: only those it touches are read, and only changes are told."""
from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

from aftercare.adapters.journal_file.rows import CLEAR, DELETE, PUT, Document, Op, Texts, document_text
from aftercare.core.data_errors import NotStorable


class Draft(MutableMapping[Any, Document]):
    """Looks to an updater like the dictionary of all documents by id. The stored texts stay as they are."""

    def __init__(
        self, table: str, stored: Texts | None, id_class: Callable[[str], Any], parse: Callable[[bytes], Document]
    ) -> None:
        self._table, self._id, self._parse = table, id_class, parse
        self._stored: Texts = stored or {}
        self._is_new = stored is None
        self._held: dict[str, Document] = {}
        self._gone: set[str] = set()
        self._cleared = False

    def __getitem__(self, doc_id: Any) -> Document:
        key = str(doc_id)
        if key not in self._held:
            if not self._is_stored(key):
                raise KeyError(doc_id)
            # Kept, because TinyDB changes documents in place.
            self._held[key] = self._parse(self._stored[key])
        return self._held[key]

    def __setitem__(self, doc_id: Any, document: Document) -> None:
        key = str(doc_id)
        if not self._names_a_record(key):
            raise NotStorable(f"{self._table}/{doc_id}", "a record named like this")
        self._held[key] = document

    def __delitem__(self, doc_id: Any) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        key = str(doc_id)
        self._held.pop(key, None)
        if key in self._stored:
            self._gone.add(key)

    def __contains__(self, doc_id: object) -> bool:
        key = str(doc_id)
        return key in self._held or self._is_stored(key)

    def __iter__(self) -> Iterator[Any]:
        yield from (self._id(key) for key in self._stored if key not in self._gone)
        yield from (self._id(key) for key in self._held if not self._is_stored(key))

    def __len__(self) -> int:
        return len(self._stored) - len(self._gone) + sum(not self._is_stored(key) for key in self._held)

    def clear(self) -> None:
        self._held.clear()
        self._gone = set(self._stored)
        self._cleared = bool(self._stored)

    def ops(self) -> list[Op]:
        """What is different now. Raises NotStorable."""
        if not isinstance(self._table, str):
            raise NotStorable(str(self._table), f"a table named by {type(self._table).__name__}")
        ops: list[Op] = []
        if self._cleared or self._is_new:
            ops.append(Op(CLEAR, self._table))
        elif self._gone:
            ops.append(Op(DELETE, self._table, list(self._gone)))
        put: Texts = {}
        for key, document in self._held.items():
            before = self._stored[key] if self._is_stored(key) else None
            text = document_text(self._table, key, document, before)
            if text != before:
                put[key] = text
        if put:
            ops.append(Op(PUT, self._table, list(put), list(put.values())))
        return ops

    def _names_a_record(self, key: str) -> bool:
        """Whether the table makes of the stored text what was given; TinyDB itself notices at the next look only."""
        try:
            return str(self._id(key)) == key
        except (TypeError, ValueError):
            return False

    def _is_stored(self, key: str) -> bool:
        return key in self._stored and key not in self._gone
