"""What changed between two states of all tables: for TinyDB's own tables, which hand over everything each time."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from aftercare.adapters.journal_file.rows import CLEAR, DELETE, DROP, PUT, Op, RawTables, Texts, document_text
from aftercare.core.data_errors import NotStorable


def changes(before: RawTables, after: object) -> list[Op]:
    """The operations that make `after` of `before`. Raises NotStorable."""
    if not isinstance(after, Mapping):
        raise NotStorable("", type(after).__name__)
    ops = [Op(DROP, name) for name in before if name not in after]
    for name, table in after.items():
        if not isinstance(name, str):
            raise NotStorable(str(name), f"a key of type {type(name).__name__}")
        if not isinstance(table, Mapping):
            raise NotStorable(name, type(table).__name__)
        stored = before.get(name)
        known = stored or {}
        texts: Texts = {}
        for doc_id, document in table.items():
            if not isinstance(doc_id, str):
                raise NotStorable(f"{name}/{doc_id}", f"a key of type {type(doc_id).__name__}")
            texts[doc_id] = document_text(name, doc_id, document, known.get(doc_id))
        ops += _of_table(name, stored, texts)
    return ops


def conflicts(ops: Iterable[Op], before: RawTables, now: RawTables) -> bool:
    """Whether somebody else changed, between `before` and `now`, a document that the operations change too."""
    if before is now:
        return False
    return any(
        before.get(op.table) != now.get(op.table)
        if op.verb in (CLEAR, DROP)
        else any(before.get(op.table, {}).get(each) != now.get(op.table, {}).get(each) for each in op.ids)
        for op in ops
    )


def _of_table(name: str, stored: Texts | None, texts: Texts) -> list[Op]:
    before = stored or {}
    kept = [doc_id for doc_id in before if doc_id in texts]
    fresh = [doc_id for doc_id in texts if doc_id not in before]
    if stored is None or [*kept, *fresh] != list(texts):
        # New, or in another order, which only writing it all again brings about.
        whole = [Op(CLEAR, name)]
        return [*whole, Op(PUT, name, list(texts), list(texts.values()))] if texts else whole
    ops: list[Op] = []
    if gone := [doc_id for doc_id in before if doc_id not in texts]:
        ops.append(Op(DELETE, name, gone))
    if put := [doc_id for doc_id, text in texts.items() if before.get(doc_id) != text]:
        ops.append(Op(PUT, name, put, [texts[doc_id] for doc_id in put]))
    return ops
