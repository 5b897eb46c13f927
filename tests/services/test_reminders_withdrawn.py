"""Alerts that hold no more: withdrawn, settled, and taken off the display."""
from __future__ import annotations

from dataclasses import replace

from aftercare.adapters.store import Store
from aftercare.core.alert_journal import AlertState
from aftercare.services.reminders import Report
from tests.fakes.notifiers import MemoryNotifier
from tests.services.reminder_cases import (
    DAY,
    END,
    HOUR,
    MINUTE,
    body_session,
    run,
    seen,
)


def test_a_cancelled_session_is_withdrawn_with_its_reason(store: Store) -> None:
    report, shown = run(store, seen(END, body_session().cancel()))

    assert shown == []
    assert "s1:body-injection.sauna.after:sauna:end" in report.withdrawn
    entry = store.journal.entries()["s1:body-injection.sauna.after:sauna:end"]
    assert (entry.state, entry.reason, entry.fire_at) == ("dropped", "withdrawn", END)
    assert run(store, seen(END + HOUR, body_session().cancel())) == (Report(), [])


def test_a_cancellation_taken_back_brings_what_is_to_come_and_repeats_nothing(store: Store) -> None:
    run(store, seen(END - HOUR, body_session().cancel()))

    _report, shown = run(store, seen(END))

    assert [message.title for message in shown] == ["OK again"]


def test_what_passed_while_a_session_was_cancelled_does_not_come_when_it_is_back(store: Store) -> None:
    run(store, seen(END + HOUR, body_session().cancel()))

    _report, shown = run(store, seen(END + 2 * HOUR))

    assert shown == []


def test_a_session_added_again_has_alerts_of_its_own(store: Store) -> None:
    run(store, seen(END - HOUR, body_session().cancel()))
    again = replace(body_session(id="s2"), quiet_until=END - 30 * MINUTE)

    _report, shown = run(store, seen(END, body_session().cancel(), again))

    assert [message.key.split(":")[0] for message in shown] == ["s2"]


def test_a_kind_that_is_switched_off_is_silent_and_settled_as_such(store: Store) -> None:
    assert run(store, seen(END, alerts_off="allowed"))[1] == []
    report, shown = run(store, seen(END + 25 * HOUR, alerts_off="allowed,check-in"))

    assert shown == []
    assert "s1:body-injection.sauna.after:sauna:end" in report.dropped
    assert store.journal.entries()["s1:body-injection.sauna.after:sauna:end"].reason == "off"


SAUNA_ENDS = "s1:body-injection.sauna.after:sauna:end"


def test_what_is_on_display_of_a_cancelled_session_is_taken_off_once(store: Store) -> None:
    # given an alert on display
    notifier = MemoryNotifier()
    _report, [shown, *_more] = run(store, seen(END), notifier)
    assert store.journal.entries()[SAUNA_ENDS].notice == shown.key
    # when the session is cancelled and two deliveries follow
    cancelled = body_session().cancel()
    run(store, seen(END + MINUTE, cancelled), notifier)
    assert shown.key in notifier.closed
    closed = list(notifier.closed)
    run(store, seen(END + HOUR, cancelled), notifier)
    assert notifier.closed == closed
    # then the journal still knows that it was shown, so that undoing the cancellation tells nothing again
    assert store.journal.entries()[SAUNA_ENDS].state == AlertState.SHOWN
    told = len(notifier.shown)
    run(store, seen(END + 2 * HOUR), notifier)
    assert SAUNA_ENDS not in [message.key for message in notifier.shown[told:]]


def test_what_the_plan_still_has_stays_on_display(store: Store) -> None:
    notifier = MemoryNotifier()
    run(store, seen(END), notifier)
    later = replace(body_session(), start=body_session().start + HOUR)
    for plan in (seen(END + MINUTE), seen(END + MINUTE, later)):
        run(store, plan, notifier)
    assert notifier.closed == []


def test_rules_that_cannot_be_read_for_a_while_take_nothing_off(store: Store) -> None:
    notifier = MemoryNotifier()
    run(store, seen(END), notifier)
    run(store, seen(END + MINUTE, replace(body_session(), protocol="next-year")), notifier)
    assert notifier.closed == []


def test_what_was_shown_long_ago_is_left_alone(store: Store) -> None:
    notifier = MemoryNotifier()
    run(store, seen(END), notifier)
    run(store, seen(END + 8 * DAY, body_session().cancel()), notifier)
    assert SAUNA_ENDS not in notifier.closed
