"""Backups as a patient makes and opens them."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.safety.conftest import NOW

pytestmark = pytest.mark.display


def check_in(keeper: Any) -> None:
    from aftercare.core.observation import SymptomReport
    from aftercare.services.checkins import new_observation

    mine = keeper.app.patient
    mine.check_in(new_observation(NOW, NOW, "Europe/Berlin", mine.snapshot().last, [SymptomReport("redness", "mild")]))


def test_a_backup_is_saved_and_more_says_when(keeper: Any) -> None:
    # when
    saved = keeper.save()
    # then
    assert saved.name == "Aftercare 2026-06-10 09-48.aftercare"
    keeper.app.router.go("more")
    keeper.stage.settle(6)
    assert keeper.sees("Backup. Last one: today, 09:48")


def test_a_check_in_that_was_deleted_comes_back_from_a_backup(keeper: Any) -> None:
    # given a backup with a check-in that is deleted afterwards
    check_in(keeper)
    saved = keeper.save()
    mine = keeper.app.patient
    mine.delete_check_in(mine.own_observations.all()[0].id)

    # when it is opened
    keeper.look_into(saved)
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))
    assert keeper.sees("Check-ins: 1 in the backup, 0 on this device")
    assert keeper.chosen("radio", "Put both together. Keeps all. Nothing twice. Safest")
    assert not mine.own_observations.all()

    # then putting it in brings the check-in back, and undoing takes it away
    keeper.tap("button", "Put both together")
    keeper.wait(lambda: keeper.sees("The backup is in"))
    assert len(mine.own_observations.all()) == 1
    keeper.tap("button", "Undo this")
    keeper.wait(lambda: keeper.sees("All is as it was before"))
    assert not mine.own_observations.all()


def test_replacing_says_what_would_be_lost(keeper: Any) -> None:
    # given a check-in that is newer than the backup
    saved = keeper.save()
    check_in(keeper)
    keeper.look_into(saved)
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))
    # when
    keeper.tap("radio", "Replace what is here. You would lose: 1 check-in. We save a copy first")
    keeper.tap("button", "Replace what is here")
    # then
    keeper.wait(lambda: keeper.sees("The backup is in"))
    assert not keeper.app.patient.own_observations.all()
    keeper.tap("button", "Undo this")
    keeper.wait(lambda: keeper.sees("All is as it was before"))
    assert len(keeper.app.patient.own_observations.all()) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "this file is not there"), (b"A letter", "is not a backup of Aftercare"), (b"", "end of this file")],
)
def test_a_file_that_is_no_backup_is_refused_in_one_sentence(keeper: Any, content: Any, sentence: str) -> None:
    path = keeper.folder / "x.aftercare"
    if content is not None:
        path.write_bytes(content)
    keeper.look_into(path)
    keeper.wait(lambda: keeper.sees(sentence))
    assert keeper.stage.find("button", "Look into it")


def test_a_password_is_asked_for_and_a_wrong_one_refused(keeper: Any) -> None:
    # given
    saved = keeper.save("a long password")
    # when
    keeper.look_into(saved)
    keeper.wait(lambda: keeper.sees("This backup has a password"))
    keeper.type("Password of this backup", "another password")
    keeper.tap("button", "Open it")
    # then
    keeper.wait(lambda: keeper.sees("it does not open this file"))
    keeper.type("Password of this backup", "a long password")
    keeper.tap("button", "Open it")
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))


def test_a_password_that_is_too_short_is_refused_and_nothing_is_written(keeper: Any) -> None:
    keeper.open_row("Backup")
    keeper.type("Folder for backups", str(keeper.folder))
    keeper.type("Password, if you want one", "short")
    keeper.tap("button", "Save one now")
    keeper.wait(lambda: keeper.sees("use 8 characters or more"))
    assert not list(keeper.folder.iterdir())


def test_a_typed_password_is_never_spoken(keeper: Any) -> None:
    keeper.open_row("Backup")
    keeper.type("Password, if you want one", "secret words")
    assert not keeper.sees("secret words")


def test_a_backup_of_every_day_is_switched_on_and_off(keeper: Any) -> None:
    # given
    keeper.open_row("Backup")
    keeper.type("Folder for backups", str(keeper.folder))
    row = next(c for c in keeper.stage.find_all("switch"))
    # when
    keeper.tap("switch", row.name)
    # then
    keeper.wait(lambda: keeper.sees("The first backup is saved"))
    assert len(list(keeper.folder.iterdir())) == 1
    keeper.tap("switch", keeper.stage.find_all("switch")[0].name)
    assert keeper.app.deeds.data_desk.daily.state().folder == ""


def test_a_folder_that_is_not_there_leaves_the_switch_off(keeper: Any) -> None:
    keeper.open_row("Backup")
    keeper.type("Folder for backups", str(keeper.folder / "gone"))
    keeper.tap("switch", keeper.stage.find_all("switch")[0].name)
    keeper.wait(lambda: keeper.sees("Choose another place"))
    assert not keeper.stage.find_all("switch")[0].checked


def test_a_field_left_empty_says_what_it_wants(keeper: Any) -> None:
    keeper.open_row("Open a backup")
    keeper.tap("button", "Look into it")
    assert keeper.sees("Path of the file: type where the backup lies.")
