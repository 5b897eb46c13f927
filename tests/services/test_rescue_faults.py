"""A rescue that fails, is refused or is killed takes nothing away, and can be done again."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.store import DATA_FILE
from aftercare.core.backup_errors import BackupRefused
from aftercare.core.data_errors import ReadableAgain
from tests.services.backup_cases import Home, check_in
from tests.services.rescue_cases import JUNK, rescue, ruined


def test_a_refused_backup_leaves_every_byte_as_it_was(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud))
    lost = ruined(home)
    [only] = rescue(lost).found()
    data = bytearray(Path(only.path).read_bytes())
    data[len(data) // 3] ^= 1
    Path(only.path).write_bytes(bytes(data))
    before = home.everything()

    with pytest.raises(BackupRefused):
        rescue(lost).restore(only.path)

    assert home.everything() == before


def test_data_that_can_be_read_again_is_never_replaced(home: Home, cloud: Path) -> None:
    # given a file that another program held back for a moment
    home.auto.choose(str(cloud))
    saved = home.auto.made()[0]
    home.store.observations.save(check_in("newest"))
    before = home.everything()

    with pytest.raises(ReadableAgain):
        rescue(home).restore(saved)

    assert home.everything() == before


def test_a_full_disk_leaves_the_unreadable_file_where_it_is(
    home: Home, cloud: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.auto.choose(str(cloud))
    lost = ruined(home)
    [only] = rescue(lost).found()
    monkeypatch.setattr(lost.store.storage.file._disk, "sync", _full)

    from aftercare.core.data_errors import UnsavedData

    with pytest.raises(UnsavedData):
        rescue(lost).restore(only.path)

    assert (home.folder / DATA_FILE).read_bytes() == JUNK


def _full(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_the_rescue_can_be_done_again_later(home: Home, cloud: Path) -> None:
    # given a rescue, and the file is ruined a second time
    home.auto.choose(str(cloud))
    lost = ruined(home)
    rescue(lost).restore(rescue(lost).found()[0].path)
    again = ruined(lost)

    did = rescue(again).restore(rescue(again).found()[0].path)

    assert did.added.check_ins == 3
    assert again.rows()["observations"]


def test_wherever_it_is_killed_the_old_file_or_the_whole_backup_is_there(tmp_path: Path) -> None:
    # given the rescue in one folder after the other, each killed one operation later
    from tests.fakes.mortal_disk import Killed, Life, living

    kept, killed = set(), 0
    for most in range(100):
        home = Home(tmp_path / f"h{most}").fill()
        saved = str(tmp_path / f"{most}.aftercare")
        home.backups.save(saved)
        wanted = home.rows()
        lost = ruined(home)
        life = Life(most, torn=most % 2 == 1)
        try:
            with living(life):
                rescue(lost).restore(saved)
        except Killed:
            killed += 1

        # then the next start finds either of the two, and can go on
        again = Home(home.folder)
        data = (home.folder / DATA_FILE).read_bytes()
        kept.add(data == JUNK)
        if data == JUNK:
            rescue(again).restore(saved)
        assert again.rows() == wanted
        assert [path.read_bytes() for path in home.folder.glob(f"{DATA_FILE}.damaged-*")] == [JUNK]
        if life.done < most:
            break
    assert killed > 3
    assert kept == {True, False}
