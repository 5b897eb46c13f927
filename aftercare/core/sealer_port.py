"""What hides bytes before they are written, and brings them back. Without a code nothing is hidden."""
from __future__ import annotations

from typing import Protocol

from aftercare.core.data_errors import DataError
from aftercare.words import gettext as _

# How sealed bytes begin. No text, picture or archive begins like this; the last one is the version.
SEALED_MARK = b"\xacAF\x01"


def looks_sealed(content: bytes) -> bool:
    """Whether bytes were sealed, by how they begin; damaged ones look sealed too."""
    return content.startswith(SEALED_MARK)


class SealBroken(DataError):
    """Sealed bytes were changed, cut, moved to another place, or sealed with another key."""

    def __init__(self) -> None:
        super().__init__(_("A part of your data is damaged and cannot be opened."))


class Locked(DataError):
    """The data is sealed and no code was given yet."""

    def __init__(self) -> None:
        super().__init__(_("Aftercare is locked. Enter your code first."))


class Sealer(Protocol):
    """Seals bytes for one place, and opens them there alone.

    `place` names where they stand, such as b"journal:" + file id + sequence number: bytes that were moved, repeated or
    exchanged do not open. It is not stored and not secret. Nothing but `seal` knows how long the sealed bytes are.
    """

    @property
    def hides(self) -> bool:
        """Whether sealed bytes are hidden; False: they are what was given."""
        ...

    def seal(self, content: bytes, place: bytes) -> bytes:
        """Bytes for the disk; sealing the same twice gives different ones. Raises Locked."""
        ...

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """What was sealed for this place. Raises SealBroken or Locked."""
        ...


class PlainSealer:
    """Sealer of a data folder without a code: everything stays as it is."""

    hides = False

    def seal(self, content: bytes, place: bytes) -> bytes:
        return content

    def open(self, sealed: bytes, place: bytes) -> bytes:
        return sealed
