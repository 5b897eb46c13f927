"""A TinyDB table that tells the storage which documents changed, instead of handing over everything."""
from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping
from typing import Any, cast

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from aftercare.adapters.journal_file import rows
from aftercare.adapters.journal_file.draft import Draft
from aftercare.adapters.journal_file.file import JournalFile
from aftercare.adapters.journal_file.storage import JournalStorage

# Enough for speed; no more than these are in memory twice.
_BATCH = 500


class JournalTable(Table):
    """Does what Table does, at the cost of what is touched. Over another storage or a middleware it is a Table."""

    _foreign = -1

    def insert(self, document: Mapping[str, Any]) -> int:
        file = self._file()
        if file is None:
            return super().insert(document)
        # The id is chosen under the lock: another process may be choosing, too.
        with file.exclusive():
            return super().insert(document)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        file = self._file()
        if file is None:
            return super().upsert(document, cond)
        with file.exclusive():
            return super().upsert(document, cond)

    def search(self, cond: QueryLike) -> list[Document]:
        if file := self._file():
            with file.looking():
                self._keep_up(file)
        return super().search(cond)

    def ids_where(self, field: str, value: str) -> list[int]:
        """The ids of the documents whose `field` is this text. The others are not even parsed."""
        file = self._file()
        if file is None:
            return [found.doc_id for found in self if found.get(field) == value]
        wanted = rows.text_of(value)
        with file.looking() as tables:
            likely = [(key, text) for key, text in tables.get(self.name, {}).items() if wanted in text]
        return [self.document_id_class(key) for key, text in likely if file.document(text).get(field) == value]

    def _file(self) -> JournalFile | None:
        return self._storage.file if isinstance(self._storage, JournalStorage) else None

    def _keep_up(self, file: JournalFile) -> None:
        """Forget what was remembered when another process has changed the file."""
        if self._foreign != file.foreign:
            self._foreign = file.foreign
            self._next_id = None
            self.clear_cache()

    def _get_next_id(self) -> Any:
        if file := self._file():
            with file.looking():
                self._keep_up(file)
        return super()._get_next_id()  # type: ignore[no-untyped-call]

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        file = self._file()
        if file is None:
            return super()._read_table()
        with file.looking() as tables:
            return cast("dict[str, Mapping[str, Any]]", _Stored(tables.get(self.name, {}), file))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        file = self._file()
        if file is None:
            super()._update_table(updater)
            return
        with file.exclusive() as tables:
            self._keep_up(file)
            draft = Draft(self.name, tables.get(self.name), self.document_id_class, file.document)
            updater(cast("dict[int, Mapping[str, Any]]", draft))
            file.commit(draft.ops())
            self.clear_cache()


class _Stored(Mapping[str, rows.Document]):
    """The documents of a table by record number, each made anew whenever it is asked for."""

    def __init__(self, texts: rows.Texts, file: JournalFile) -> None:
        self._texts, self._file = texts, file

    def __getitem__(self, key: str) -> rows.Document:
        return self._file.document(self._texts[key])

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._texts))

    def __len__(self) -> int:
        return len(self._texts)

    def items(self) -> ItemsView[str, rows.Document]:
        return _Items(self, list(self._texts.items()), self._file)


class _Items(ItemsView[str, rows.Document]):
    def __init__(self, mapping: _Stored, pairs: list[tuple[str, bytes]], file: JournalFile) -> None:
        super().__init__(mapping)
        self._pairs, self._file = pairs, file

    def __iter__(self) -> Iterator[tuple[str, rows.Document]]:
        for start in range(0, len(self._pairs), _BATCH):
            batch = self._pairs[start : start + _BATCH]
            found: Iterable[rows.Document] = self._file.documents([text for _key, text in batch])
            yield from zip((key for key, _text in batch), found, strict=True)
