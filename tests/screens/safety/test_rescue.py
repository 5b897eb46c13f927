"""A data file that cannot be read, as the patient meets it: the last backup takes its place."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.screens.safety.test_backups import check_in

pytestmark = pytest.mark.display
JUNK = b"\x00\x7fnothing of ours\xff" * 40
SECRET = "hurts behind the left ear"


def daily(keeper: Any, password: str = "") -> Path:
    """Backups of every day are switched on through the screen; the first one."""
    keeper.open_row("Backup")
    keeper.type("Folder for backups", str(keeper.folder))
    if password:
        field = "Password for backups" if keeper.app.patient.lock.is_set else "Password, if you want one"
        keeper.type(field, password)
    keeper.tap("switch", keeper.stage.find_all("switch")[0].name)
    keeper.wait(lambda: keeper.sees("The first backup is saved"))
    return max(keeper.folder.glob("*.aftercare"))


def ruin(keeper: Any) -> None:
    """The data file is overwritten while the app is closed."""
    (keeper.home / "aftercare.json").write_bytes(JUNK)
    keeper.restart()


def use_with_password(keeper: Any) -> None:
    """Open the backup that asks for its password, and put it in."""
    keeper.wait(lambda: keeper.sees("This backup has a password"))
    keeper.type("Password of this backup", "a long password")
    keeper.tap("button", "Open it")
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))
    keeper.tap("button", "Use this backup")


def test_the_last_backup_is_offered_looked_into_and_put_in(keeper: Any) -> None:
    # given a check-in, a backup of the day, and a data file that nobody can read any more
    check_in(keeper)
    daily(keeper)
    ruin(keeper)
    assert keeper.sees("We could not open your data")
    keeper.wait(lambda: keeper.sees("Use my last backup. Saved today, 09:48"))

    # when it is opened, then it shows what is in it and nothing has changed
    keeper.tap("button", "Use my last backup. Saved today, 09:48")
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))
    assert keeper.sees("1 check-in")
    assert (keeper.home / "aftercare.json").read_bytes() == JUNK

    # when it is put in, then the plan is there again, and the unreadable file too
    keeper.tap("button", "Use this backup")
    keeper.wait(lambda: keeper.sees("Your data is back"))
    assert keeper.sees("The daily backup is off now")
    [kept] = keeper.home.glob("aftercare.json.damaged-*")
    assert kept.read_bytes() == JUNK
    keeper.tap("button", "To my plan")
    assert keeper.place == "today"
    assert len(keeper.diary) == 1
    keeper.restart()
    assert keeper.sees("Right now") or keeper.place == "today"
    assert len(keeper.diary) == 1


def test_without_any_backup_a_file_is_chosen_by_hand(keeper: Any) -> None:
    # given a backup that only the patient knows of
    check_in(keeper)
    saved = keeper.save()
    ruin(keeper)
    keeper.wait(lambda: keeper.sees("Open a backup. We found none here. Choose the file"))

    # when
    keeper.tap("button", "Open a backup. We found none here. Choose the file")
    keeper.type("Path of the file", str(saved))
    keeper.tap("button", "Look into it")
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))
    keeper.tap("button", "Use this backup")

    # then
    keeper.wait(lambda: keeper.sees("Your data is back"))
    assert not keeper.sees("The daily backup")
    assert len(keeper.diary) == 1


def test_a_damaged_backup_is_refused_and_another_one_is_chosen(keeper: Any) -> None:
    # given a newest backup whose inside is damaged, and one that was made by hand
    check_in(keeper)
    good = keeper.save()
    newest = daily(keeper)
    content = bytearray(newest.read_bytes())
    content[len(content) // 3] ^= 1
    newest.write_bytes(bytes(content))
    ruin(keeper)
    keeper.wait(lambda: keeper.sees("Use my last backup") and not keeper.sees("Looking for it"))

    # when
    keeper.tap("button", "Use my last backup. Saved today, 09:48")
    keeper.wait(lambda: keeper.sees("this file is damaged"))

    # then nothing has changed, and the other one helps
    assert (keeper.home / "aftercare.json").read_bytes() == JUNK
    keeper.type("Path of the file", str(good))
    keeper.tap("button", "Look into it")
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))
    keeper.tap("button", "Choose another one")
    assert keeper.sees("Which backup?")


def test_closing_leads_back_to_what_is_wrong(keeper: Any) -> None:
    daily(keeper)
    ruin(keeper)
    keeper.wait(lambda: keeper.sees("Use my last backup. Saved today, 09:48"))
    keeper.tap("button", "Use my last backup. Saved today, 09:48")
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))
    keeper.tap("button", "Close")
    assert keeper.sees("We could not open your data")
    assert keeper.app.router.back() is False or keeper.sees("We could not open your data")


def test_a_try_that_finds_the_data_whole_again_shows_the_plan(keeper: Any) -> None:
    # given a file that was only away for a while
    whole = (keeper.home / "aftercare.json").read_bytes()
    ruin(keeper)
    keeper.wait(lambda: keeper.sees("We found none here"))
    # when it comes back
    (keeper.home / "aftercare.json").write_bytes(whole)
    keeper.tap("button", "Try again. Nothing is deleted")
    # then
    assert not keeper.sees("We could not open your data")
    assert keeper.place == "today"


def test_data_of_a_newer_version_may_be_left_for_a_backup(keeper: Any) -> None:
    # given a file that says no reader of ours may look at it
    from aftercare.adapters.journal_file import frames, rows

    daily(keeper)
    head = frames.pack(frames.HEAD, b"12345678", 0, rows.text_of({"format": 9, "reader": 9}))
    (keeper.home / "aftercare.json").write_bytes(head)
    keeper.restart()
    # then it says so first, and offers the backup
    assert keeper.sees("a newer Aftercare wrote it; update this one first")
    keeper.wait(lambda: keeper.sees("Use my last backup. Saved today, 09:48"))


def test_behind_a_code_nothing_is_offered_before_it(keeper: Any) -> None:
    # given a code, and a sealed backup of the day
    check_in(keeper)
    keeper.set_code()
    daily(keeper, "a long password")
    ruin(keeper)

    # then the lock comes first, and tells nothing of backups
    assert keeper.sees("Enter your code")
    assert not keeper.sees("backup")
    keeper.app.router.act("use-backup", path=str(max(keeper.folder.iterdir())))
    keeper.stage.settle(6)
    assert keeper.place == "lock"

    # when the code was right, then the backup asks for its password and helps
    keeper.unlock()
    keeper.wait(lambda: keeper.sees("Use my last backup. Saved today, 09:48"))
    keeper.tap("button", "Use my last backup. Saved today, 09:48")
    use_with_password(keeper)
    keeper.wait(lambda: keeper.sees("Your data is back"))
    assert len(keeper.diary) == 1

    # and it is sealed again
    keeper.restart()
    assert keeper.sees("Enter your code")
    assert b"redness" not in (keeper.home / "aftercare.json").read_bytes()


def test_locking_drops_what_the_backup_showed(keeper: Any) -> None:
    # given an opened backup
    check_in(keeper)
    keeper.set_code()
    daily(keeper, "a long password")
    ruin(keeper)
    keeper.unlock()
    keeper.wait(lambda: keeper.sees("Use my last backup. Saved today, 09:48"))
    keeper.tap("button", "Use my last backup. Saved today, 09:48")
    keeper.wait(lambda: keeper.sees("This backup has a password"))
    # when
    keeper.lock()
    # then
    assert keeper.sees("Enter your code")
    assert not keeper.sees("backup")
    keeper.unlock()
    assert keeper.sees("We could not open your data")


def test_with_a_damaged_key_a_backup_chosen_by_hand_brings_the_data_back(keeper: Any) -> None:
    # given a code, a backup with a password, and a key that was overwritten
    check_in(keeper)
    keeper.set_code()
    saved = str(keeper.folder / "mine.aftercare")
    keeper.app.deeds.data_desk.backups.save(saved, "a long password")
    for name in ("lock.key", "lock.key.copy"):
        (keeper.home / name).write_bytes(b"not a key")
    keeper.restart()

    # then nothing of the data is told, and nothing was found by itself
    assert keeper.sees("The lock of your data is damaged.")
    keeper.wait(lambda: keeper.sees("We found none here"))

    # when
    keeper.tap("button", "Open a backup. We found none here. Choose the file")
    keeper.type("Path of the file", saved)
    keeper.tap("button", "Look into it")
    use_with_password(keeper)

    # then
    keeper.wait(lambda: keeper.sees("Your data is back"))
    assert keeper.sees("The app has no lock now. Set a new code in More.")
    keeper.tap("button", "To my plan")
    assert keeper.place == "today"
    assert len(keeper.diary) == 1
    keeper.restart()
    assert len(keeper.diary) == 1
