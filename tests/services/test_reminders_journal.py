"""Given a journal, then no crash, edit, zone or clock makes an alert come twice or never."""
from __future__ import annotations

import pytest

from aftercare.adapters.store import DATA_FILE, Store
from aftercare.core.alarm_port import Settled
from aftercare.core.alert_journal import merged, told_times
from aftercare.core.session import ClinicOverride
from aftercare.services.reminders import acknowledge, coming
from tests.core.builders import utc
from tests.services.reminder_cases import (
    DAY,
    END,
    HOUR,
    MINUTE,
    LastNotifier,
    PulledPlug,
    body_session,
    run,
    seen,
)
from tests.stored import fill, tables_in


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
    assert "sauna" in again[0].body
    assert "makeup" in again[0].body
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
    assert "sauna" in shown[0].body


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

    assert ["sauna" in message.body.casefold() for message in run(store, seen(END + HOUR))[1]] == [True]
