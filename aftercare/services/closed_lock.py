"""The lock as whoever never asks for the code sees it: the commands, and the delivery of alerts."""
from __future__ import annotations

from typing import TYPE_CHECKING

from aftercare.services.live_sealer import LiveSealer

if TYPE_CHECKING:
    from aftercare.core.vault_port import KeyState


class ClosedLock:
    """Data with a code stays locked here. `sealer` is what all data goes through; it notices when a code comes."""

    def __init__(self, keys: KeyState) -> None:
        self._keys = keys
        self.sealer = LiveSealer(keys)

    @property
    def is_set(self) -> bool:
        """Whether there is a code; quick. Raises KeyDamaged or KeyTooNew."""
        return self._keys.phase() is not None

    @property
    def is_locked(self) -> bool:
        """The same: nobody opens it."""
        return self.is_set
