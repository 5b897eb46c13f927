"""Which alert a check-in answers."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from aftercare.core.alert_journal import AlertState, Entry
from aftercare.core.alert_types import AlertKind
from aftercare.core.observation import Observation
from aftercare.services.asked import unanswered

NINE = datetime(2026, 6, 10, 7, tzinfo=UTC)
KEY = "s:check-in.2:2026-06-10"


def entries(*, state: str = AlertState.SHOWN, kind: str = AlertKind.CHECK_IN) -> dict[str, Entry]:
    return {KEY: Entry(KEY, state, NINE, NINE, KEY, kind)}


def logged(recorded: datetime) -> Observation:
    return Observation("o", "s", recorded, recorded, date(2026, 6, 10), note="fine")


def test_a_check_in_answers_the_alert_that_was_shown_last() -> None:
    assert unanswered(entries(), [logged(NINE - timedelta(hours=1))]) == KEY


def test_an_answer_is_given_once() -> None:
    assert unanswered(entries(), [logged(NINE + timedelta(hours=1))]) == ""


def test_only_what_asks_and_was_shown_is_answered() -> None:
    assert unanswered(entries(kind=AlertKind.ALLOWED), []) == ""
    assert unanswered(entries(state=AlertState.PLANNED), []) == ""
    assert unanswered(entries(state=AlertState.ACKNOWLEDGED), []) == ""
    assert unanswered({}, []) == ""
