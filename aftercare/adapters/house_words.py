"""Texts of the content that permit, promise or shout. Read by check-content only.

That no text stops a medicine is looked at whenever content is read: see `medicine_words.py`.
"""
from __future__ import annotations

import re
from pathlib import Path

from aftercare.adapters.content_texts import texts_by_key
from aftercare.adapters.toml_reader import Document
from aftercare.core.errors import ContentFault

_UNREAD = "facts"
_RULES = (
    (
        re.compile(r"\byou may (?!(?:feel|see|get|have|need|notice|bruise)\b)|\byou are (?:allowed|free) to\b", re.I),
        'permits something; write "Ask your clinic." or what is usual',
    ),
    (
        re.compile(r"\b(?:completely|perfectly|totally) safe\b|\b(?:it|this|that) is safe\b|\bno risks?\b(?!”)", re.I),
        "calls something safe; write what is known of the risk",
    ),
    (
        re.compile(r"\bguarantee|\bwe promise\b|\b100 ?%|\balways works\b|\bwill (?:heal|disappear|vanish)\b", re.I),
        'promises a result; write "often", "can" or "is meant to"',
    ),
    (re.compile("!"), "has an exclamation mark; write a full stop"),
)


def wording_faults(folder: Path) -> list[ContentFault]:
    """Each text of a content folder that our own rules forbid, with what to write instead."""
    found: list[ContentFault] = []
    for path in sorted(folder.rglob("*.toml")):
        if path.parent.name == _UNREAD:
            continue
        try:
            document = Document(path)
        except ContentFault:
            # Its own reader says what is wrong with it.
            continue
        kind = path.stem if path.parent == folder else path.parent.name
        for key, text in texts_by_key(document.data, kind):
            found.extend(
                ContentFault(document.name, document.line_of(text), key, told)
                for forbidden, told in _RULES
                if forbidden.search(text)
            )
    return found
