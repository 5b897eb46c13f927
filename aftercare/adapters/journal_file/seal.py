"""The seam for encryption: every payload of a journal file goes through a seal."""
from __future__ import annotations

from typing import Protocol


class BrokenSeal(Exception):
    """The bytes were not sealed like this, with this key, for this place."""


class Seal(Protocol):
    """Closes payloads and opens them again. `about` says where a payload stands; it is checked and not stored."""

    @property
    def hides(self) -> bool:
        """Whether `seal` hides anything. A sealed file is not opened by a seal that does not."""

    def seal(self, payload: bytes, about: bytes) -> bytes:
        """The bytes to store."""

    def open(self, stored: bytes, about: bytes) -> bytes:
        """The payload. Raises BrokenSeal."""


class Unsealed:
    """Seal of a data file without a PIN: everything stands there as it is."""

    hides = False

    def seal(self, payload: bytes, about: bytes) -> bytes:
        return payload

    def open(self, stored: bytes, about: bytes) -> bytes:
        return stored
