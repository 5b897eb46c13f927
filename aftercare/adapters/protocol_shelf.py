"""The protocols of a content folder, in their present and earlier versions; each file is read once, when asked for."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aftercare.adapters.protocol_file import Known, read_protocol
from aftercare.adapters.protocol_versions import kept_file
from aftercare.core.protocol import CareProtocol


class ProtocolShelf:
    """`known`: what a protocol may name, asked for with the first one. `read`: the present ones that were asked for."""

    def __init__(self, folder: Path, known: Callable[[], Known]) -> None:
        self._folder, self._known = folder, known
        self.read: dict[str, CareProtocol] = {}
        self._kept: dict[tuple[str, int], CareProtocol] = {}

    def version(self, protocol_id: str, version: int | None) -> CareProtocol:
        """This version if it is shipped, else the present one. Raises ContentFault; the id has to be a known one."""
        present = self._present(protocol_id)
        if version is None or version == present.version:
            return present
        if (protocol_id, version) not in self._kept:
            path = kept_file(self._folder, protocol_id, version)
            self._kept[protocol_id, version] = read_protocol(path, self._known()) if path.is_file() else present
        return self._kept[protocol_id, version]

    def _present(self, protocol_id: str) -> CareProtocol:
        if protocol_id not in self.read:
            path = self._folder / "protocols" / f"{protocol_id}.toml"
            self.read[protocol_id] = read_protocol(path, self._known())
        return self.read[protocol_id]
