"""What deleting everything takes away, and what of it could not be deleted."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from aftercare.words import gettext as _
from aftercare.words import marked


class What(StrEnum):
    """The kinds of things that go, in the order in which they go."""

    ALARMS = "alarms"
    LOCK = "lock"
    DATA = "data"
    PHOTOS = "photos"
    COPIES = "copies"
    LOGS = "logs"
    BACKUPS = "backups"


_GONE = {
    What.ALARMS: marked("Reminders of this device"),
    What.LOCK: marked("The code of the app"),
    What.DATA: marked("Sessions, check-ins, clinic times and settings"),
    What.PHOTOS: marked("Photos"),
    What.COPIES: marked("Safety copies in the app"),
    What.LOGS: marked("Technical notes of the app"),
    What.BACKUPS: marked("Backups that the app made by itself"),
}
_LEFT = {
    What.ALARMS: marked("The reminders could not be taken out of this device. Try again."),
    What.LOCK: marked("The code of the app could not be deleted. Try again."),
    What.DATA: marked("Your notes could not be deleted. Close other Aftercare windows and try again."),
    What.PHOTOS: marked("Some photos could not be deleted. Try again."),
    What.COPIES: marked("A safety copy could not be deleted. Try again."),
    What.LOGS: marked("Technical notes could not be deleted. They go at the next start."),
    What.BACKUPS: marked("A backup could not be deleted. Look into the folder that you chose."),
}


@dataclass(frozen=True, slots=True)
class Gone:
    """One kind of things that went."""

    what: What

    @property
    def sentence(self) -> str:
        return _(_GONE[self.what])


@dataclass(frozen=True, slots=True)
class Left:
    """One kind of things that is still there, where (paths), and what the system said of it."""

    what: What
    paths: tuple[str, ...] = ()
    reason: str = ""

    @property
    def sentence(self) -> str:
        return _(_LEFT[self.what])


@dataclass(frozen=True, slots=True)
class Erased:
    """What deleting everything did. Without `left` the app is as on its first day."""

    gone: tuple[Gone, ...] = ()
    left: tuple[Left, ...] = ()

    @property
    def complete(self) -> bool:
        return not self.left


@dataclass(frozen=True, slots=True)
class Wish:
    """What the patient asked for: the paths of the automatic backups that go too."""

    backups: tuple[str, ...] = ()


class ErasableFolder(Protocol):
    """The data folder, to be emptied. Only files that the app makes are touched."""

    def wished(self) -> Wish | None:
        """What was asked for and is not finished yet."""
        ...

    def begin(self, wish: Wish) -> None:
        """Note, on the disk, what is to go, before anything goes. Raises UnsavedData."""
        ...

    def remove(self, what: What) -> tuple[int, Sequence[str]]:
        """Delete all files of a kind: how many went, and the paths that are still there. Raises nothing."""
        ...

    def finish(self, logs_later: bool = False) -> None:
        """Take the note away, and the folder, when nothing else is in it. Raises nothing.

        `logs_later`: technical notes that are in use go at the next start, by `remove_logs_left`, and nothing else.
        """
        ...

    def remove_logs_left(self) -> None:
        """Delete technical notes that could not go before. Raises nothing."""
        ...
