"""Faults that a caller can act on. Each carries the field it is about and one sentence for the person who reads it."""
from __future__ import annotations


class InvalidInput(ValueError):
    """What was entered is not accepted; `message` names the field and says what is."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class WallTimeGap(InvalidInput):
    """The entered wall time does not exist, because clocks were put forward; `next_valid` is "YYYY-MM-DDTHH:MM"."""

    def __init__(self, field: str, message: str, next_valid: str) -> None:
        super().__init__(field, message)
        self.next_valid = next_valid


class ContentFault(Exception):
    """A content file is wrong. Says which file, which key and which line, and what is accepted there."""

    def __init__(self, file: str, line: int, key: str, message: str) -> None:
        super().__init__(f"{file}:{line}: {key}: {message}")
        self.file = file
        self.line = line
        self.key = key
        self.message = message
