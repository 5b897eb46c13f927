"""AES-256-GCM as the data uses it: a fresh random nonce each time, and the place as associated data."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING

from aftercare.core.sealer_port import SEALED_MARK, SealBroken

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES, TAG_BYTES = 12, 16
OVERHEAD = len(SEALED_MARK) + NONCE_BYTES + TAG_BYTES


def cipher_of(key: bytes | bytearray) -> AESGCM:
    """The cipher of a key of 32 bytes."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # imported where a code is set

    return AESGCM(key)


def sealed(cipher: AESGCM, content: bytes, place: bytes, nonce: bytes | None = None) -> bytes:
    """Mark, nonce, content and tag. A nonce is given by tests alone."""
    nonce = nonce or os.urandom(NONCE_BYTES)
    return SEALED_MARK + nonce + cipher.encrypt(nonce, content, SEALED_MARK + place)


def opened(cipher: AESGCM, stored: bytes, place: bytes) -> bytes:
    """Raises SealBroken."""
    from cryptography.exceptions import InvalidTag

    start = len(SEALED_MARK)
    if not stored.startswith(SEALED_MARK) or len(stored) < OVERHEAD:
        raise SealBroken
    try:
        return cipher.decrypt(stored[start : start + NONCE_BYTES], stored[start + NONCE_BYTES :], SEALED_MARK + place)
    except InvalidTag:
        raise SealBroken from None


def subkey(key: bytes | bytearray, purpose: bytes) -> bytes:
    """A key of its own for each purpose (HKDF with SHA-256)."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"aftercare " + purpose).derive(bytes(key))
