"""The signed envelope around a clinic's plan. Whatever bytes come: a plan whose signature fits, or PlanRefused."""
from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import Any

from aftercare.adapters.clinic_plan_text import plan_from_text
from aftercare.adapters.outside_file import open_outside
from aftercare.adapters.strict_json import NotStrict, strict_json
from aftercare.core.clinic_plan import PLAN_VERSION, SignedPlan
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.words import marked

# Four QR codes of the largest size with room for a coffee stain.
MOST_BYTES = 8192
MARK = "aftercare_plan"
KEY_BYTES, SIGNATURE_BYTES = 32, 64
VERSION = marked("use the number 1.")
TEXT = marked("use the plan as one JSON text.")
KNOWN = marked("use aftercare_plan, plan, key and signature, and nothing else.")
KEY = marked("use the 32 bytes of an Ed25519 public key in base64.")
SIGNATURE = marked("use the 64 bytes of an Ed25519 signature in base64.")
# Keys of small order: one signature fits every plan under them, so they prove nothing. The sign bit does not matter.
_PRIME = 2**255 - 19
_EIGHTH = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_WEAK = {0, 1, _PRIME - 1, _PRIME, _PRIME + 1, _EIGHTH, _PRIME - _EIGHTH}


class PlanFiles:
    """The PlanReader of files on this device."""

    def read(self, path: str) -> SignedPlan:
        try:
            with open_outside(Path(path).expanduser()) as file:
                content = file.read(MOST_BYTES + 1)
        except (OSError, RuntimeError):
            raise PlanRefused(PlanFault.MISSING) from None
        return self.from_bytes(content)

    def from_bytes(self, content: bytes) -> SignedPlan:
        if len(content) > MOST_BYTES:
            raise PlanRefused(PlanFault.TOO_LARGE)
        try:
            said = strict_json(content.decode("utf-8-sig"))
        except (UnicodeDecodeError, NotStrict):
            raise PlanRefused(PlanFault.UNREADABLE) from None
        return _opened(said)


def signed_bytes(text: str) -> bytes:
    """What the signature is over: the plan's text after a line that no other use of the key has."""
    return f"aftercare clinic plan {PLAN_VERSION}\n{text}".encode()


def _opened(said: Any) -> SignedPlan:
    if not isinstance(said, dict) or MARK not in said:
        raise PlanRefused(PlanFault.UNREADABLE)
    version = said[MARK]
    if type(version) is not int or version < 1:
        raise PlanRefused(PlanFault.FIELD, MARK, VERSION)
    if version > PLAN_VERSION:
        raise PlanRefused(PlanFault.NEWER, MARK)
    if not isinstance(said.get("plan"), str):
        raise PlanRefused(PlanFault.FIELD, "plan", TEXT)
    if "key" not in said or "signature" not in said:
        raise PlanRefused(PlanFault.UNSIGNED, "signature")
    # Beside the signed text, nothing may speak.
    if len(said) > 4:
        raise PlanRefused(PlanFault.FIELD, "file", KNOWN)
    key = _decoded(said["key"], "key", KEY_BYTES, KEY)
    if int.from_bytes(key, "little") & ~(1 << 255) in _WEAK:
        raise PlanRefused(PlanFault.FIELD, "key", KEY)
    _verify(key, _decoded(said["signature"], "signature", SIGNATURE_BYTES, SIGNATURE), signed_bytes(said["plan"]))
    return SignedPlan(plan_from_text(said["plan"]), key)


def _decoded(said: Any, field: str, size: int, accepts: str) -> bytes:
    try:
        found = base64.b64decode(said if isinstance(said, str) else "", validate=True)
    except (binascii.Error, ValueError):
        found = b""
    if len(found) != size:
        raise PlanRefused(PlanFault.FIELD, field, accepts)
    return found


def _verify(key: bytes, signature: bytes, text: bytes) -> None:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, text)
    except (InvalidSignature, ValueError):
        raise PlanRefused(PlanFault.CHANGED) from None
    except UnsupportedAlgorithm:
        raise PlanRefused(PlanFault.UNREADABLE) from None
