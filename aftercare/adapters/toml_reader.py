"""Reading a TOML file with typed getters that name file, key and line for every fault."""
from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from aftercare.adapters.medicine_words import WRITE_INSTEAD, texts_that_stop
from aftercare.adapters.toml_parse import parse
from aftercare.core.errors import ContentFault


class ContentFaults(ContentFault):
    """All faults of one file; as a ContentFault it is the first of them."""

    def __init__(self, faults: list[ContentFault]) -> None:
        first = faults[0]
        super().__init__(first.file, first.line, first.key, first.message)
        self.faults = faults


class Document:
    """One parsed file. Faults are collected, so that a check reports every one; `done` raises them."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.faults: list[ContentFault] = []
        try:
            self.text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ContentFault(self.name, 0, "file", f"cannot be read ({error.__class__.__name__})") from error
        try:
            self.data = parse(self.text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found[1]) if found else self.text.count("\n") + 1
            raise ContentFault(self.name, line, "syntax", f"is not TOML: {error}") from error

    def root(self) -> Table:
        return Table(self, self.data, "", 0)

    def tables(self, header: str) -> list[Table]:
        """The `[[header]]` tables in their order; none is a fault of the caller's to report."""
        found = self.data.get(header, [])
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            self.fault(self.line("", 0, header), header, f"must be [[{header}]] tables")
            return []
        return [Table(self, item, header, index) for index, item in enumerate(found)]

    def fault(self, line: int, key: str, message: str) -> None:
        self.faults.append(ContentFault(self.name, line, key, message))

    def only_headers(self, known: set[str]) -> None:
        """Report every top-level key that the format does not have."""
        for key in self.data:
            if key not in known:
                self.fault(self.line("", 0, key), key, f"is not known here; use {', '.join(sorted(known))}")

    def done(self) -> None:
        """Raise every fault of the file; a text that tells a patient to stop a medicine is one, whatever its key."""
        for key, text in texts_that_stop(self.data):
            self.fault(self.line_of(text), key, WRITE_INSTEAD)
        if self.faults:
            raise ContentFaults(self.faults)

    def line_of(self, text: str) -> int:
        """The 1-based line on which a text stands; 1 where its quotes are escaped beyond finding."""
        found = self.text.find(text)
        return self.text.count("\n", 0, found) + 1 if found >= 0 else 1

    def line(self, header: str, index: int, key: str, item: int | None = None) -> int:
        """The 1-based line of a key, or of its table where the key is missing. A table at the top is a key too."""
        # Whole files have no line to look up.
        from aftercare.adapters.toml_lines import line_of_key

        return line_of_key(self.text, header, index, key, item)


class Table:
    """One table of a document, with getters that report a fault and return a harmless value."""

    def __init__(self, document: Document, data: dict[str, Any], header: str, index: int) -> None:
        self.document, self.data, self.header, self.index = document, data, header, index

    def fault(self, key: str, message: str, item: int | None = None) -> None:
        """Report a fault of a key of this table, or of the n-th item of its list."""
        self.document.fault(self.document.line(self.header, self.index, key, item), key, message)

    def only(self, known: set[str]) -> None:
        """Report every key that the format does not have."""
        for key in self.data:
            if key not in known:
                self.fault(key, f"is not known here; use {', '.join(sorted(known))}")

    def has(self, key: str) -> bool:
        return key in self.data

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value
        self.fault(key, "is missing; give a text" if value is None else "must be a text that is not empty")
        return ""

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.fault(key, "must be a list of texts")
            return ()
        if required and not value:
            self.fault(key, "is missing; give at least one text")
        return tuple(value)

    def flag(self, key: str) -> bool:
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            self.fault(key, "must be true or false")
            return False
        return value

    def number(self, key: str, low: float, high: float) -> float:
        value = self.data.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.fault(key, f"must be a number from {low:g} to {high:g}")
        return low

    def whole(self, key: str, low: int, high: int) -> int:
        value = self.data.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.fault(key, f"must be a whole number from {low} to {high}")
        return low

    def pair(self, key: str, low: float, high: float) -> tuple[float, float]:
        """Two numbers [least, most] in order, within low and high."""
        pair = as_pair(self.data.get(key), low, high)
        if pair is None:
            self.fault(key, f"must be [least, most], from {low:g} to {high:g}")
            return (low, low)
        return pair

    def one_of(self, key: str, accepted: list[str]) -> str:
        value = self.data.get(key)
        if value in accepted:
            return str(value)
        self.fault(key, f"must be one of {', '.join(accepted)}" + (f', not "{value}"' if value is not None else ""))
        return accepted[0]


def as_pair(value: Any, low: float, high: float) -> tuple[float, float] | None:
    """A list of two ordered numbers within bounds, or None."""
    if not isinstance(value, list) or len(value) != 2:
        return None
    if not all(isinstance(n, (int, float)) and not isinstance(n, bool) for n in value):
        return None
    least, most = value
    return (least, most) if low <= least <= most <= high else None
