"""The open key and the sealers that use it.

At `close` our own copy of the key is overwritten and the ciphers are let go. Python and OpenSSL may have made copies
that nobody can reach; those stay in memory until it is used again.
"""
from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from aftercare.adapters.vault import cipher
from aftercare.core.sealer_port import Locked, looks_sealed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class OpenVault:
    """Vault."""

    def __init__(self, key: bytes) -> None:
        self._key = bytearray(key)
        self._records: AESGCM | None = cipher.cipher_of(cipher.subkey(key, b"records 1"))

    def strict(self) -> VaultSealer:
        return VaultSealer(self)

    def lenient(self, hides: bool) -> LenientSealer:
        return LenientSealer(self, hides)

    def close(self) -> None:
        self._records = None
        for place in range(len(self._key)):
            self._key[place] = 0
        self._key.clear()

    @property
    def key(self) -> bytes:
        """A copy of the key itself, to be wrapped; let go of it at once. Raises Locked."""
        if not self._key:
            raise Locked
        return bytes(self._key)

    @property
    def records(self) -> AESGCM:
        """Raises Locked."""
        if self._records is None:
            raise Locked
        return self._records

    def vouch(self, text: bytes) -> bytes:
        """A proof that whoever wrote the text held the key."""
        return hmac.new(cipher.subkey(self.key, b"vouching 1"), text, hashlib.sha256).digest()


class VaultSealer:
    """Sealer that opens nothing but what it sealed itself."""

    hides = True

    def __init__(self, vault: OpenVault) -> None:
        self._vault = vault

    def seal(self, content: bytes, place: bytes) -> bytes:
        return cipher.sealed(self._vault.records, content, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        return cipher.opened(self._vault.records, sealed, place)


class LenientSealer(VaultSealer):
    """Sealer for the time in which plain and sealed files stand beside each other."""

    def __init__(self, vault: OpenVault, hides: bool) -> None:
        super().__init__(vault)
        self.hides = hides

    def seal(self, content: bytes, place: bytes) -> bytes:
        return super().seal(content, place) if self.hides else content

    def open(self, sealed: bytes, place: bytes) -> bytes:
        return super().open(sealed, place) if looks_sealed(sealed) else sealed
