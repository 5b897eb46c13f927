"""What the app lock tells a screen, and why it does not open."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from aftercare.core.errors import InvalidInput
from aftercare.core.lock_code import FIELD
from aftercare.core.vault_port import Way
from aftercare.words import gettext as _
from aftercare.words import ngettext


class Status(StrEnum):
    """No code is set; the data is sealed; the data is open."""

    OFF = "off"
    LOCKED = "locked"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class LockState:
    """`wait`: how long no code is taken. `wrong`: codes since the last right one; `tries_left` before a wait.

    `unfinished`: sealing or unsealing was interrupted; it goes on by itself. `recovered`: opened with the recovery
    code, so that a new code is to be chosen now.
    """

    status: Status
    wait: timedelta = timedelta()
    wrong: int = 0
    tries_left: int = 0
    unfinished: bool = False
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class LockDraft:
    """A code that was not set yet, and the groups of the recovery code that belongs to it; shown once, kept nowhere."""

    code: str = field(repr=False)
    groups: tuple[str, ...] = field(repr=False)

    @property
    def secrets(self) -> Mapping[Way, str]:
        return {Way.CODE: self.code, Way.RECOVERY: "".join(self.groups)}


class WrongCode(InvalidInput):
    """The code does not open the data. `left` more bring no wait; `wait`: how long no code is taken now."""

    def __init__(self, left: int, wait: timedelta, wrong: int) -> None:
        said = ngettext(
            "That code is not right. {count} try before a short wait.",
            "That code is not right. {count} tries before a short wait.",
            left,
        )
        super().__init__(FIELD, said.format(count=left) if left else _("That code is not right. Please wait a little."))
        self.left, self.wait, self.wrong = left, wait, wrong


class MustWait(InvalidInput):
    """No code is taken yet; `wait` is what is left. The code was not looked at."""

    def __init__(self, wait: timedelta, wrong: int) -> None:
        super().__init__(FIELD, _("Please wait a little. Then try your code again."))
        self.wait, self.wrong = wait, wrong
