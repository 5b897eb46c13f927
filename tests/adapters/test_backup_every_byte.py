"""A small backup cut after every byte, and changed in every byte: refused, or what it was."""
from __future__ import annotations

import io
from pathlib import Path

import pytest

from aftercare.adapters.backup_files import FolderBackups
from aftercare.core.backup_errors import BackupRefused, Fault
from aftercare.services.backup import rows_in
from bench.strange_backups import CHEAP, PASSWORD, seeds

# Nobody is to doubt the password because a copy was interrupted.
_CUT = {Fault.INCOMPLETE, Fault.FOREIGN, Fault.DAMAGED}


class Kind:
    """A good backup, opened as a restore does."""

    def __init__(self, folder: Path, number: int) -> None:
        self.content = seeds(folder)[number]
        self._files = FolderBackups(folder, cost=CHEAP)
        self.good = self.read(self.content)

    def read(self, content: bytes) -> object:
        """All that is in it. Raises BackupRefused."""
        archive = self._files.opened(io.BytesIO(content), Path("b"), PASSWORD)
        archive.verify()
        return rows_in(archive), {name: archive.photo(name) for name in archive.photos}


@pytest.fixture(params=[0, 1], ids=["plain", "with a password"])
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> Kind:
    return Kind(tmp_path, request.param)


def test_wherever_it_was_cut_it_is_refused(kind: Kind) -> None:
    for size in range(len(kind.content)):
        with pytest.raises(BackupRefused) as refused:
            kind.read(kind.content[:size])
        assert refused.value.fault in _CUT, size
        # Not even the beginning says then what it is.
        assert refused.value.fault is Fault.INCOMPLETE or size < 160, size


def test_whatever_stands_before_or_behind_it_it_is_refused(kind: Kind) -> None:
    for more in (b"\0", b"x" * 100, kind.content):
        for content in (kind.content + more, more + kind.content):
            with pytest.raises(BackupRefused):
                kind.read(content)


def test_whichever_byte_is_changed_it_is_refused_or_says_the_same(kind: Kind) -> None:
    refusals = 0
    for at in range(len(kind.content)):
        changed = bytearray(kind.content)
        changed[at] ^= 1 << at % 8
        try:
            assert kind.read(bytes(changed)) == kind.good, at
        except BackupRefused:
            refusals += 1
    assert refusals > len(kind.content) // 2
