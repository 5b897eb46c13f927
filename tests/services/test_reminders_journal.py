"""Given a journal, then no crash, edit, zone or clock makes an alert come twice or never."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.store import DATA_FILE, Store
from aftercare.core.alarm_port import Settled
from aftercare.core.alert_journal import AlertState, Entry, merged, told_times
from aftercare.core.notify_port import Delivery, Message
from aftercare.core.session import ClinicOverride, Session, new_session
from aftercare.services.reminders import Report, acknowledge, coming, deliver, wake_times
from aftercare.services.snapshot import Snapshot, build
from tests.core.builders import utc
from tests.fakes.notifiers import MemoryNotifier
from tests.stored import fill, tables_in

CATALOGUE = FileCatalogue()
END = utc("2026-06-11T08:30")
BACK = utc("2026-06-14T09:30")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class PulledPlug(BaseException):
    """The power goes, right after the message is on the screen."""


class LastNotifier(MemoryNotifier):
    def show(self, message: Message) -> Delivery:
        super().show(message)
        raise PulledPlug


def body_session(start: str = "2026-06-08T10:00", id: str = "s1") -> Session:
    wall = datetime.fromisoformat(start)
    return new_session(id, CATALOGUE.protocol("body-injection"), wall, "Europe/Berlin")


def seen(
    now: datetime, *sessions: Session, zone: str = "Europe/Berlin", overrides: tuple[ClinicOverride, ...] = (),
    **settings: str,
) -> Snapshot:
    return build(CATALOGUE, sessions or [body_session()], overrides, now, zone, {"wording": "full", **settings})


def run(store: Store, snapshot: Snapshot, notifier: MemoryNotifier | None = None) -> tuple[Report, list[Message]]:
    notifier = notifier or MemoryNotifier()
    return deliver(snapshot, store.journal, notifier, snapshot.now), notifier.shown


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A journal in which everything up to a minute before END is told."""
    store = Store(tmp_path)
    for hours in range(0, 24 * 4, 3):
        run(store, seen(utc("2026-06-07T08:29") + hours * HOUR))
    run(store, seen(END - MINUTE))
    return store


def test_a_crash_after_showing_shows_it_again_under_the_same_key(store: Store) -> None:
    # given that the power went after the message came up
    plug = LastNotifier()
    with pytest.raises(PulledPlug):
        run(store, seen(END), plug)
    # when more has become due before the next run
    clinic = ClinicOverride("o1", "s1", "makeup", 73, END - DAY)
    _report, again = run(Store(store.home), seen(END + HOUR, overrides=(clinic,)))
    # then it stands in the same place, with what is new
    assert [message.key for message in again] == [plug.shown[0].key]
    assert "Sauna" in again[0].body
    assert "Makeup" in again[0].body
    assert run(store, seen(END + 2 * HOUR, overrides=(clinic,)))[1] == []


def test_after_a_crash_the_key_stays_even_if_the_alert_it_names_has_expired(store: Store) -> None:
    # given that the power went while a check-in and an older alert came up together
    old, check_in = "s1:body-injection.sauna.after:sauna:end", "s1:check-in.3:2026-06-11"
    file = store.home / DATA_FILE
    data = tables_in(file)
    for record in data["alerts"].values():
        if record["id"] in (old, check_in):
            record.update(notice=check_in, reason="handing", state="planned")
    fill(file, data)
    # when the check-in's day is over, but not the other's
    _report, shown = run(store, seen(utc("2026-06-12T06:00")))
    # then the same notification is put right
    assert [message.key for message in shown] == [check_in]
    assert "Sauna" in shown[0].body


def test_what_was_dropped_under_a_clock_that_ran_ahead_is_told_once_it_is_right(store: Store) -> None:
    # given a clock that said next year for a while
    run(store, seen(END - HOUR + 30 * DAY))
    assert store.journal.entries()["s1:body-injection.sauna.after:sauna:end"].state == "dropped"
    # when it is right again
    _report, shown = run(store, seen(END))
    # then what ends now is told, and only once
    assert [message.title for message in shown] == ["OK again"]
    assert run(store, seen(END + HOUR))[1] == []


def test_an_end_at_a_part_of_a_second_is_told_once_and_planned_once(store: Store) -> None:
    clinic = ClinicOverride("o1", "s1", "sauna", 72.0001, END - DAY)
    run(store, seen(END, overrides=(clinic,)))
    written = (store.home / DATA_FILE).stat().st_mtime_ns
    run(store, seen(END, overrides=(clinic,)))
    assert (store.home / DATA_FILE).stat().st_mtime_ns == written

    assert len(run(store, seen(END + MINUTE, overrides=(clinic,)))[1]) == 1
    assert run(store, seen(END + 2 * MINUTE, overrides=(clinic,)))[1] == []


def test_a_check_in_that_was_told_does_not_come_again_further_west(store: Store) -> None:
    # given the check-in of day 1 at nine in Berlin
    entries = store.journal.entries()
    assert entries["s1:check-in.1:2026-06-09"].state == "shown"
    # when the patient lands where nine is still to come
    waiting = coming(seen(utc("2026-06-09T10:00"), zone="America/New_York"), store.journal)
    # then it is not among what comes
    assert "s1:check-in.1:2026-06-09" not in {key for notice in waiting for key in notice.keys}


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


def test_acknowledged_is_settled(store: Store) -> None:
    run(store, seen(END))
    acknowledge(store.journal, ["s1:body-injection.sauna.after:sauna:end", "unknown"])

    assert store.journal.entries()["s1:body-injection.sauna.after:sauna:end"].state == "acknowledged"
    assert run(store, seen(END + HOUR))[1] == []


def test_what_a_phone_showed_stands_for_all_alerts_of_its_notice(store: Store) -> None:
    entries = store.journal.entries()
    [notice] = {entry.notice for entry in entries.values() if entry.state == "planned" and entry.fire_at == END}
    mark = Settled(notice, END, "shown", END + MINUTE)

    store.journal.record(merged([mark], entries))

    assert run(store, seen(END + HOUR))[1] == []
    assert END + MINUTE in told_times(store.journal.entries())


def test_an_old_mark_of_a_phone_says_nothing_about_a_newer_plan(store: Store) -> None:
    moved = body_session("2026-06-09T10:00")
    run(store, seen(END - MINUTE, moved))
    entries = store.journal.entries()
    key = "s1:body-injection.sauna.after:sauna:end"

    found = merged([Settled(entries[key].notice, END, "shown", END - HOUR)], entries)

    assert key not in {entry.key for entry in found}


def test_records_of_other_versions_keep_their_fields_and_still_count(store: Store) -> None:
    # given the journal of an older version, and a field of a newer one
    run(store, seen(END))
    file = store.home / DATA_FILE
    data = tables_in(file)
    for record in data["alerts"].values():
        for name in ("notice", "kind", "reason"):
            del record[name]
        record["vibrated"] = True
    fill(file, data)
    # then nothing is repeated, and what is changed keeps the field
    assert run(store, seen(END + HOUR))[1] == []
    acknowledge(store.journal, ["s1:body-injection.sauna.after:sauna:end"])
    records = tables_in(file)["alerts"].values()
    assert all(record["vibrated"] for record in records)


def test_a_record_that_cannot_be_read_counts_as_not_told(store: Store) -> None:
    run(store, seen(END))
    file = store.home / DATA_FILE
    data = tables_in(file)
    for record in data["alerts"].values():
        if record["id"].endswith("sauna:end"):
            record["fire_at"] = "soon"
    fill(file, data)

    assert ["Sauna" in message.body for message in run(store, seen(END + HOUR))[1]] == [True]


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
