"""Whatever stands in the small files of the lock, nothing but our own errors comes of it."""
from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aftercare.adapters.vault import keyfile
from aftercare.adapters.vault.neutral_file import NEUTRAL_NAME, FolderNeutralFile
from aftercare.adapters.vault.tries import TRIES_NAME, FolderTries
from aftercare.core.vault_port import KeyDamaged, KeyTooNew

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "lock.key").read_text())
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["aftercare key", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "00ff", "sealed"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


def read(text: bytes) -> None:
    with suppress(KeyDamaged, KeyTooNew):
        keyfile.read_text(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_damaged_key_file(text: bytes) -> None:
    read(text)


@given(st.sampled_from(sorted(GOLDEN)), values)
def test_a_key_file_with_any_value_in_any_field_is_read_or_refused(field: str, value: Any) -> None:
    said = {**GOLDEN, field: value}
    said.pop("check")
    read(json.dumps({**said, "check": keyfile._check(said)}).encode())


@given(st.sampled_from(["kdf", "n", "r", "p", "salt", "wrapped"]), values)
def test_a_slot_with_any_value_in_any_field_is_read_or_refused(field: str, value: Any) -> None:
    said = json.loads(json.dumps(GOLDEN))
    said["slots"]["code"][field] = value
    said.pop("check")
    read(json.dumps({**said, "check": keyfile._check(said)}).encode())


@given(values | st.fixed_dictionaries({"wrong": values, "wait": values, "now": values, "ticks": values, "run": values}))
def test_any_tries_are_read(value: Any) -> None:
    with TemporaryDirectory() as home:
        (Path(home) / TRIES_NAME).write_text(json.dumps(value))
        assert FolderTries(Path(home)).read().wrong >= 0


@given(
    values
    | st.fixed_dictionaries(
        {"version": st.just(1), "salt": values, "settings": values, "notices": st.lists(st.lists(values, max_size=5))}
    )
)
def test_any_neutral_plan_is_read_or_counts_as_none(value: Any) -> None:
    with TemporaryDirectory() as home:
        (Path(home) / NEUTRAL_NAME).write_text(json.dumps(value))
        FolderNeutralFile(Path(home)).read()
