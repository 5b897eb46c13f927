"""Check-ins in the data file: nothing is lost, not even what a newer version wrote."""
from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aftercare.adapters import observation_records
from aftercare.adapters.observation_records import observation_from, observation_record
from aftercare.adapters.store import Store
from aftercare.core.data_errors import UnreadableData
from aftercare.core.observation import Observation, SymptomReport
from tests.stored import fill, tables_in

AT = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
FULL = Observation(
    "o1", "s1", AT, AT, date(2026, 6, 9), (SymptomReport("redness", "mild", "better"), SymptomReport("itch", "none")),
    ("pus",), 38.2, "Slept well.", ("p1", "p2"),
)  # fmt: skip

texts = st.text(max_size=12)
maybe = st.one_of(st.none(), texts)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
anything = st.builds(
    Observation, texts, maybe, moments, moments, st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    st.lists(st.builds(SymptomReport, texts, maybe, maybe), max_size=3).map(tuple),
    st.lists(texts, max_size=3).map(tuple), st.one_of(st.none(), st.floats(34, 42)), texts,
    st.lists(texts, max_size=3).map(tuple),
)  # fmt: skip


def raw(home: Path) -> dict[str, Any]:
    """The one stored check-in, as it stands in the file."""
    [record] = tables_in(home / "aftercare.json")["observations"].values()
    return record


def add_by_hand(home: Path, **fields: Any) -> None:
    """What a newer version may have written into the one stored check-in."""
    file = home / "aftercare.json"
    data = tables_in(file)
    next(iter(data["observations"].values())).update(fields)
    fill(file, data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything)
def test_reading_what_was_written_is_the_identity(observation: Observation) -> None:
    written = json.loads(json.dumps(observation_record(observation)))

    assert observation_from(written) == observation


def test_a_check_in_survives_a_restart(tmp_path: Path) -> None:
    Store(tmp_path).observations.save(FULL)

    assert Store(tmp_path).observations.all() == (FULL,)
    assert Store(tmp_path).observations.get("o1") == FULL
    assert Store(tmp_path).observations.get("o2") is None


def test_check_ins_come_by_the_moment_they_speak_of(tmp_path: Path) -> None:
    store = Store(tmp_path)
    late = replace(FULL, id="late", at=AT.replace(day=8))
    for each in (FULL, late):
        store.observations.save(each)

    assert [each.id for each in store.observations.all()] == ["late", "o1"]


def test_codes_and_fields_of_a_newer_version_survive_a_change(tmp_path: Path) -> None:
    # given a check-in of a newer version
    store = Store(tmp_path)
    store.observations.save(FULL)
    symptoms = [{"symptom": "redness", "severity": "very-strong", "trend": "turning", "side": "left"}]
    add_by_hand(tmp_path, symptoms=symptoms, signs=["pus", "green-hair"], mood="low")
    [read] = store.observations.all()
    assert (read.report("redness"), read.signs) == (
        SymptomReport("redness", "very-strong", "turning"), ("pus", "green-hair"),
    )  # fmt: skip

    # when this version changes its note
    store.observations.save(replace(read, note="Better now."))

    # then all of that is still there
    assert (raw(tmp_path)["mood"], raw(tmp_path)["note"]) == ("low", "Better now.")
    assert (raw(tmp_path)["symptoms"], raw(tmp_path)["signs"]) == (symptoms, ["pus", "green-hair"])


def test_undoing_a_deletion_brings_everything_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.observations.save(FULL)
    add_by_hand(tmp_path, mood="low")
    before = raw(tmp_path)

    undo = store.observations.remove("o1")
    assert store.observations.all() == ()
    assert b"Slept well" not in (tmp_path / "aftercare.json").read_bytes()
    undo()
    undo()

    assert raw(tmp_path) == before


@pytest.mark.parametrize(
    "fields",
    [
        {"at": "soon"}, {"date": None}, {"symptoms": ["redness"]}, {"symptoms": 3}, {"temperature_c": "hot"},
        {"signs": 4},
    ],
)
def test_a_record_that_cannot_be_read_is_skipped_and_left_in_the_file(tmp_path: Path, fields: dict[str, Any]) -> None:
    store = Store(tmp_path)
    store.observations.save(FULL)
    add_by_hand(tmp_path, **fields)

    assert store.observations.all() == ()
    store.observations.save(replace(FULL, id="o2"))

    assert [each.id for each in store.observations.all()] == ["o2"]
    assert len(store.documents("observations")) == 2


def test_what_another_process_stored_is_seen(tmp_path: Path) -> None:
    # given two stores of one folder, as window and command line have them, that both have read it
    window, command = Store(tmp_path), Store(tmp_path)
    window.observations.save(FULL)
    assert command.observations.all() == window.observations.all() == (FULL,)

    # when one of them changes, adds and removes
    changed, more = replace(FULL, note="Changed."), replace(FULL, id="o2", at=AT.replace(day=11))
    command.observations.save(changed)
    command.observations.save(more)
    assert window.observations.all() == (changed, more)
    command.observations.remove("o1")

    # then the other sees it, and what it stores itself as well
    assert window.observations.all() == (more,)
    window.settings.put("theme", "dark")
    assert (window.settings.get("theme"), command.settings.get("theme")) == ("dark", "dark")


def test_a_file_that_is_damaged_after_it_was_read_is_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.observations.save(FULL)
    assert store.observations.all() == (FULL,)

    (tmp_path / "aftercare.json").write_text("{")

    with pytest.raises(UnreadableData):
        store.observations.all()


def test_of_many_check_ins_only_those_that_changed_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a thousand check-ins that were read once
    Store(tmp_path).observations.save(FULL)
    record = raw(tmp_path)
    many = {str(number): {**record, "id": f"o{number}"} for number in range(1, 1001)}
    file = tmp_path / "aftercare.json"
    fill(file, {**tables_in(file), "observations": many})
    store, was_read = Store(tmp_path), list[str]()

    def reading(record: dict[str, Any]) -> Observation | None:
        was_read.append(record["id"])
        return observation_from(record)

    monkeypatch.setattr(observation_records, "observation_from", reading)
    first = store.observations.all()
    assert len(was_read) == 1000

    # when they are looked at again, and after one of them was changed
    was_read.clear()
    again = store.observations.all()
    assert (again, was_read) == (first, [])
    Store(tmp_path).observations.save(replace(FULL, id="o7", note="Warm."))
    changed = store.observations.all()

    # then that one alone was read
    assert was_read == ["o7"]
    assert [each.id for each in changed if each.note == "Warm."] == ["o7"]
    assert len(changed) == 1000
