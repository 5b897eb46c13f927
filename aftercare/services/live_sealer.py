"""The sealer that everything holds from the start, and that follows the lock."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aftercare.core.sealer_port import Locked, PlainSealer, Sealer

if TYPE_CHECKING:
    from aftercare.core.vault_port import KeyState


class LiveSealer:
    """Sealer: plain without a code, the key's own while it is open, and Locked otherwise."""

    def __init__(self, keys: KeyState) -> None:
        self._keys = keys
        self._open: Sealer | None = None
        self._key_id: bytes | None = None
        self.is_changing = False

    @contextmanager
    def changing(self) -> Iterator[None]:
        """While the key comes or goes: until `follow` is called, what was used before holds, key or no key."""
        self.is_changing = True
        try:
            yield
        finally:
            self.is_changing = False

    def follow(self, sealer: Sealer | None) -> None:
        """Use this sealer; None when the key is not open."""
        self._key_id = self._keys.key_id() if sealer else None
        self._open = sealer

    @property
    def hides(self) -> bool:
        """While it is locked, too: what is written then must not be plain."""
        is_set, sealer = self._keys.phase() is not None, self._open
        return sealer.hides if sealer else is_set and not self.is_changing

    def seal(self, content: bytes, place: bytes) -> bytes:
        return self._now().seal(content, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        return self._now().open(sealed, place)

    def _now(self) -> Sealer:
        """Raises Locked, too, when another window took the code away meanwhile: its key opens nothing any more."""
        # Twice, since the key may come or go on another thread between the questions.
        return self._found() or self._found() or _locked()

    def _found(self) -> Sealer | None:
        key_id, is_changing, sealer = self._keys.key_id(), self.is_changing, self._open
        if sealer is not None:
            return sealer if is_changing or key_id == self._key_id else None
        return PlainSealer() if is_changing or key_id is None else None


def _locked() -> Sealer:
    raise Locked
