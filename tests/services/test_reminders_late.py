"""Alerts after a time without power, over night and weeks ahead: none is lost, and it is known when to wake."""
from __future__ import annotations

from pathlib import Path

from aftercare.adapters.store import Store
from aftercare.core.alert_journal import AlertState, Entry
from aftercare.services.reminders import Report, wake_times
from tests.core.builders import utc
from tests.fakes.notifiers import MemoryNotifier
from tests.services.reminder_cases import (
    BACK,
    DAY,
    END,
    HOUR,
    MINUTE,
    run,
    seen,
)


def test_after_days_without_power_one_message_says_that_some_were_missed(store: Store) -> None:
    report, shown = run(store, seen(BACK))

    assert [message.title for message in shown] == ["While you were away"]
    assert "s1:body-injection.sauna.after:sauna:end" in report.dropped
    assert run(store, seen(BACK + HOUR)) == (Report(), [])


def test_a_summary_that_could_not_be_shown_is_tried_again(store: Store) -> None:
    report, _shown = run(store, seen(BACK), MemoryNotifier(failure="no daemon"))
    assert [reason for _message, reason in report.failed] == ["no daemon"]

    _report, shown = run(store, seen(BACK + HOUR))

    assert [message.title for message in shown] == ["While you were away"]


def test_a_summary_waits_for_the_morning(store: Store) -> None:
    night = utc("2026-06-15T01:00")

    assert run(store, seen(night))[1] == []
    assert [m.title for m in run(store, seen(night + 5 * HOUR))[1]] == ["While you were away"]


def test_the_last_late_watch_is_told_although_the_plan_is_over(store: Store) -> None:
    ninety = utc("2026-09-06T08:00")

    assert ninety in wake_times(seen(ninety - DAY), store.journal)
    assert [m.title for m in run(store, seen(ninety + 2 * DAY))[1]][-1:] == ["Time to look again"]


def test_a_session_of_last_year_leaves_no_trace(tmp_path: Path) -> None:
    assert run(Store(tmp_path), seen(END + 300 * DAY)) == (Report(), [])


def test_a_night_that_holds_a_summary_back_wakes_us_in_the_morning(store: Store) -> None:
    assert wake_times(seen(utc("2026-06-15T01:00")), store.journal)[0] == utc("2026-06-15T05:00")


def test_what_comes_in_weeks_wakes_us_all_the_same(store: Store) -> None:
    # given that nothing comes between the 14th and the 30th day
    for day in (END, utc("2026-06-15T08:00"), utc("2026-06-22T08:00")):
        run(store, seen(day))

    assert wake_times(seen(utc("2026-06-22T08:01")), store.journal)[0] == utc("2026-07-08T08:00")


def test_what_could_not_be_handed_over_wakes_us_again_soon(store: Store) -> None:
    run(store, seen(END), MemoryNotifier(failure="no daemon"))

    assert wake_times(seen(END), store.journal)[0] == END + 15 * MINUTE


def test_the_fifth_of_a_day_waits_for_the_next_morning(store: Store) -> None:
    # given four notices today
    at = [END - n * HOUR for n in range(4)]
    store.journal.record(
        Entry(f"x{n}", AlertState.SHOWN, moment, moment, f"x{n}", "allowed") for n, moment in enumerate(at)
    )
    # then what ends now comes tomorrow at seven
    assert run(store, seen(END))[1] == []
    assert [m.title for m in run(store, seen(utc("2026-06-12T05:00")))[1]] == ["OK again"]
