"""Backups as nobody ought to make them: good ones that were cut, flipped, rebuilt and lied about."""
from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from aftercare.adapters.backup_files import FolderBackups
from aftercare.adapters.vault.stretching import Cost
from aftercare.core.rows import Rows

PASSWORD = "blue lamp 7"
CHEAP = Cost(n=2, p=1)
_ROWS: Rows = {
    "meta": [{"id": "schema_version", "value": "2"}],
    "sessions": [{"id": "s1", "protocol": "face-injection", "start": "2026-06-08T13:00:00Z", "minutes": 30}],
    "observations": [
        {"id": f"c{number}", "at": "2026-06-08T18:00:00Z", "note": "лучше", "symptoms": [{"symptom": "itch"}]}
        for number in range(4)
    ],
    "photos": [{"id": "p1", "taken": "2026-06-08T18:00:00Z"}],
    "settings": [{"id": "wording", "value": "full"}],
}
# What stands where one thing is expected and another comes.
_ODD: tuple[Any, ...] = (
    None, True, -1, 0, 2**31, 2**63, 1e300, "", "../x", "\x00", "é" * 200, [], {}, [[]], {"id": None}, "9" * 400,
    "0001-01-01T00:00:00Z", "2026-06-08", {"bytes": -1, "sha256": 7},
)  # fmt: skip


def seeds(folder: Path) -> list[bytes]:
    """A good backup without a password, and one with."""
    files, made = FolderBackups(folder / "data", cost=CHEAP), datetime(2026, 6, 10, tzinfo=UTC)
    found = []
    for name, password in (("plain", ""), ("sealed", PASSWORD)):
        path = folder / name
        files.write(str(path), made, _ROWS, ["p1", "p1-small"], lambda name: name.encode() * 20, password)
        found.append(path.read_bytes())
    return found


def strange(chance: Random, known: list[bytes]) -> bytes:
    """One strange backup."""
    kind = chance.random()
    if kind < 0.4:
        return _damaged(chance, chance.choice(known))
    if kind < 0.5:
        return chance.choice((b"", b"PK\x03\x04", b"PK\x05\x06", b"AFTERCARE BACKUP\n")) + chance.randbytes(
            chance.randrange(200)
        )
    return _rebuilt(chance, known[0])


def _damaged(chance: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _time in range(chance.choice((1, 1, 1, 2, 8, 40))):
        if not changed:
            break
        place = chance.randrange(len(changed))
        way = chance.randrange(6)
        if way == 0:
            changed[place] ^= 1 << chance.randrange(8)
        elif way == 1:
            del changed[place:]
        elif way == 2:
            del changed[place : place + chance.randrange(1, 40)]
        elif way == 3:
            changed[place:place] = chance.randbytes(chance.randrange(1, 40))
        elif way == 4:
            number = chance.choice((0, 1, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF))
            changed[place : place + 4] = struct.pack("<L", number)
        else:
            # Where the list of parts stands, most lies are told.
            end = changed.rfind(b"PK\x01\x02")
            if end >= 0:
                changed[min(len(changed) - 1, end + chance.randrange(60))] = chance.randrange(256)
    return bytes(changed)


def _rebuilt(chance: Random, content: bytes) -> bytes:
    """An archive that is whole, with values in it that are not."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    said, rows = json.loads(parts["manifest.json"]), json.loads(parts["rows.json"])
    for _time in range(chance.randrange(1, 4)):
        _twist(chance, chance.choice((rows, rows, said)))
    parts["rows.json"] = json.dumps(rows).encode()
    if chance.random() < 0.2:
        parts[chance.choice(("photos/../x", "/x", "photos/q", "x/", "rows.json2", "photos/p1-small2"))] = b"x"
    if isinstance(said.get("parts"), dict):
        for name, part in parts.items():
            if name != "manifest.json" and chance.random() < 0.97:
                said["parts"][name] = {"bytes": len(part), "sha256": hashlib.sha256(part).hexdigest()}
    parts["manifest.json"] = json.dumps(said).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _twist(chance: Random, value: Any) -> None:
    """Put something odd somewhere inside."""
    while isinstance(value, dict | list) and value:
        place = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
        if chance.random() < 0.4 or not isinstance(value[place], dict | list):
            value[place] = deepcopy(chance.choice(_ODD))
            return
        value = value[place]
