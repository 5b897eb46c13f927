"""Checking in: for which session and day it counts, changing it, taking it back, and what it ends."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.clock import FixedClock
from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.store import Store
from aftercare.core.advice import Tier
from aftercare.core.errors import InvalidInput
from aftercare.core.observation import Observation, SymptomReport
from aftercare.core.plan import RestrictionWindow
from aftercare.core.session import Session, new_session
from aftercare.services import checkins
from aftercare.services.patient import Patient
from aftercare.services.snapshot import build
from tests.content import mini

NOW = datetime(2026, 6, 10, 22, 30, tzinfo=UTC)
ZONE = "Europe/Berlin"
CATALOGUE = FileCatalogue()


def session(id: str = "s1", day: int = 10, name: str = "face-injection") -> Session:
    return new_session(id, CATALOGUE.protocol(name), datetime(2026, 6, day, 14, 30), ZONE)


def check_in(at: datetime = NOW, whose: Session | None = None, **symptoms: str) -> Observation:
    told = [SymptomReport(symptom, severity) for symptom, severity in symptoms.items()]
    return checkins.new_observation(at, NOW, ZONE, whose, told)


def patient(home: Path) -> Patient:
    store = Store(home)
    return Patient(
        CATALOGUE, FixedClock(NOW, ZONE), store.sessions, store.overrides, store.journal, store.settings,
        own_observations=store.observations,
    )  # fmt: skip


def test_after_midnight_an_entry_about_the_evening_counts_for_the_evening() -> None:
    # given half past midnight in Berlin
    assert check_in(redness="mild").date.isoformat() == "2026-06-11"

    late = check_in(NOW - timedelta(hours=2), redness="mild")

    assert (late.date.isoformat(), late.recorded_at) == ("2026-06-10", NOW)


def test_moving_a_check_in_moves_its_date() -> None:
    moved = checkins.change_moment(check_in(redness="mild"), NOW - timedelta(days=1), NOW, ZONE)

    assert (moved.at, moved.date.isoformat()) == (NOW - timedelta(days=1), "2026-06-10")


def test_a_moment_that_has_not_come_is_refused() -> None:
    with pytest.raises(InvalidInput, match="not come yet"):
        check_in(NOW + timedelta(seconds=1), redness="mild")
    with pytest.raises(InvalidInput, match="not come yet"):
        checkins.change_moment(check_in(redness="mild"), NOW + timedelta(minutes=1), NOW, ZONE)


def test_a_check_in_that_says_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="at least one"):
        check_in()
    emptied = replace(check_in(redness="mild"), symptoms=())
    with pytest.raises(InvalidInput, match="at least one"):
        checkins.record(Store(tmp_path).observations, emptied)


def test_a_check_in_belongs_to_the_latest_session_that_had_begun_and_counts() -> None:
    all = [session("old", 1), session("last", 8), session("cancelled", 9).cancel(), session("next", 12)]

    found = checkins.session_at(all, NOW)
    assert found is not None
    assert found.id == "last"
    earlier = checkins.session_at(all, NOW - timedelta(days=5))
    assert earlier is not None
    assert earlier.id == "old"
    assert checkins.session_at(all, NOW - timedelta(days=60)) is None
    # and to the one that begins at that very instant
    begins = checkins.session_at(all, all[-1].start)
    assert begins is not None
    assert begins.id == "next"


def test_a_check_in_is_stored_changed_deleted_and_brought_back(tmp_path: Path) -> None:
    someone = patient(tmp_path)
    someone.add(session())
    made = check_in(whose=session(), redness="mild")
    assert someone.check_in(made).tier is Tier.EXPECTED
    # when it is changed, then it is one check-in still
    assert someone.check_in(replace(made, signs=("pus",))).tier is Tier.SAME_DAY
    assert [each.signs for each in patient(tmp_path).snapshot().observations] == [("pus",)]
    # when it is deleted and brought back
    undo = someone.delete_check_in(made.id)
    assert patient(tmp_path).snapshot().observations == ()
    undo()
    assert [each.id for each in patient(tmp_path).snapshot().observations] == [made.id]


def test_deleting_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="nobody"):
        patient(tmp_path).delete_check_in("nobody")


def test_nothing_tried_out_in_the_example_is_stored(tmp_path: Path) -> None:
    someone = patient(tmp_path)
    someone.open_example()
    someone.check_in(check_in(redness="mild"))
    assert len(someone.snapshot().observations) == 1

    someone.close_example()

    assert someone.snapshot().observations == ()
    assert not (tmp_path / "aftercare.json").exists()


def test_a_session_whose_protocol_is_not_known_asks_for_the_clinic() -> None:
    odd = replace(session(), protocol="moon-dust")

    found = checkins.advice_for(check_in(whose=odd, redness="mild"), [], [odd], CATALOGUE)

    assert found.keys == ("hours-unknown.redness",)


def test_a_window_that_lasts_until_a_symptom_has_gone_ends_by_the_diary(tmp_path: Path) -> None:
    # given a sauna rule of at least 48 hours and until the redness has gone, at most 14 days
    folder = mini.write(tmp_path)
    mini.change(folder, mini.DEMO, 19, 'until_resolved = { symptom = "redness", min_hours = 48, cap_hours = 336 }')
    catalogue = FileCatalogue(folder)
    mine = new_session("s1", catalogue.protocol("demo"), datetime(2026, 6, 1, 14, 30), ZONE)

    def sauna(*told: Observation) -> list[RestrictionWindow]:
        plan = build(catalogue, [mine], [], NOW, ZONE, observations=told).plan
        return [window for window in plan.of("sauna") if window.phase == "after"]

    there = check_in(mine.end + timedelta(hours=5), mine, redness="mild")
    gone = check_in(mine.end + timedelta(hours=80), mine, redness="none")
    # when nothing is logged it lasts until its cap, and then asks
    assert [(w.strength, w.end) for w in sauna(there)] == [
        ("avoid", mine.end + timedelta(hours=336)), ("ask", None),
    ]  # fmt: skip
    # when the redness is logged as gone it ends there
    assert [(w.strength, w.end) for w in sauna(there, gone)] == [("avoid", gone.at)]
    # when that is taken back, or it was never there, it lasts on
    assert len(sauna(gone)) == 2
