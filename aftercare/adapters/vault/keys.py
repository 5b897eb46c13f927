"""Keys in a data folder: the key file, and a copy of it, since all data hangs on these few bytes."""
from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from aftercare.adapters.folder_sync import sync_folder
from aftercare.adapters.vault import cipher
from aftercare.adapters.vault.key_look import KeyLook
from aftercare.adapters.vault.keyfile import Keyfile, Slot, text_of
from aftercare.adapters.vault.open_vault import OpenVault
from aftercare.adapters.vault.small_file import remove_file, replace_file
from aftercare.adapters.vault.stretching import KEY_BYTES, SALT_BYTES, Cost, measured_cost, stretched
from aftercare.core.data_errors import UnsavedData
from aftercare.core.sealer_port import Locked, SealBroken
from aftercare.core.vault_port import KeyDamaged, Phase, Vault, Way, WrongSecret


class FolderKeys(KeyLook):
    """Keys. `cost` is asked when secrets are set; tests give a cheap one."""

    def __init__(self, home: Path, cost: Callable[[], Cost] = measured_cost) -> None:
        super().__init__(home)
        self._cost = cost

    def create(self, secrets: Mapping[Way, str]) -> OpenVault:
        vault = OpenVault(os.urandom(KEY_BYTES))
        self._save(vault, self._wrapped(Keyfile(os.urandom(16), Phase.SEALING, {}), vault, secrets))
        try:
            # Nothing is sealed with a key whose file may be gone after a power cut.
            sync_folder(self._file.parent)
        except OSError as error:
            self.forget()
            raise UnsavedData(str(self._file), error.strerror or type(error).__name__) from error
        return vault

    def open(self, way: Way, secret: str) -> tuple[OpenVault, Phase]:
        keyfile = self._whole()
        slot = keyfile.slots.get(way)
        if slot is None:
            raise WrongSecret
        by_secret = cipher.cipher_of(stretched(secret, slot.salt, slot.cost))
        try:
            vault = OpenVault(cipher.opened(by_secret, slot.wrapped, keyfile.place(way, slot.cost, slot.salt)))
        except SealBroken:
            raise WrongSecret from None
        if not _vouches(vault, keyfile):
            vault.close()
            raise KeyDamaged
        self._mend(keyfile)
        return vault, keyfile.phase

    def holds(self, vault: Vault) -> bool:
        keyfile = self._read()
        return keyfile is not None and _vouches(vault, keyfile)

    def rewrap(self, vault: Vault, secrets: Mapping[Way, str]) -> None:
        self._save(vault, self._wrapped(self._of(vault), vault, secrets))

    def mark(self, vault: Vault, phase: Phase) -> None:
        self._save(vault, replace(self._of(vault), phase=phase))

    def forget(self) -> None:
        # The copy goes first: alone it would bring the lock back.
        remove_file(self._copy)
        remove_file(self._file)

    def _wrapped(self, keyfile: Keyfile, vault: Vault, secrets: Mapping[Way, str]) -> Keyfile:
        slots: dict[Way, Slot] = {}
        cost = self._cost()
        for way, secret in secrets.items():
            salt = os.urandom(SALT_BYTES)
            by_secret = cipher.cipher_of(stretched(secret, salt, cost))
            slots[way] = Slot(cost, salt, cipher.sealed(by_secret, vault.key, keyfile.place(way, cost, salt)))
        return replace(keyfile, slots=slots)

    def _save(self, vault: Vault, keyfile: Keyfile) -> None:
        text = text_of(replace(keyfile, voucher=vault.vouch(keyfile.vouched)))
        # The copy of before opens with the old secrets and tells the old phase, so it goes before.
        remove_file(self._copy)
        replace_file(self._file, text)
        # From here on the new secrets hold, and that must be said; the next unlock brings the copy.
        with suppress(UnsavedData):
            replace_file(self._copy, text)

    def _mend(self, keyfile: Keyfile) -> None:
        """Bring back whichever of the two files is missing or differs; a full disk may leave that for another day."""
        text = text_of(keyfile)
        for path in (self._file, self._copy):
            with suppress(UnsavedData, OSError):
                if not path.exists() or path.read_bytes() != text:
                    replace_file(path, text)

    def _of(self, vault: Vault) -> Keyfile:
        """The key file, as long as it is the one of this key: another window may have set a new one. Raises Locked."""
        if not self.holds(vault):
            raise Locked
        return self._whole()

    def _whole(self) -> Keyfile:
        keyfile = self._read()
        if keyfile is None:
            raise KeyDamaged
        return keyfile


def _vouches(vault: Vault, keyfile: Keyfile) -> bool:
    return hmac.compare_digest(vault.vouch(keyfile.vouched), keyfile.voucher)
