"""Keeping what was prepared for a session."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aftercare.adapters.clock import FixedClock
from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.store import Store
from aftercare.core.instants import parse_instant, zone_named
from aftercare.core.preparation import Preparation
from aftercare.services.patient import Patient
from aftercare.services.preparation import kept, setting_of, stored

FULL = Preparation({"ill": False, "skin": True}, frozenset({"eczema"}), date(2026, 6, 6), frozenset({"light-meal"}))


def patient(home: Path) -> Patient:
    store = Store(home)
    now = parse_instant("2026-06-10T09:48", "now", zone_named("Europe/Berlin"))
    return Patient(
        FileCatalogue(), FixedClock(now, "Europe/Berlin"),
        store.sessions, store.overrides, store.journal, store.settings,
    )  # fmt: skip


def test_what_is_stored_is_read_again() -> None:
    assert kept({setting_of("a"): stored(FULL)}, "a") == FULL


def test_each_session_has_its_own() -> None:
    settings = {setting_of("a"): stored(FULL)}
    assert kept(settings, "b") == Preparation()
    assert kept(settings, "") == Preparation()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"answers": 3, "picked": "x", "period": 7, "done": {}}', '{"answers": {"ill": "yes"}}'],
)
def test_what_cannot_be_read_is_empty_and_no_failure(text: str) -> None:
    assert kept({setting_of("a"): text}, "a") == Preparation()


def test_a_change_survives_the_app(tmp_path: Path) -> None:
    # when a step is ticked and the app is started again
    patient(tmp_path).prepare("a", lambda now: now.tick("light-meal"))
    again = patient(tmp_path)
    again.prepare("a", lambda now: now.tick("clean-face"))
    # then both ticks are there
    assert kept(again.snapshot().settings, "a").done == {"light-meal", "clean-face"}


def test_the_example_stores_nothing_and_forgets(tmp_path: Path) -> None:
    # given the example with a tick
    trying = patient(tmp_path)
    trying.open_example()
    trying.prepare("example", lambda now: now.tick("light-meal"))
    assert kept(trying.snapshot().settings, "example").done == {"light-meal"}
    # then nothing of it is in the patient's data
    assert not any(name.startswith("preparation") for name in trying.settings.all())
    # and the next look at the example begins anew
    trying.close_example()
    assert kept(trying.snapshot().settings, "example").done == frozenset()
    trying.open_example()
    assert kept(trying.snapshot().settings, "example").done == frozenset()
