"""Which files hold protocols: "demo.toml" the present version, "demo.v1.toml" an earlier one that sessions keep."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from aftercare.core.errors import ContentFault
from aftercare.core.protocol import CareProtocol

_KEPT = re.compile(r"(?P<id>.+)\.v(?P<version>[1-9]\d*)")


def present_files(folder: Path) -> tuple[Path, ...]:
    """The files of the protocols that a session can be made with, by name."""
    return tuple(path for path in _files(folder) if not _KEPT.fullmatch(path.stem))


def kept_files(folder: Path) -> tuple[Path, ...]:
    """The files of earlier versions, by name."""
    return tuple(path for path in _files(folder) if _KEPT.fullmatch(path.stem))


def kept_file(folder: Path, protocol_id: str, version: int) -> Path:
    """Where an earlier version of a protocol lies, if it is shipped."""
    return folder / "protocols" / f"{protocol_id}.v{version}.toml"


def id_of(path: Path) -> str:
    """The id of the protocol in a file of either kind."""
    kept = _KEPT.fullmatch(path.stem)
    return kept["id"] if kept else path.stem


def version_of(path: Path) -> int | None:
    """The version that a file's name says; None for the present one."""
    kept = _KEPT.fullmatch(path.stem)
    return int(kept["version"]) if kept else None


def version_faults(folder: Path, present: Sequence[CareProtocol]) -> Iterator[ContentFault]:
    """Earlier versions that are missing, or lie beside a protocol that is not ahead of them."""
    ahead = {protocol.id: protocol.version for protocol in present}
    for protocol in present:
        for version in range(1, protocol.version):
            kept = kept_file(folder, protocol.id, version)
            if not kept.is_file():
                say = f'sessions made with version {version} need it; keep that file as "{kept.name}"'
                yield ContentFault(f"{protocol.id}.toml", 0, "version", say)
    for path in kept_files(folder):
        newest = ahead.get(id_of(path))
        if newest is not None and newest <= (version_of(path) or 0):
            yield ContentFault(path.name, 0, "version", f'must be less than the {newest} of "{id_of(path)}.toml"')
        elif not (folder / "protocols" / f"{id_of(path)}.toml").is_file():
            yield ContentFault(path.name, 0, "id", f'there is no "{id_of(path)}.toml" that came after it')


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "protocols").glob("*.toml"))
