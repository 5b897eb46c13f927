"""What the patient can do, on real files."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.clock import FixedClock
from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.store import Store
from aftercare.core.errors import InvalidInput
from aftercare.core.protocol import Phase
from aftercare.core.session import Session, new_session
from aftercare.presenters.more_sessions import sessions_part
from aftercare.services.patient import Patient
from tests.fakes.notifiers import MemoryNotifier

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
CATALOGUE = FileCatalogue()


def patient(home: Path, now: datetime = NOW) -> Patient:
    store = Store(home)
    return Patient(
        CATALOGUE, FixedClock(now, "Europe/Berlin"), store.sessions, store.overrides, store.journal, store.settings
    )


def session(id: str = "s1", day: int = 8) -> Session:
    return new_session(id, CATALOGUE.protocol("face-injection"), datetime(2026, 6, day, 14, 30), "Europe/Berlin")


def test_a_session_survives_a_restart(tmp_path: Path) -> None:
    patient(tmp_path).add(session())
    [kept] = patient(tmp_path).snapshot().sessions
    assert (kept.id, kept.start, kept.version) == ("s1", datetime(2026, 6, 8, 12, 30, tzinfo=UTC), 1)


def test_nothing_of_the_example_is_stored(tmp_path: Path) -> None:
    # given the example, with a clinic's word tried out in it
    someone = patient(tmp_path)
    someone.open_example()
    [shown] = someone.snapshot().plan.sessions
    someone.clinic_said(shown.id, "makeup", 24)
    assert someone.snapshot().overrides
    # when the app is opened again, then nothing is there
    assert patient(tmp_path).snapshot().sessions == ()
    assert patient(tmp_path).snapshot().overrides == ()
    assert not (tmp_path / "aftercare.json").exists()


def test_the_example_alerts_nobody(tmp_path: Path) -> None:
    someone = patient(tmp_path)
    someone.open_example()
    notifier = MemoryNotifier()
    someone.deliver(notifier)
    assert notifier.shown == []
    assert someone.next_alert() is None


def test_adding_a_session_leaves_the_example(tmp_path: Path) -> None:
    someone = patient(tmp_path)
    someone.open_example()
    someone.add(session())
    assert not someone.in_example
    assert [s.id for s in someone.snapshot().sessions] == ["s1"]


def test_the_clinics_words_of_other_activities_phases_and_sessions_stand_beside_each_other(tmp_path: Path) -> None:
    someone = patient(tmp_path)
    someone.add(session())
    someone.add(session("s2"))
    words = [
        ("s1", "makeup", Phase.AFTER), ("s1", "makeup", Phase.BEFORE), ("s1", "sauna", Phase.AFTER),
        ("s2", "makeup", Phase.AFTER),
    ]  # fmt: skip
    for hours, (session_id, activity, phase) in enumerate(words, 1):
        someone.clinic_said(session_id, activity, hours, phase)
    kept = {(o.session_id, o.activity, o.phase): o.hours for o in someone.snapshot().overrides}
    assert kept == dict(zip(words, (1, 2, 3, 4), strict=True))


def test_the_clinics_word_replaces_its_earlier_word(tmp_path: Path) -> None:
    someone = patient(tmp_path)
    someone.add(session())
    someone.clinic_said("s1", "makeup", 24)
    someone.clinic_said("s1", "makeup", 48)
    [override] = someone.snapshot().overrides
    assert override.hours == 48
    someone.forget_clinic(override.id)
    assert someone.snapshot().overrides == ()


@pytest.mark.parametrize(
    ("session_id", "activity", "hours", "field"),
    [
        ("nobody", "makeup", 24, "session"),
        ("s1", "juggling", 24, "activity"),
        ("s1", "makeup", -1, "hours"),
        ("s1", "makeup", 10**6, "hours"),
        ("s1", "aspirin", 24, "activity"),
    ],
)
def test_a_word_that_cannot_be_is_refused_and_nothing_is_stored(
    tmp_path: Path, session_id: str, activity: str, hours: float, field: str
) -> None:
    someone = patient(tmp_path)
    someone.add(session())
    with pytest.raises(InvalidInput) as refused:
        someone.clinic_said(session_id, activity, hours)
    assert refused.value.field == field
    assert someone.snapshot().overrides == ()


def test_a_cancelled_session_stays_in_the_file_and_out_of_the_plan(tmp_path: Path) -> None:
    someone = patient(tmp_path)
    someone.add(session())
    someone.cancel("s1")
    snapshot = patient(tmp_path).snapshot()
    assert [s.status for s in snapshot.sessions] == ["cancelled"]
    assert snapshot.plan.sessions == ()


def test_a_session_of_an_unknown_protocol_is_kept_and_named(tmp_path: Path) -> None:
    # given a session that a newer version stored, with a field and a status that this one does not know
    store = Store(tmp_path)
    store.put(
        "sessions",
        {
            "id": "new", "protocol": "moon-dust", "version": 7, "start": "2026-06-08T12:30:00Z", "minutes": 30,
            "zone": "Europe/Berlin", "status": "dreamt", "batch": "A-17",
        },
    )
    # when this version reads and saves it, then nothing of it is lost
    someone = patient(tmp_path)
    assert someone.snapshot().unreadable == ("new",)
    someone.change(someone.snapshot().sessions[0])
    [record] = store.documents("sessions")
    assert (record["batch"], record["status"]) == ("A-17", "dreamt")


def test_a_session_in_a_zone_that_this_device_does_not_know_is_kept_and_named(tmp_path: Path) -> None:
    """Another device, with a newer list of zones, may have made it; the others go on."""
    patient(tmp_path).add(session())
    record = {**Store(tmp_path).documents("sessions")[0], "id": "new", "zone": "Antarctica/Next_Year"}
    Store(tmp_path).put("sessions", record)
    snapshot = patient(tmp_path).snapshot()
    assert snapshot.unreadable == ("new",)
    assert [each.id for each in snapshot.plan.sessions] == ["s1"]
    assert {row.status for row in sessions_part(snapshot).rows} == {"Not read", "Done"}


@pytest.mark.parametrize("version", [1e300, -1e300, 10**18])
def test_a_session_of_a_version_that_no_app_has_stops_no_other_one(tmp_path: Path, version: float) -> None:
    patient(tmp_path).add(session())
    record = {**Store(tmp_path).documents("sessions")[0], "id": "odd", "version": version}
    Store(tmp_path).put("sessions", record)
    assert [each.id for each in patient(tmp_path).snapshot().plan.sessions] == ["s1"]


def test_a_session_followed_for_three_months_leaves_the_plan_after_that(tmp_path: Path) -> None:
    patient(tmp_path).add(session())
    assert patient(tmp_path, NOW + timedelta(days=80)).snapshot().plan.sessions
    assert not patient(tmp_path, NOW + timedelta(days=100)).snapshot().plan.sessions


def test_a_draft_is_kept_until_it_is_given_up(tmp_path: Path) -> None:
    patient(tmp_path).keep_draft({"area": "face"})
    assert patient(tmp_path).draft() == {"area": "face"}
    patient(tmp_path).keep_draft(None)
    assert patient(tmp_path).draft() == {}
