"""Lines of articles that content rests on, checked against the articles that sources.toml lists."""
from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from aftercare.adapters.toml_reader import Table
from aftercare.core.protocol import Source

_SOURCE = re.compile(r"(?P<file>[\w.-]+):(?P<line>[1-9]\d*)")


def source_or_fault(value: Any, lengths: Mapping[str, int]) -> Source | str:
    """The line that "file:line" names, or what is wrong with it. `lengths`: the lines of each listed article."""
    found = _SOURCE.fullmatch(value) if isinstance(value, str) else None
    if not found or found["file"] not in lengths:
        return 'must be "file:line" of an article in sources.toml'
    file, line, last = found["file"], int(found["line"]), lengths[found["file"]]
    if line > last:
        return f'names line {line}, but {file} ends at line {last}; use a line from 1 to {last}'
    return Source(file, line)


def cited(table: Table, lengths: Mapping[str, int], required: bool = True) -> tuple[Source, ...]:
    """The `sources` of a table; every one that is wrong is reported."""
    found: list[Source] = []
    for text in table.texts("sources", required):
        source = source_or_fault(text, lengths)
        if isinstance(source, Source):
            found.append(source)
        else:
            table.fault("sources", f'"{text}" {source}')
    return tuple(found)
