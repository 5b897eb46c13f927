"""Backups behind a password or the code of the app."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from aftercare.core.backup import Mode
from aftercare.core.backup_errors import BackupRefused, Fault
from tests.services.backup_cases import PASSWORD, Home, plain


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_no_cut_and_no_flipped_bit_gets_through(tmp_path: Path, password: str) -> None:
    maker, home = Home(tmp_path / "maker").fill(), Home(tmp_path / "here")
    file = tmp_path / "x.aftercare"
    maker.backups.save(str(file), password)
    content, expected = file.read_bytes(), maker.rows()
    changed = [content[:length] for length in range(0, len(content), 97)]
    for place in range(0, len(content), 13):
        flipped = bytearray(content)
        flipped[place] ^= 1 << place % 8
        changed.append(bytes(flipped))

    through = 0
    for bad in changed:
        file.write_bytes(bad)
        try:
            with home.ports.files.open(str(file), password) as found:
                found.verify()
                # What no checksum covers says nothing of the data, such as the time of a part.
                assert plain(found.rows) == expected
                assert {name: found.photo(name) for name in found.photos} == maker.pictures()
                through += 1
        except BackupRefused:
            continue

    # With a password, not a bit is uncovered.
    assert not password or through == 0


def test_a_backup_with_a_password_stands_in_one_file_of_two_chunks_or_more(tmp_path: Path) -> None:
    maker, home = Home(tmp_path / "maker").fill(), Home(tmp_path / "here")
    for number in range(4):
        maker.picture(f"big{number}", os.urandom(200_000), b"small")
    file = str(tmp_path / "x.aftercare")

    maker.backups.save(file, PASSWORD)
    home.backups.restore(file, password=PASSWORD)

    assert home.pictures() == maker.pictures()


def test_a_safety_copy_of_a_locked_app_opens_only_there(tmp_path: Path) -> None:
    from aftercare.adapters.backup_files import FolderBackups
    from aftercare.adapters.vault.open_vault import OpenVault

    home = Home(tmp_path / "here").fill()
    sealer = OpenVault(os.urandom(32)).strict()
    files = FolderBackups(home.folder, sealer)

    copy = files.write_copy(home.clock.now(), home.data.rows(), home.photos.names(), home.photos.read)

    with files.open(copy) as found:
        found.verify()
        assert found.photo("p1") == b"a large picture"
    assert b"large picture" not in Path(copy).read_bytes()
    with pytest.raises(BackupRefused) as caught:
        home.backups.look(copy)
    assert caught.value.fault is Fault.LOCKED


def test_safety_copies_follow_the_code_of_the_app(tmp_path: Path) -> None:
    from dataclasses import replace

    from aftercare.adapters.backup_files import FolderBackups
    from aftercare.adapters.backup_ports import backup_ports
    from aftercare.adapters.store import Store
    from aftercare.adapters.vault.folder import lock_ports
    from aftercare.adapters.vault.keys import FolderKeys
    from aftercare.services.app_lock import AppLock
    from aftercare.services.backup import Backups
    from tests.services.backup_cases import CHEAP

    plain_home = Home(tmp_path / "here").fill()
    plain_home.backups.save(str(tmp_path / "x.aftercare"))
    copy = plain_home.backups.restore(str(tmp_path / "x.aftercare"), Mode.REPLACE).copy
    lock = AppLock(replace(lock_ports(plain_home.folder), keys=FolderKeys(plain_home.folder, lambda: CHEAP)))
    store = Store(plain_home.folder, lock.sealer, plain_home.clock)
    lock.on_change(store.forget)
    ports = replace(backup_ports(store, lock.sealer), files=FolderBackups(plain_home.folder, lock.sealer, CHEAP))
    backups = Backups(ports, plain_home.clock)

    lock.turn_on(lock.draft("482915"))
    sealed = Path(copy).read_bytes()
    before = backups.look(copy)
    backups.save(str(tmp_path / "y.aftercare"), PASSWORD)
    again = backups.restore(str(tmp_path / "y.aftercare"), Mode.REPLACE, PASSWORD).copy
    words = [path.read_bytes() for path in plain_home.folder.rglob("*") if path.is_file()]
    lock.turn_off("482915")

    assert b"p1-small" not in sealed
    assert before.backup.check_ins == 3
    assert not any(b"swelling" in content or b"a large picture" in content for content in words)
    assert plain_home.backups.look(copy).backup.check_ins == 3
    assert plain_home.backups.look(again).backup.check_ins == 3
