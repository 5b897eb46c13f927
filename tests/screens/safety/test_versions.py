"""What a restore has kept beside what is in use, as the patient finds and uses it."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from aftercare.core.observation import SymptomReport
from aftercare.services.checkins import new_observation
from tests.screens.safety.conftest import CODE, NOW, ZONE

pytestmark = pytest.mark.display


def differ(keeper: Any, password: str = "") -> None:
    """A backup is put in whose clinic's word and check-in are not those of this device any more."""
    mine = keeper.app.patient
    [session] = mine.own_sessions.all()
    made = new_observation(NOW, NOW, ZONE, session, [SymptomReport("redness", "strong")])
    mine.check_in(made)
    mine.clinic_said(session.id, "sauna", 72.0)
    path = str(keeper.folder / "all.aftercare")
    backups = keeper.app.deeds.data_desk.backups
    backups.save(path, password)
    clock = keeper.app.patient.clock
    clock._moment = NOW + timedelta(hours=1)
    mine.check_in(replace(made, symptoms=(SymptomReport("redness", "mild"),)))
    mine.clinic_said(session.id, "sauna", 120.0)
    keeper.open_row("Open a backup")
    keeper.type("Path of the file", path)
    keeper.tap("button", "Look into it")
    if password:
        keeper.wait(lambda: keeper.sees("This backup has a password"))
        keeper.type("Password of this backup", password)
        keeper.tap("button", "Open it")
    keeper.wait(lambda: keeper.sees("Complete and unchanged"))
    keeper.tap("button", "Put both together")
    keeper.wait(lambda: keeper.sees("The backup is in"))


def hours(keeper: Any) -> list[float]:
    return [each.hours for each in keeper.app.patient.own_overrides.all()]


def test_without_any_there_is_no_row(keeper: Any) -> None:
    keeper.app.router.go("more")
    keeper.stage.settle(6)
    assert not keeper.sees("Other version")


def test_the_result_names_how_many_and_leads_there(keeper: Any) -> None:
    # given
    differ(keeper)
    assert keeper.sees("both are kept: 2 other versions.")

    # when
    keeper.tap("button", "See the other versions")
    keeper.wait(lambda: keeper.sees("What your clinic said: Sauna"))

    # then both sides of each pair can be read, and back leads to the result
    for said in ("5 days", "3 days", "Redness mild", "Redness strong"):
        assert keeper.sees(said)
    assert keeper.sees("Other version, from the backup")
    keeper.tap("button", "Back")
    assert keeper.sees("The backup is in")


def test_more_leads_there_and_the_other_one_is_used_and_taken_back(keeper: Any) -> None:
    # given
    differ(keeper)
    keeper.open_row("Other versions (2)")
    keeper.wait(lambda: keeper.sees("What your clinic said: Sauna"))

    # when the clinic's other word is used
    keeper.tap("button", "Use this one instead: What your clinic said: Sauna")
    keeper.wait(lambda: keeper.sees("The other version is in use now"))
    # then the plan follows it, and what was in use is kept
    assert hours(keeper) == [72.0]
    keeper.wait(lambda: keeper.sees("Other version, from this device"))

    # when it is taken back
    keeper.tap("button", "Undo")
    keeper.wait(lambda: hours(keeper) == [120.0])


def test_a_version_is_deleted_and_comes_back_with_undo(keeper: Any) -> None:
    # given
    differ(keeper)
    keeper.open_row("Other versions (2)")
    keeper.wait(lambda: keeper.sees("What your clinic said: Sauna"))
    # when
    keeper.tap("button", "Delete this version: What your clinic said: Sauna")
    keeper.wait(lambda: not keeper.sees("What your clinic said: Sauna"))
    # then what is in use stays, and the row counts one less
    assert hours(keeper) == [120.0]
    keeper.tap("button", "Undo")
    keeper.wait(lambda: keeper.sees("What your clinic said: Sauna"))


def test_with_the_last_one_the_row_goes(keeper: Any) -> None:
    differ(keeper)
    keeper.open_row("Other versions (2)")
    for left in (1, 0):
        keeper.wait(lambda: keeper.app.router.place("versions").view.found is not None)
        keeper.wait(lambda: not keeper.app.router.place("versions").view.busy)
        first = next(c for c in keeper.stage.find_all("button") if c.name.startswith("Delete this version"))
        keeper.tap("button", first.name)
        keeper.wait(lambda left=left: len(keeper.app.router.place("versions").view.found or ()) == left)
    keeper.wait(lambda: keeper.sees("No other versions now"))
    keeper.tap("button", "Go back")
    assert keeper.place == "more"
    assert not keeper.sees("Other version")


def test_behind_a_code_they_are_sealed_and_usable_and_locking_hides_them(keeper: Any) -> None:
    # given
    keeper.set_code()
    differ(keeper, "a long password")
    keeper.open_row("Other versions (2)")
    keeper.wait(lambda: keeper.sees("What your clinic said: Sauna"))
    assert b"sauna" not in (keeper.home / "aftercare.json").read_bytes()

    # when
    keeper.tap("button", "Use this one instead: What your clinic said: Sauna")
    keeper.wait(lambda: keeper.sees("The other version is in use now"))
    keeper.lock()

    # then
    assert keeper.sees("Enter your code")
    assert not keeper.sees("Undo")
    assert not keeper.sees("version")
    keeper.app.router.act("versions")
    keeper.stage.settle(4)
    assert keeper.place == "lock"
    keeper.unlock(CODE)
    assert hours(keeper) == [72.0]
    assert b"sauna" not in (keeper.home / "aftercare.json").read_bytes()
