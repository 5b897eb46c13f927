"""What the app lock needs from the outside: the key of the data, the count of wrong codes, and what is sealed."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from aftercare.core.data_errors import DataError
from aftercare.core.lock_policy import Reading, Tries
from aftercare.core.sealer_port import Sealer
from aftercare.words import gettext as _


class Phase(StrEnum):
    """How far the data is sealed. In the first and the last phase some files are plain and some are not."""

    SEALING = "sealing"
    SEALED = "sealed"
    UNSEALING = "unsealing"


class Way(StrEnum):
    """The secrets that open the same key."""

    CODE = "code"
    RECOVERY = "recovery"


class WrongSecret(Exception):
    """The key file is whole, and this is not its secret."""


class KeyDamaged(DataError):
    """The key file and its copy are damaged, so that no code opens the data any more."""

    def __init__(self) -> None:
        super().__init__(_("The lock of your data is damaged. Nothing was deleted. Open your last backup."))


class KeyTooNew(DataError):
    """A newer version of the app wrote the key file."""

    def __init__(self) -> None:
        super().__init__(_("A newer Aftercare locked your data. Update the app, then open it."))


class Vault(Protocol):
    """The open key of the data, in memory."""

    def strict(self) -> Sealer:
        """Seals, and opens nothing but what is sealed."""
        ...

    def lenient(self, hides: bool) -> Sealer:
        """Opens plain bytes too, for the time in which files change; seals if `hides`."""
        ...

    @property
    def key(self) -> bytes:
        """A copy of the key itself, to be wrapped; let go of it at once. Raises Locked."""
        ...

    def vouch(self, text: bytes) -> bytes:
        """A proof that whoever wrote the text held the key. Raises Locked."""
        ...

    def close(self) -> None:
        """Forget the key as far as the language allows; its sealers raise Locked from now on."""
        ...


class KeyState(Protocol):
    """What can be known of the key without any secret."""

    def phase(self) -> Phase | None:
        """None when no code is set. Raises KeyDamaged or KeyTooNew."""
        ...

    def key_id(self) -> bytes | None:
        """What tells this key from any other; None when no code is set. Raises KeyDamaged or KeyTooNew."""
        ...


class Keys(KeyState, Protocol):
    """The key file. Every change of it is on the disk as a whole, or not at all. Any call may raise UnsavedData."""

    def create(self, secrets: Mapping[Way, str]) -> Vault:
        """A new key, in the phase of sealing. Slow: about half a second a secret."""
        ...

    def open(self, way: Way, secret: str) -> tuple[Vault, Phase]:
        """The key, and the phase that it vouches for. Slow. Raises WrongSecret, KeyDamaged or KeyTooNew."""
        ...

    def holds(self, vault: Vault) -> bool:
        """Whether this key is the one in force; quick. Raises KeyDamaged, KeyTooNew or Locked."""
        ...

    def rewrap(self, vault: Vault, secrets: Mapping[Way, str]) -> None:
        """From now on these secrets open the key, and no others. Slow. Raises Locked where another key is in force."""
        ...

    def mark(self, vault: Vault, phase: Phase) -> None:
        """Note how far the data is sealed. Raises Locked where another key is in force."""
        ...

    def forget(self) -> None:
        """Delete the key. Whatever is still sealed stays so for ever."""
        ...


class TriesFile(Protocol):
    """The wrong codes, kept over restarts. No call raises: a full disk must not lock anybody out."""

    def read(self) -> Tries: ...

    def write(self, tries: Tries) -> None: ...


class Part(Protocol):
    """A part of the data that is sealed file by file."""

    def reseal(self, sealer: Sealer) -> None:
        """Bring every file into the form of this lenient sealer, leftovers too; then none of the other form is there.

        Each file changes as a whole. What was done before an interruption is not done again. Raises DataError.
        """
        ...


class Readings(Protocol):
    """The clocks by which a wait is measured."""

    def __call__(self) -> Reading: ...


@dataclass(frozen=True, slots=True)
class LockPorts:
    """All that the lock of a data folder stands on. `exclusive` is the one lock of window and pump.

    `chance` gives so many random bytes.
    """

    keys: Keys
    tries: TriesFile
    parts: Sequence[Part]
    exclusive: Callable[[], AbstractContextManager[object]]
    readings: Readings
    chance: Callable[[int], bytes]
