"""Files that the system lets grow so far and no further, as on a full disk: writes are short, and then refused."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from aftercare.adapters.storage import JournalDB
from aftercare.core.data_errors import DataError, UnsavedData
from tests.adapters.vault.test_lock_killed import App, filled, with_code, words_on_disk
from tests.fakes.locks import CODE
from tests.fakes.small_files import limited, needs_limits
from tests.services.backup_cases import Home
from tests.stored import tables_in

pytestmark = needs_limits
Done = Callable[[], object]


@pytest.mark.parametrize("erases", [False, True])
def test_every_saved_record_is_there_and_no_refused_one(tmp_path: Path, erases: bool) -> None:
    for number, most in enumerate(range(60, 3800, 170)):
        path = tmp_path / str(number) / "data"

        def write(done: Done, path: Path = path) -> None:
            table = JournalDB(path, patience=700, erases=erases).table("diary")
            for each in range(30):
                try:
                    table.insert({"n": each, "note": "Slept well. " * 3})
                except UnsavedData:
                    continue
                done()

        saved = limited(most, write)
        found = [each["n"] for each in tables_in(path).get("diary", {}).values()] if path.exists() else []
        assert len(found) == saved
        assert JournalDB(path).storage.losses() == ()
        assert list(path.parent.glob(".*.tmp")) == []
        JournalDB(path).table("diary").insert({"n": 99})
        assert [each["n"] for each in JournalDB(path).table("diary")] == [*found, 99]
    assert saved == 30


def test_a_code_that_finds_no_room_locks_nobody_out(tmp_path: Path) -> None:
    for number, most in enumerate(range(100, 3000, 293)):
        app = filled(tmp_path / str(number))

        def turn_on(done: Done, app: App = app) -> None:
            with suppress(DataError):
                app.lock.turn_on(app.lock.draft(CODE))
                done()
            assert app.is_whole()

        was_set = limited(most, turn_on)
        again = App(app.home)
        opened = again.open_with(CODE)
        assert again.is_whole()
        assert opened or not was_set
        assert opened is None or words_on_disk(app.home) == set()
    assert was_set


def test_a_code_that_cannot_be_removed_for_want_of_room_still_opens(tmp_path: Path) -> None:
    for number, most in enumerate(range(100, 3000, 293)):
        app = with_code(tmp_path / str(number))

        def turn_off(done: Done, app: App = app) -> None:
            with suppress(DataError):
                app.lock.turn_off(CODE)
                done()

        was_removed = limited(most, turn_off)
        again = App(app.home)
        assert (again.open_with(CODE) is None) == bool(was_removed)
        assert again.is_whole()


def test_a_backup_that_found_no_room_is_not_there_and_one_that_is_there_is_whole(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").fill()
    for password in ("", "blue lamp 7"):
        for most in range(100, 2400, 97):
            file = tmp_path / f"{most}{password}.aftercare"

            def save(done: Done, file: Path = file, password: str = password) -> None:
                with suppress(DataError):
                    home.backups.save(str(file), password)
                    done()

            saved = limited(most, save)
            assert file.exists() == bool(saved)
            if saved:
                assert home.backups.look(str(file), password).backup.check_ins == 3
            assert list(tmp_path.glob(".*.tmp")) == []
        assert saved
