"""The way back when the data file cannot be read: a backup is found without it, and takes its place as a whole."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.adapters.store import DATA_FILE
from aftercare.core.backup_errors import BackupRefused, Fault
from tests.services.backup_cases import NOW, PASSWORD, Home
from tests.services.rescue_cases import JUNK, rescue, ruined

DAY = timedelta(days=1)


def test_the_newest_automatic_backup_is_found_without_the_settings(home: Home, cloud: Path) -> None:
    # given two automatic backups, and settings that went with the data
    home.auto.choose(str(cloud))
    home.set_clock(NOW + DAY)
    home.auto.run_if_due()

    found = rescue(ruined(home)).found()

    assert [each.made_at for each in found] == [NOW + DAY, NOW]
    assert {Path(each.path).parent for each in found} == {cloud}


def test_a_backup_of_a_clock_that_ran_ahead_is_not_the_newest(home: Home, cloud: Path) -> None:
    home.set_clock(NOW + 2000 * DAY)
    home.auto.choose(str(cloud))
    for day in (0, 1):
        home.set_clock(NOW + day * DAY)
        home.auto.run_if_due()

    found = rescue(ruined(home)).found()

    assert [each.made_at for each in found] == [NOW + DAY, NOW, NOW + 2000 * DAY]


def test_all_of_the_backup_takes_the_place_of_the_file_and_that_is_kept_aside(home: Home, cloud: Path) -> None:
    # given
    home.auto.choose(str(cloud))
    before, pictures = home.rows(), home.pictures()
    lost = ruined(home)
    way = rescue(lost)
    [last] = way.found()

    # when
    preview = way.backups.look(last.path)
    did = way.restore(last.path)

    # then
    assert (preview.backup.check_ins, preview.here.total) == (3, 0)
    assert did.added == preview.backup
    assert Home(home.folder).rows() == before
    assert lost.rows() == before
    assert home.pictures() == pictures
    asides = list(home.folder.glob(f"{DATA_FILE}.damaged-*"))
    assert [path.read_bytes() for path in asides] == [JUNK]


def test_pictures_that_only_the_lost_file_knew_stay(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud))
    home.picture("later", b"after the backup", b"small")
    lost = ruined(home)

    rescue(lost).restore(rescue(lost).found()[0].path)

    # then they are not cleaned away either, for the kept file may name them
    assert "later" in lost.photos.names()
    assert not Home(home.folder).store.is_whole()


def test_where_backups_lie_is_known_again_so_that_deleting_everything_finds_them(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud))
    made = home.auto.made()
    lost = ruined(home)

    rescue(lost).restore(made[0])

    assert lost.auto.made() == made
    # none is made by itself any more, and that is said
    assert lost.auto.state().folder == ""


@pytest.mark.parametrize("switched_on", [True, False])
def test_it_says_whether_daily_backups_were_made(home: Home, cloud: Path, switched_on: bool) -> None:
    home.auto.choose(str(cloud))
    if not switched_on:
        home.auto.stop()
    lost = ruined(home)
    assert rescue(lost).was_daily() is switched_on


def test_the_copy_from_before_an_update_is_found_too(home: Home) -> None:
    # given no automatic backup, but what an update has kept aside
    from aftercare.adapters.backup_files import write_archive
    from aftercare.adapters.upgrade import copy_before
    from aftercare.core.sealer_port import PlainSealer

    write_archive(copy_before(home.folder / DATA_FILE, 2), NOW - DAY, home.data.rows(), PlainSealer())

    [only] = rescue(ruined(home)).found()

    assert only.made_at == NOW - DAY
    assert rescue(home).backups.look(only.path).backup.check_ins == 3


def test_a_backup_that_is_damaged_or_not_ours_is_not_offered(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud))
    home.set_clock(NOW + DAY)
    home.auto.run_if_due()
    newest = max(cloud.iterdir())
    newest.write_bytes(newest.read_bytes()[:-30])
    (cloud / "Aftercare-20270101T000000Z-ffffffff.aftercare").write_bytes(min(cloud.iterdir()).read_bytes())

    found = rescue(ruined(home)).found()

    assert [each.made_at for each in found] == [NOW]


def test_one_with_a_password_is_offered_and_asks_for_it(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud), PASSWORD)
    way = rescue(ruined(home))

    [only] = way.found()

    assert (only.made_at, only.protected) == (NOW, True)
    with pytest.raises(BackupRefused) as refused:
        way.restore(only.path)
    assert refused.value.fault is Fault.NO_PASSWORD
    assert way.restore(only.path, PASSWORD).added.check_ins == 3


def test_nothing_is_found_where_nothing_was_made(home: Home) -> None:
    assert rescue(ruined(home)).found() == ()


def test_a_folder_that_is_gone_is_passed_over(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud))
    cloud.rename(cloud.with_name("elsewhere"))
    assert rescue(ruined(home)).found() == ()


def test_a_damaged_note_of_the_places_is_no_fault(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud))
    lost = ruined(home)
    for content in (b"", b"[1", b'{"folders": 7}', b"\xff\xfe", b"[" * 10000):
        (home.folder / f"{DATA_FILE}.backups").write_bytes(content)
        assert rescue(lost).found() == ()


def test_behind_a_code_the_note_tells_no_folder_and_a_plain_one_is_not_believed(home: Home, tmp_path: Path) -> None:
    from aftercare.adapters.backup_places import NAME, read_places, write_places
    from aftercare.adapters.vault.folder import data_parts
    from aftercare.adapters.vault.open_vault import OpenVault
    from aftercare.core.backup import BackupPlaces
    from aftercare.core.sealer_port import PlainSealer

    # given a note from before the code
    places = BackupPlaces("0011aabb", (str(tmp_path / "secret name"),), daily=True)
    write_places(home.folder, PlainSealer(), places)
    vault = OpenVault(bytes(range(32)))
    assert read_places(home.folder, vault.strict()) == BackupPlaces()

    # when a code is set
    for part in data_parts(home.folder):
        part.reseal(vault.lenient(hides=True))

    # then it is hidden, open to the key alone, and plain again once the code is gone
    assert b"secret name" not in (home.folder / NAME).read_bytes()
    assert read_places(home.folder, vault.strict()) == places
    assert read_places(home.folder, PlainSealer()) == BackupPlaces()
    for part in data_parts(home.folder):
        part.reseal(vault.lenient(hides=False))
    assert read_places(home.folder, PlainSealer()) == places


def test_a_kept_file_that_no_key_opens_does_not_hold_a_code_back(home: Home) -> None:
    from aftercare.adapters.vault.folder import data_parts
    from aftercare.adapters.vault.open_vault import OpenVault

    # given a data file that another key has sealed, kept aside
    other, mine = OpenVault(bytes(range(32))), OpenVault(bytes(range(32, 64)))
    kept = home.folder / f"{DATA_FILE}.damaged-1-2-3"
    plain = (home.folder / DATA_FILE).read_bytes()
    for part in data_parts(home.folder):
        part.reseal(other.lenient(hides=True))
    sealed = (home.folder / DATA_FILE).read_bytes()
    kept.write_bytes(sealed)
    (home.folder / DATA_FILE).write_bytes(plain)

    # when a code is set and taken away
    for hides in (True, False):
        for part in data_parts(home.folder):
            part.reseal(mine.lenient(hides=hides))

    # then all else is plain, and that file is as it was
    assert Home(home.folder).rows()["observations"]
    assert kept.read_bytes() == sealed


def test_a_device_of_before_gets_its_note_with_the_next_look(home: Home, cloud: Path) -> None:
    # given automatic backups from a version that noted nothing
    home.auto.choose(str(cloud))
    (home.folder / f"{DATA_FILE}.backups").unlink()

    # when it is looked whether one is due, and none is
    assert home.auto.run_if_due() is None

    assert [each.made_at for each in rescue(ruined(home)).found()] == [NOW]
