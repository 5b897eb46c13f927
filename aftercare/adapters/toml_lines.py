"""On which line of a TOML text a key stands.

tomllib keeps no positions, so a line is looked up in the text, and only once a fault is reported.
"""
from __future__ import annotations

import re


def line_of_key(text: str, header: str, index: int, key: str, item: int | None = None) -> int:
    """The 1-based line of a key in the index-th table of a header, or of that table where the key is missing.

    `item`: the line of the n-th item of the key's list instead. A table at the top is a key too.
    """
    lines = text.splitlines()
    start = _header_line(lines, header, index)
    for number in range(start, len(lines)):
        if number > start and lines[number].startswith("[") and (header or "=" not in lines[number]):
            break
        if re.match(rf"{re.escape(key)}\s*=", lines[number]):
            return _item_line(lines, number, item)
    return start + 1 if header else _header_line(lines, key, 0) + 1


def _header_line(lines: list[str], header: str, index: int) -> int:
    if not header:
        return 0
    seen = -1
    for number, line in enumerate(lines):
        if re.match(rf"\[\[?{re.escape(header)}\]\]?\s*(#.*)?$", line):
            seen += 1
            if seen == index:
                return number
    return 0


def _item_line(lines: list[str], start: int, item: int | None) -> int:
    if item is None:
        return start + 1
    seen = -1
    for number in range(start, len(lines)):
        seen += lines[number].count("{")
        if seen >= item:
            return number + 1
        if number > start and lines[number].startswith("]"):
            break
    return start + 1
