"""Backups that are made by themselves."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.core.backup_due import KEEP, file_name, is_due, ours, too_old
from aftercare.core.backup_errors import BackupNotSaved, PasswordNeeded
from tests.services.backup_cases import NOW, PASSWORD, Home

DAY = timedelta(days=1)


def test_the_first_one_is_made_when_the_folder_is_chosen_and_the_next_a_day_later(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud))

    home.set_clock(NOW + DAY - timedelta(minutes=1))
    early = home.auto.run_if_due()
    home.set_clock(NOW + DAY)
    due = home.auto.run_if_due()

    assert early is None
    assert due is not None
    assert len(list(cloud.iterdir())) == 2
    assert home.auto.state().last == NOW + DAY
    assert home.backups.look(due.path).backup.check_ins == 3


def test_seven_are_kept_and_no_other_file_is_touched(home: Home, cloud: Path) -> None:
    others = ["Aftercare-20250101T000000Z-ffffffff.aftercare", "mine.aftercare", "Aftercare.aftercare", "notes.txt"]
    for name in others:
        (cloud / name).write_bytes(b"mine")
    home.auto.choose(str(cloud))

    for number in range(1, 12):
        home.set_clock(NOW + number * DAY)
        assert home.auto.run_if_due() is not None

    left = {path.name for path in cloud.iterdir()} - set(others)
    assert len(left) == KEEP
    assert sorted(left)[-1].startswith("Aftercare-20260621T")
    assert all((cloud / name).read_bytes() == b"mine" for name in others)


def test_without_a_folder_none_is_made_and_nothing_is_said(home: Home) -> None:
    before = home.store.settings.all()
    assert home.auto.run_if_due() is None
    assert home.store.settings.all() == before


def test_a_folder_that_is_gone_is_said_and_tried_again_an_hour_later(home: Home, cloud: Path) -> None:
    home.auto.choose(str(cloud))
    for path in cloud.iterdir():
        path.unlink()
    cloud.rmdir()
    home.set_clock(NOW + DAY)
    assert home.auto.run_if_due() is None
    problem = home.auto.state().problem
    cloud.mkdir()

    home.set_clock(NOW + DAY + timedelta(minutes=30))
    soon = home.auto.run_if_due()
    home.set_clock(NOW + DAY + timedelta(minutes=60))
    later = home.auto.run_if_due()

    assert problem == "The backup was not saved. Choose another place."
    assert soon is None
    assert later is not None
    assert home.auto.state().problem == ""


def test_a_folder_that_takes_nothing_is_not_chosen(home: Home, tmp_path: Path) -> None:
    with pytest.raises(BackupNotSaved):
        home.auto.choose(str(tmp_path / "nowhere"))

    assert home.auto.state().folder == ""


def test_behind_a_code_none_is_made_without_a_password(tmp_path: Path, cloud: Path) -> None:
    home = Home(tmp_path / "here", sealed=True).fill()

    with pytest.raises(PasswordNeeded):
        home.auto.choose(str(cloud))
    home.auto.choose(str(cloud), PASSWORD)

    assert home.auto.state().protected
    assert len(list(cloud.iterdir())) == 1


def test_the_password_of_backups_is_in_none_of_them(home: Home, cloud: Path, tmp_path: Path) -> None:
    home.auto.choose(str(cloud), PASSWORD)
    home.backups.save(str(tmp_path / "open.aftercare"))
    other = Home(tmp_path / "other")

    other.backups.restore(str(tmp_path / "open.aftercare"))

    assert not [name for name in other.store.settings.all() if name.startswith("backup_password")]
    assert other.auto.state().folder == ""


def test_no_half_file_is_ever_seen_in_the_folder(home: Home, cloud: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str) -> bytes:
        raise OSError("gone")

    monkeypatch.setattr(home.photos, "read", fails)

    with pytest.raises(BackupNotSaved):
        home.auto.choose(str(cloud))

    assert list(cloud.iterdir()) == []


@pytest.mark.parametrize(
    ("last", "tried", "due"),
    [
        (None, None, True),
        (NOW, None, False),
        (NOW - DAY, NOW - DAY, True),
        (NOW - DAY, NOW - timedelta(minutes=59), False),
        (NOW - DAY, NOW - timedelta(minutes=60), True),
        (NOW + DAY, NOW + DAY, True),  # the clock was set back
    ],
)
def test_when_one_is_due(last: datetime | None, tried: datetime | None, due: bool) -> None:
    assert is_due(NOW, last, tried) is due


def test_names_are_in_the_order_of_time_and_say_whose_they_are() -> None:
    names = [file_name(datetime(2026, month, 1, tzinfo=UTC), "0a0b0c0d") for month in range(1, 11)]

    assert ours([*reversed(names), "x.aftercare"], "0a0b0c0d") == names
    assert too_old(names, "0a0b0c0d", names[-1]) == names[:3]
    assert set(too_old(names, "0a0b0c0d", names[4])) == set(names[5:8])
    assert too_old(names, "ffffffff", names[-1]) == []


def test_what_a_crashed_write_left_goes_with_the_next_one(home: Home, cloud: Path) -> None:
    first = Path(home.auto.choose(str(cloud)).path)
    crashed = cloud / f".{first.name}.0a0b0c0d0e0f.tmp"
    other = cloud / ".Aftercare-20260609T000000Z-ffffffff.aftercare.0a0b0c0d0e0f.tmp"
    for path in (crashed, other):
        path.write_bytes(b"half")

    home.set_clock(NOW + DAY)
    home.auto.run_if_due()

    assert not crashed.exists()
    assert other.exists()


def test_backups_of_a_clock_that_ran_ahead_never_push_out_those_of_now(home: Home, cloud: Path) -> None:
    # given a device whose clock ran years ahead for as many days as backups are kept
    home.set_clock(NOW + 2000 * DAY)
    home.auto.choose(str(cloud))
    for day in range(1, KEEP):
        home.set_clock(NOW + (2000 + day) * DAY)
        home.auto.run_if_due()
    ahead = set(home.auto.made())
    # when it is right again
    made = set[str]()
    for day in range(KEEP):
        home.set_clock(NOW + day * DAY)
        saved = home.auto.run_if_due()
        assert saved is not None
        made.add(saved.path)
        # then each new one stays, and those from ahead go first
        found = set(home.auto.made())
        assert len(found) == KEEP
        assert made <= found
    assert not ahead & set(home.auto.made())
