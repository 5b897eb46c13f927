"""Damage to the patient's data file, as the app's own store sees it."""
from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from aftercare.adapters.store import DATA_FILE, Store
from aftercare.core.data_loss import Loss
from tests.adapters.test_observations import FULL
from tests.stored import tables_in


def test_one_flipped_bit_costs_one_check_in_and_says_so(tmp_path: Path) -> None:
    # given three check-ins, and a flipped bit in the note of one
    store = Store(tmp_path)
    for number in (1, 2, 3):
        store.observations.save(replace(FULL, id=f"o{number}", note=f"Note {number}."))
    file = tmp_path / DATA_FILE
    data = bytearray(file.read_bytes())
    data[data.index(b"Note 2.")] ^= 1
    file.write_bytes(data)
    # when the app starts and saves
    store = Store(tmp_path)
    assert {each.id for each in store.observations.all()} == {"o1", "o3"}
    store.settings.put("theme", "dark")
    # then the two others are there, the loss is told until it was read, and the damaged file stays
    store = Store(tmp_path)
    assert {each.id for each in store.observations.all()} == {"o1", "o3"}
    [loss] = store.losses()
    assert loss.sentence == "1 entry of your data file was damaged and is lost. All the others are here."
    store.losses_told()
    assert Store(tmp_path).losses() == ()
    assert (tmp_path / loss.kept).read_bytes() == data
    assert not store.is_whole()


def test_several_losses_are_counted_in_the_plural() -> None:
    assert Loss(12).sentence == "12 entries of your data file were damaged and are lost. All the others are here."


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_file_that_was_kept_aside_is_closed_to_others(tmp_path: Path) -> None:
    test_one_flipped_bit_costs_one_check_in_and_says_so(tmp_path)
    for file in tmp_path.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_json_file_of_an_older_version_is_taken_over_by_the_first_change(tmp_path: Path) -> None:
    # given what the first version wrote
    store = Store(tmp_path)
    store.observations.save(FULL)
    file = tmp_path / DATA_FILE
    old = json.dumps({**tables_in(file), "later_table": {"7": {"y": 1}}})
    file.write_text(old)
    # when it is looked at, nothing is written
    store = Store(tmp_path)
    assert store.observations.all() == (FULL,)
    assert file.read_text() == old
    # when something is saved, all of it is there, and no other file
    store.settings.put("theme", "dark")
    assert Store(tmp_path).observations.all() == (FULL,)
    assert tables_in(file)["later_table"] == {"7": {"y": 1}}
    assert sorted(each.name for each in tmp_path.iterdir()) == [".lock", DATA_FILE]
