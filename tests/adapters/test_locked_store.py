"""The store behind a lock: nothing is read while it is locked, and nothing of before stays in memory."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.storage import JournalDB
from aftercare.adapters.store import DATA_FILE, Store
from aftercare.adapters.vault.folder import lock_ports
from aftercare.core.data_errors import DataError, UnreadableData, UnsavedData
from aftercare.core.sealer_port import Locked, Sealer
from aftercare.core.session import new_session
from aftercare.services.app_lock import AppLock
from tests.fakes.locks import CODE, app_lock

PROTOCOL = FileCatalogue().protocol("body-injection")


def opened(home: Path) -> tuple[Store, AppLock]:
    """A store and its lock, wired as the app does it, but quick to open."""
    lock = app_lock(home, lock_ports(home).parts)
    store = Store(home, lock.sealer)
    lock.on_change(store.forget)
    return store, lock


def filled(home: Path) -> tuple[Store, AppLock]:
    store, lock = opened(home)
    store.sessions.save(new_session("s1", PROTOCOL, datetime(2026, 6, 8, 10), "Europe/Berlin"))
    store.settings.put("note", "swollen cheek")
    store.settings.put("wording", "full")
    return store, lock


def test_data_of_before_is_read_after_the_code_was_set_and_hidden_on_the_disk(tmp_path: Path) -> None:
    store, lock = filled(tmp_path)
    lock.turn_on(lock.draft(CODE))
    assert store.settings.get("note") == "swollen cheek"
    store.settings.put("second", "lip filler")
    raw = (tmp_path / DATA_FILE).read_bytes()
    assert b"swollen" not in raw
    assert b"lip" not in raw
    assert b"Berlin" not in raw


def test_a_locked_store_reads_nothing_and_writes_nothing(tmp_path: Path) -> None:
    store, lock = filled(tmp_path)
    lock.turn_on(lock.draft(CODE))
    assert store.sessions.all()
    lock.lock()
    for read in (store.sessions.all, store.observations.all, store.settings.all, store.overrides.all):
        with pytest.raises(Locked):
            read()
    before = (tmp_path / DATA_FILE).read_bytes()
    with pytest.raises(Locked):
        store.settings.put("note", "other")
    assert (tmp_path / DATA_FILE).read_bytes() == before
    lock.unlock(CODE)
    assert store.settings.get("note") == "swollen cheek"


def test_a_store_that_knows_no_lock_says_that_one_is_set(tmp_path: Path) -> None:
    _, lock = filled(tmp_path)
    lock.turn_on(lock.draft(CODE))
    with pytest.raises(UnreadableData, match="PIN"):
        Store(tmp_path).settings.all()


def test_after_the_code_was_taken_away_any_store_reads_it(tmp_path: Path) -> None:
    store, lock = filled(tmp_path)
    lock.turn_on(lock.draft(CODE))
    store.settings.put("third", "kept")
    lock.turn_off(CODE)
    assert store.settings.get("third") == "kept"
    assert Store(tmp_path).settings.get("note") == "swollen cheek"


def test_another_window_that_is_open_reads_no_more_when_a_code_is_set(tmp_path: Path) -> None:
    other, _ = opened(tmp_path)
    store, lock = filled(tmp_path)
    assert other.settings.get("note") == "swollen cheek"
    lock.turn_on(lock.draft(CODE))
    with pytest.raises(Locked):
        other.settings.put("note", "plain")
    with pytest.raises(Locked):
        other.settings.all()
    assert store.settings.get("note") == "swollen cheek"


def test_another_window_writes_nothing_with_a_key_that_was_forgotten(tmp_path: Path) -> None:
    store, lock = filled(tmp_path)
    lock.turn_on(lock.draft(CODE))
    other, others_lock = opened(tmp_path)
    others_lock.unlock(CODE)
    lock.turn_off(CODE)
    with pytest.raises(Locked):
        other.settings.put("note", "sealed for ever")
    assert store.settings.get("note") == "swollen cheek"


def test_behind_a_code_alerts_are_worded_discreetly_whatever_was_chosen(tmp_path: Path) -> None:
    store, lock = filled(tmp_path)
    assert store.settings.get("wording") == "full"
    lock.turn_on(lock.draft(CODE))
    assert store.settings.get("wording") == "hidden"
    lock.turn_off(CODE)
    assert store.settings.get("wording") == "full"


@pytest.mark.parametrize("snapshot", [False, True])
def test_plain_records_that_somebody_put_in_the_place_of_sealed_ones_are_not_believed(
    tmp_path: Path, snapshot: bool
) -> None:
    store, lock = filled(tmp_path / "mine")
    lock.turn_on(lock.draft(CODE))
    filled(tmp_path / "forged")[0].settings.put("note", "call this number")
    if snapshot:
        # Deleting for good writes all that is left anew.
        with JournalDB(tmp_path / "forged" / DATA_FILE, erases=True) as database:
            database.table("more").remove(doc_ids=[database.table("more").insert({"n": 1})])
    (tmp_path / "mine" / DATA_FILE).write_bytes((tmp_path / "forged" / DATA_FILE).read_bytes())
    try:
        found = str(store.settings.all())
    except DataError:
        found = ""
    assert "call this number" not in found


def test_old_plain_json_in_the_place_of_a_sealed_file_is_not_believed(tmp_path: Path) -> None:
    store, lock = filled(tmp_path)
    lock.turn_on(lock.draft(CODE))
    (tmp_path / DATA_FILE).write_text('{"settings": {"1": {"id": "note", "value": "call this number"}}}')
    try:
        found = str(store.settings.all())
    except DataError:
        found = ""
    assert "call this number" not in found


class FullOnce:
    """A part whose first turn finds no room."""

    failed = False

    def reseal(self, sealer: Sealer) -> None:
        if not self.failed:
            self.failed = True
            raise UnsavedData("photos", "No space left on device")


def test_a_window_that_could_not_finish_seals_nothing_once_another_one_took_the_code_away(tmp_path: Path) -> None:
    # given a window that could not seal all, and another one that did and then removed the code
    filled(tmp_path)
    full = FullOnce()
    lock = app_lock(tmp_path, [full, *lock_ports(tmp_path).parts])
    with pytest.raises(UnsavedData):
        lock.turn_on(lock.draft(CODE))
    _, others_lock = opened(tmp_path)
    others_lock.unlock(CODE)
    others_lock.turn_off(CODE)
    # when the first one goes on with a key that nobody has any more
    with pytest.raises(Locked):
        lock.finish()
    # then all can still be read
    assert Store(tmp_path).settings.get("note") == "swollen cheek"
