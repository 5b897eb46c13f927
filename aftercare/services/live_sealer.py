"""The sealer that everything holds from the start, and that follows the lock."""
from __future__ import annotations

from aftercare.core.sealer_port import Locked, PlainSealer, Sealer
from aftercare.core.vault_port import Keys


class LiveSealer:
    """Sealer: plain without a code, the key's own while it is open, and Locked otherwise."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._open: Sealer | None = None
        self._key_id: bytes | None = None

    def follow(self, sealer: Sealer | None) -> None:
        """Use this sealer; None when the key is not open."""
        self._key_id = self._keys.key_id() if sealer else None
        self._open = sealer

    @property
    def hides(self) -> bool:
        """While it is locked, too: what is written then must not be plain."""
        return self._open.hides if self._open else self._keys.phase() is not None

    def seal(self, content: bytes, place: bytes) -> bytes:
        return self._now().seal(content, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        return self._now().open(sealed, place)

    def _now(self) -> Sealer:
        """Raises Locked, too, when another window took the code away meanwhile: its key opens nothing any more."""
        key_id = self._keys.key_id()
        if self._open is not None and key_id == self._key_id:
            return self._open
        if self._open is None and key_id is None:
            return PlainSealer()
        raise Locked
