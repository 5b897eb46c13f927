"""The key of the data for as long as it is open: what goes through it, and who is told when it comes or goes."""
from __future__ import annotations

from collections.abc import Callable

from aftercare.core.sealer_port import Sealer
from aftercare.core.vault_port import KeyState, Phase, Vault
from aftercare.services.live_sealer import LiveSealer


class HeldKey:
    """`vault` and its `phase` are None while the key is not open. `recovered`: the recovery code opened it.

    `sealer` is what all data goes through; it follows by itself. Listeners hear of each lock and unlock, on whatever
    thread that happens.
    """

    def __init__(self, keys: KeyState) -> None:
        self.sealer = LiveSealer(keys)
        self.listeners: list[Callable[[], None]] = []
        self.vault: Vault | None = None
        self.phase: Phase | None = None
        self.recovered = False

    def take(self, vault: Vault, phase: Phase) -> None:
        """Use this key from now on; the one of before is forgotten."""
        before, self.vault, self.phase = self.vault, vault, phase
        if before is not None and before is not vault:
            before.close()
        self.sealer.follow(_sealer_of(vault, phase))
        self.tell()

    def drop(self) -> None:
        """Forget the key; nothing is told yet."""
        vault, self.vault, self.phase, self.recovered = self.vault, None, None, False
        self.sealer.follow(None)
        if vault is not None:
            vault.close()

    def tell(self) -> None:
        for listener in self.listeners:
            listener()


def _sealer_of(vault: Vault, phase: Phase) -> Sealer:
    # Until the key is forgotten nothing new is written plain.
    return vault.strict() if phase is Phase.SEALED else vault.lenient(hides=True)
