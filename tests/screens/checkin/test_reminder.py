"""Being reminded to look again, from the result to the alert and back to a check-in."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from aftercare.core.alert_types import AlertKind
from tests.fakes.notifiers import MemoryNotifier


def told(patient: Any, *touches: tuple[str, Any]) -> None:
    patient.check_in()
    for field, value in touches:
        patient.app.router.act("answer", field=field, value=value)
    patient.app.router.act("save-check-in")
    patient.stage.settle(6)


def waiting(patient: Any) -> list[datetime]:
    """When the patient's own reminders will come."""
    from aftercare.services import reminders

    snapshot = patient.app.patient.snapshot()
    found = reminders.coming(snapshot, patient.app.patient.journal)
    return [n.fire_at for n in found for alert in n.alerts if alert.kind is AlertKind.LOOK_AGAIN]


def test_a_wish_becomes_an_alert_and_can_be_undone(patient: Any) -> None:
    patient.open()
    told(patient, ("severity", ("swelling", "strong")))
    patient.tap("button", "Remind me at 15:48")
    assert waiting(patient) == [datetime(2026, 6, 10, 13, 48, tzinfo=UTC)]
    patient.tap("button", "Undo: We remind you at 15:48")
    assert waiting(patient) == []
    assert patient.sees("Remind me at 15:48")


def test_it_comes_with_another_start_of_the_app_and_only_once(patient: Any) -> None:
    patient.open()
    told(patient, ("severity", ("redness", "mild")))
    patient.tap("button", "Remind me tomorrow at 09:00")
    patient.now += timedelta(days=1)
    patient.open()
    first, second = MemoryNotifier(), MemoryNotifier()
    patient.app.patient.deliver(first)
    patient.app.patient.deliver(second)
    assert len(first.shown) == 1
    assert second.shown == []
    entries = patient.app.patient.journal.entries().values()
    assert [entry.state for entry in entries if entry.kind == AlertKind.LOOK_AGAIN] == ["shown"]


def test_taking_the_check_in_back_takes_the_reminder_with_it(patient: Any) -> None:
    patient.open()
    told(patient, ("severity", ("redness", "mild")))
    patient.tap("button", "Remind me tomorrow at 09:00")
    patient.tap("link", "Undo")
    assert waiting(patient) == []


def test_the_example_is_never_reminded(patient: Any) -> None:
    patient.open(session=False)
    patient.app.router.act("example")
    told(patient, ("severity", ("redness", "mild")))
    assert not patient.sees("Remind me")


def test_a_check_in_after_midnight_answers_the_alert_of_the_day_before(patient: Any) -> None:
    # given the check-in alert of this morning, shown at 9:48
    patient.open()
    patient.app.patient.deliver(MemoryNotifier())
    # when it is answered at 0:30
    patient.now = datetime(2026, 6, 10, 22, 30, tzinfo=UTC)
    patient.open()
    told(patient, ("severity", ("redness", "mild")))
    [stored] = patient.diary
    assert stored.date == date(2026, 6, 10)
    # and the next one counts for its own day
    told(patient, ("severity", ("redness", "none")))
    assert sorted(each.date for each in patient.diary) == [date(2026, 6, 10), date(2026, 6, 11)]
