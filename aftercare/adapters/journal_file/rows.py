"""What a payload says: which documents are put, deleted, and which tables emptied or dropped.

The first line is the JSON of the operations; each further line is the JSON of one document, in the order in which the
operations name them. Documents stay text until somebody reads them: a tenth of the memory, and nothing can alter them.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from json import JSONDecoder, JSONEncoder
from typing import Any, NamedTuple
from zlib import crc32

from aftercare.adapters.plain_json import refuse_constant, refuse_foreign_values
from aftercare.core.data_errors import NotStorable

Texts = dict[str, bytes]
RawTables = dict[str, Texts]
Document = dict[str, Any]

PUT, DELETE, CLEAR, DROP = "put", "delete", "clear", "drop"
_VERBS, _TEXT = (PUT, DELETE, CLEAR, DROP), {str}
# No longer than what `int` takes.
_NUMBER = re.compile(r"-?[0-9]{1,4000}")
# A dozen check-ins: what is lost together when a header of a snapshot is hit.
CHUNK_BYTES = 6 * 1024


class Op(NamedTuple):
    """`clear` empties a table, or makes an empty one. `texts` belong to a `put`, one an id."""

    verb: str
    table: str
    ids: Sequence[str] = ()
    texts: Sequence[bytes] = ()


class Unreadable(ValueError):
    """A payload, or a document in it, is not what we write."""


_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
# Without looking for white space around: there are thousands of lines to read at a start.
_decode = JSONDecoder(parse_constant=refuse_constant).raw_decode


def text_of(value: object) -> bytes:
    """A value as one line of JSON. Lone surrogates come back as they were."""
    return _encode(value).encode("utf-8", "surrogatepass")


def value_of(text: bytes) -> Any:
    """The value of a line of JSON, without white space around it. Raises Unreadable."""
    try:
        line = text.decode("utf-8", "surrogatepass")
        value, end = _decode(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if end != len(line):
        raise Unreadable
    return value


def document_text(table: str, doc_id: str, document: object, stored: bytes | None = None) -> bytes:
    """The text of a document. Raises NotStorable, naming the field, unless it comes back unchanged.

    What is the same as the `stored` text is not looked at again.
    """
    key = f"{table}/{doc_id}"
    if not isinstance(document, dict):
        raise NotStorable(key, type(document).__name__)
    try:
        text = text_of(document)
    except (TypeError, ValueError, RecursionError):
        text = None
    if text is None or text != stored:
        refuse_foreign_values(document, key)
    if text is None:
        raise NotStorable(key, "such a value")
    return text


def documents(texts: Sequence[bytes]) -> list[Document]:
    """The documents of many texts at once, each made anew. Raises Unreadable."""
    found: list[Document] = value_of(b"[" + b",".join(texts) + b"]")
    if len(found) != len(texts) or not all(isinstance(document, dict) for document in found):
        raise Unreadable
    return found


def payload_of(ops: Sequence[Op], checked: bool = False) -> bytes:
    """The payload that says these operations; `checked` gives every document a checksum of its own."""
    head: list[list[Any]] = []
    lines: list[bytes] = []
    for op in ops:
        told: list[Any] = [op.verb, op.table]
        if op.verb in (PUT, DELETE):
            told.append(list(op.ids))
        if op.verb == PUT and checked:
            told.append([_check(op.table, doc_id, text) for doc_id, text in zip(op.ids, op.texts, strict=True)])
        head.append(told)
        lines += op.texts
    return b"\n".join([text_of(head), *lines])


def ops_of(payload: bytes, damaged: bool = False) -> list[Op]:
    """The operations of a payload. Of a `damaged` one only documents whose own checksum is right. Raises Unreadable."""
    lines = payload.split(b"\n")
    ops: list[Op] = []
    at = 1
    try:
        for verb, table, *rest in value_of(lines[0]):
            ids = rest[0] if rest else []
            if verb not in _VERBS or type(table) is not str or not _TEXT.issuperset(map(type, ids)):
                raise Unreadable
            texts = lines[at : at + len(ids)] if verb == PUT else []
            if damaged and verb == PUT:
                ids, texts = _right(table, ids, lines[at:], rest[1])
            at += len(texts)
            if len(texts) != (len(ids) if verb == PUT else 0):
                raise Unreadable
            ops.append(Op(verb, table, ids, texts))
    except (TypeError, ValueError, IndexError) as error:
        raise Unreadable from error
    if at != len(lines) and not damaged:
        raise Unreadable
    return ops


def are_numbered(ops: Iterable[Op]) -> bool:
    """Whether each record is named by a number, as TinyDB names them unless it is told otherwise."""
    return all(_NUMBER.fullmatch(doc_id) for op in ops for doc_id in op.ids)


def apply(ops: Iterable[Op], tables: RawTables) -> None:
    """Carry the operations out on these tables."""
    for verb, table, ids, texts in ops:
        if verb == PUT:
            tables.setdefault(table, {}).update(zip(ids, texts, strict=True))
        elif verb == DELETE:
            there = tables.get(table, {})
            for doc_id in ids:
                there.pop(doc_id, None)
        elif verb == CLEAR:
            tables[table] = {}
        else:
            tables.pop(table, None)


def copied(tables: RawTables) -> RawTables:
    """The same documents in dictionaries of their own."""
    return {name: dict(texts) for name, texts in tables.items()}


def _check(table: str, doc_id: str, text: bytes) -> int:
    # The id is part of it: a document must not be taken for another.
    return crc32(text, crc32(f"{table}/{doc_id}".encode("utf-8", "surrogatepass")))


def _right(table: str, ids: list[str], lines: list[bytes], checks: list[int]) -> tuple[list[str], list[bytes]]:
    # Line ends may be damaged, too; so the lines are counted from both ends.
    kept: Texts = {}
    for step in (1, -1):
        for doc_id, text, check in zip(ids[::step], lines[::step], checks[::step], strict=False):
            if _check(table, doc_id, text) == check:
                kept[doc_id] = text
    # A damaged id may read like another one.
    ordered = [doc_id for doc_id in dict.fromkeys(ids) if doc_id in kept]
    return ordered, [kept[doc_id] for doc_id in ordered]
