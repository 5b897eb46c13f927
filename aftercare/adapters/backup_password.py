"""The head of a backup with a password: how the key is made from it. What follows is sealed chunk by chunk."""
from __future__ import annotations

import json
import os
import unicodedata
from typing import BinaryIO

from aftercare.adapters.vault.stretching import SALT_BYTES, Cost, measured_cost, stretched
from aftercare.core.backup_errors import BackupRefused, Fault
from aftercare.core.sealer_port import Sealer

MARK = b"AFTERCARE BACKUP\n"
VERSION = 1
_LONGEST = 1024
# A foreign file must not take minutes or all memory of a phone.
_MOST_P, _MOST_MEMORY = 16, 256 * 1024 * 1024


def new_head(password: str, cost: Cost | None = None) -> tuple[bytes, Sealer]:
    """A head with a salt of its own, and what seals after it. Slow. The sealed bytes are bound to the head."""
    cost, salt = cost or measured_cost(), os.urandom(SALT_BYTES)
    said = {"version": VERSION, "kdf": "scrypt", "n": cost.n, "r": cost.r, "p": cost.p, "salt": salt.hex()}
    head = MARK + json.dumps(said, separators=(",", ":")).encode("ascii") + b"\n"
    return head, _sealer(password, salt, cost)


def read_head(file: BinaryIO) -> tuple[bytes, Cost, bytes]:
    """Head, cost and salt of a file that begins with the mark; what is sealed comes next. Raises BackupRefused."""
    file.seek(0)
    head = file.read(len(MARK)) + file.readline(_LONGEST)
    try:
        said = json.loads(head[len(MARK) :].decode("ascii"))
        version, kdf, salt = said["version"], said["kdf"], bytes.fromhex(said["salt"])
        if not isinstance(version, int):
            raise BackupRefused(Fault.DAMAGED)
        if version > VERSION:
            raise BackupRefused(Fault.NEWER)
        numbers = said["n"], said["r"], said["p"]
        if kdf != "scrypt" or not all(type(number) is int for number in numbers):
            raise BackupRefused(Fault.DAMAGED)
        cost = Cost(*numbers)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise BackupRefused(Fault.DAMAGED) from error
    dear = cost.p > _MOST_P or 128 * cost.n * cost.r > _MOST_MEMORY
    if not head.endswith(b"\n") or not cost.is_sane or dear or len(salt) != SALT_BYTES:
        raise BackupRefused(Fault.DAMAGED)
    return head, cost, salt


def sealer_for(password: str, cost: Cost, salt: bytes) -> Sealer:
    """What opens after a head. Slow."""
    return _sealer(password, salt, cost)


def _sealer(password: str, salt: bytes, cost: Cost) -> Sealer:
    from aftercare.adapters.vault.open_vault import OpenVault

    # The same password, however a keyboard composes its letters.
    return OpenVault(stretched(unicodedata.normalize("NFKC", password), salt, cost)).strict()
