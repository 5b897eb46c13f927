"""Given a phone that shows alarms by itself, then it holds the plan, and what it did is taken over once."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from aftercare.adapters.alarms.plan_json import channel_names
from aftercare.adapters.store import Store
from aftercare.core.alarm_port import AlarmStatus, Outcome, PlannedAlarm, Settled
from aftercare.core.alert import AlertKind
from aftercare.core.alert_journal import AlertState
from aftercare.core.derive import combine
from aftercare.core.notify_port import Availability
from aftercare.services.reminders_phone import alarm_of_a_test, arm, opened, outside_key
from tests.core.test_alerts import HEALTH_WORDS
from tests.services.reminder_cases import DAY, END, HOUR, MINUTE, body_session, seen

SAUNA = "s1:body-injection.sauna.after:sauna:end"


@dataclass
class MemoryPhone:
    """A phone that shows every alarm on time."""

    armed: list[PlannedAlarm] = field(default_factory=list)
    marks: list[Settled] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    name: str = "memory"

    def live_until(self, moment: datetime) -> None:
        due = [alarm for alarm in self.armed if alarm.fire_at <= moment]
        self.marks += [Settled(alarm.key, alarm.fire_at, "shown", alarm.fire_at) for alarm in due]
        self.armed = [alarm for alarm in self.armed if alarm not in due]

    def available(self) -> Availability:
        return Availability(True)

    def install(self) -> Outcome:
        return Outcome(True)

    def remove(self) -> Outcome:
        return Outcome(True)

    def status(self) -> AlarmStatus:
        return AlarmStatus(True, len(self.armed))

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        self.armed = list(alarms)
        return Outcome(True)

    def settled(self) -> tuple[Settled, ...]:
        return tuple(self.marks)

    def forget(self, taken: Sequence[Settled]) -> Outcome:
        self.marks = [mark for mark in self.marks if mark not in taken]
        return Outcome(True)

    def close(self, keys: Sequence[str]) -> Outcome:
        self.closed += keys
        return Outcome(True)


@pytest.fixture
def phone() -> MemoryPhone:
    return MemoryPhone()


@pytest.fixture
def store(tmp_path: Path, phone: MemoryPhone) -> Store:
    store = Store(tmp_path)
    arm(seen(END - HOUR), store.journal, phone, END - HOUR)
    return store


def test_the_phone_holds_the_plan_with_times_as_marks(store: Store, phone: MemoryPhone) -> None:
    assert END in {alarm.fire_at for alarm in phone.armed}
    assert len({alarm.id for alarm in phone.armed}) == len(phone.armed)
    watch = next(alarm for alarm in phone.armed if alarm.kind == "late-watch")
    assert watch.wall == "2026-06-15T10:00"


def test_what_the_phone_showed_is_settled_and_not_armed_again(store: Store, phone: MemoryPhone) -> None:
    phone.live_until(END + MINUTE)

    arm(seen(END + HOUR), store.journal, phone, END + HOUR)

    assert store.journal.entries()[SAUNA].state == "shown"
    assert phone.marks == []
    assert all(alarm.fire_at > END for alarm in phone.armed)


def test_what_was_shown_of_a_cancelled_session_leaves_the_display(store: Store, phone: MemoryPhone) -> None:
    phone.live_until(END + MINUTE)
    arm(seen(END + HOUR), store.journal, phone, END + HOUR)
    assert phone.closed == []

    arm(seen(END + HOUR, body_session().cancel()), store.journal, phone, END + HOUR)

    assert outside_key(store.journal.entries()[SAUNA].notice) in phone.closed
    assert phone.armed == []


def test_all_that_one_notice_of_next_month_tells_is_settled_with_it(store: Store, phone: MemoryPhone) -> None:
    # given a phone that holds more than a fortnight, and a session five weeks ahead, whose limits end together
    start = END + 35 * DAY
    planned = seen(END, body_session(f"{start:%Y-%m-%dT%H:%M}", id="s9"))
    arm(planned, store.journal, phone, END)
    # when all of it was shown before the app is opened again
    later = start + 3 * DAY + HOUR
    phone.live_until(later)
    shown = {mark.key for mark in phone.marks}
    arm(seen(later, body_session(f"{start:%Y-%m-%dT%H:%M}", id="s9")), store.journal, phone, later)
    # then nothing that was told beside another comes again
    assert len(shown) < sum(entry.state == "shown" for entry in store.journal.entries().values())
    assert not [alarm.key for alarm in phone.armed if alarm.fire_at <= later]


def test_a_test_comes_like_an_alarm_and_leaves_the_journal_alone(store: Store, phone: MemoryPhone) -> None:
    moment = END - HOUR
    phone.live_until(moment)
    arm(seen(moment), store.journal, phone, moment)
    before, armed = dict(store.journal.entries()), len(phone.armed)

    arm(seen(moment), store.journal, phone, moment, alarm_of_a_test(moment))
    assert len(phone.armed) == armed + 1

    phone.live_until(moment)
    arm(seen(moment), store.journal, phone, moment)

    assert phone.marks == []
    assert len(phone.armed) == armed
    assert store.journal.entries() == before


def test_opening_a_notification_acknowledges_all_that_it_told(store: Store, phone: MemoryPhone) -> None:
    phone.live_until(END + MINUTE)
    arm(seen(END + HOUR), store.journal, phone, END + HOUR)
    notice = store.journal.entries()[SAUNA].notice

    opened(store.journal, notice)

    told = {entry.state for entry in store.journal.entries().values() if entry.notice == notice}
    assert told == {"acknowledged"}


def test_hidden_wording_stays_hidden_on_an_open_phone(store: Store, phone: MemoryPhone) -> None:
    arm(seen(END - HOUR, wording="hidden"), store.journal, phone, END - HOUR)

    assert {alarm.title_private for alarm in phone.armed} == {"Aftercare reminder"}
    assert all(alarm.text_private == alarm.text_public for alarm in phone.armed)


def test_every_kind_has_a_channel_and_no_channel_names_anything_about_health() -> None:
    names = channel_names()

    assert set(AlertKind) <= set(names)
    for name in names.values():
        assert not [word for word in name.lower().split() for health in HEALTH_WORDS if word.startswith(health)]


def test_rules_that_are_gone_for_a_while_withdraw_nothing(store: Store, phone: MemoryPhone) -> None:
    # given a planned alert, and then a session whose protocol is not there
    before = store.journal.entries()[SAUNA]
    assert before.state == AlertState.PLANNED
    gone = replace(seen(END), plan=combine(()), unreadable=("s1",))
    # when the phone is armed
    arm(gone, store.journal, phone, END)
    # then it waits in the journal
    assert store.journal.entries()[SAUNA] == before


def test_what_the_phone_keeps_names_neither_a_session_nor_an_activity(store: Store, phone: MemoryPhone) -> None:
    held = " ".join(f"{alarm.key} {alarm.title_public} {alarm.text_public}" for alarm in phone.armed)
    assert phone.armed
    names = held.lower().replace("aftercare reminder", "")
    assert not [word for word in ("s1", *HEALTH_WORDS) if word in names]


def test_marks_of_a_phone_that_still_held_plain_keys_are_taken_over(store: Store, phone: MemoryPhone) -> None:
    notice = store.journal.entries()[SAUNA].notice
    phone.marks = [Settled(notice, END, "shown", END)]
    arm(seen(END + HOUR), store.journal, phone, END + HOUR)
    assert store.journal.entries()[SAUNA].state == AlertState.SHOWN
