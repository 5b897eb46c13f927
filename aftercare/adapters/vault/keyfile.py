"""The text of the key file: the wrapped key, how its secrets are stretched, and the phase. No word about health.

A checksum tells a damaged file from a wrong code. What is in the file is public to whoever holds it; it is not secret,
and changing it opens nothing: the numbers are part of what the wrapped key is bound to, and the holder of the key
vouches for the phase.
"""
from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aftercare.adapters.vault.stretching import Cost
from aftercare.core.vault_port import KeyDamaged, KeyTooNew, Phase, Way

FORMAT, VERSION = "aftercare key", 1
# The file has about one kilobyte.
MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Slot:
    """The key as wrapped by one secret."""

    cost: Cost
    salt: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Keyfile:
    """`id`: of this key, at random. `voucher`: the key holder's proof of id and phase."""

    id: bytes
    phase: Phase
    slots: Mapping[Way, Slot]
    voucher: bytes = b""

    @property
    def vouched(self) -> bytes:
        """What the voucher is about."""
        return self.id + str(self.phase).encode("ascii")

    def place(self, way: Way, cost: Cost, salt: bytes) -> bytes:
        """What a wrapped key is bound to."""
        return b"|".join((self.id, str(way).encode("ascii"), f"{cost.n},{cost.r},{cost.p}".encode("ascii"), salt))


def text_of(keyfile: Keyfile) -> bytes:
    """The file's content."""
    said: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "id": keyfile.id.hex(),
        "phase": str(keyfile.phase),
        "voucher": keyfile.voucher.hex(),
        "slots": {
            str(way): {
                "kdf": "scrypt", "n": slot.cost.n, "r": slot.cost.r, "p": slot.cost.p,
                "salt": slot.salt.hex(), "wrapped": slot.wrapped.hex(),
            }
            for way, slot in keyfile.slots.items()
        },
    }  # fmt: skip
    said["check"] = _check(said)
    return json.dumps(said, indent=1).encode("ascii") + b"\n"


def read_text(text: bytes) -> Keyfile:
    """Raises KeyDamaged or KeyTooNew."""
    try:
        said = json.loads(text.decode("ascii"))
        if said.pop("check") != _check(said) or said["format"] != FORMAT:
            raise KeyDamaged
        if said["version"] != VERSION:
            raise KeyTooNew
        slots = {Way(way): _slot(slot) for way, slot in said["slots"].items()}
        return Keyfile(bytes.fromhex(said["id"]), Phase(said["phase"]), slots, bytes.fromhex(said["voucher"]))
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise KeyDamaged from error


def read_either(file: Path, copy: Path) -> Keyfile | None:
    """The key file, or its copy where that is damaged; None where both are gone. Raises KeyDamaged or KeyTooNew."""
    with suppress(KeyDamaged, FileNotFoundError):
        return _read(file)
    try:
        return _read(copy)
    except FileNotFoundError:
        # Both were there a moment ago: damaged, or just taken away by another process.
        if any(map(os.path.exists, (file, copy))):
            raise KeyDamaged from None
        return None


def _read(path: Path) -> Keyfile:
    try:
        with open(path, "rb") as opened:
            return read_text(opened.read(MOST_BYTES))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise KeyDamaged from error


def _slot(said: Mapping[str, Any]) -> Slot:
    cost = Cost(int(said["n"]), int(said["r"]), int(said["p"]))
    if said["kdf"] != "scrypt" or not cost.is_sane:
        raise KeyDamaged
    return Slot(cost, bytes.fromhex(said["salt"]), bytes.fromhex(said["wrapped"]))


def _check(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("ascii")).hexdigest()
