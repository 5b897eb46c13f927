"""Alerts still come while the app is locked, in neutral words, and none is told twice once it opens."""
from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.store import Store
from aftercare.adapters.vault.neutral_file import NEUTRAL_NAME, FolderNeutralFile
from aftercare.core.alert_journal import AlertState
from aftercare.core.alert_reach import CONSENT
from aftercare.core.session import Session, new_session
from aftercare.services import closed_app
from aftercare.services.locked_alerts import LockedAlerts, NeutralSettings
from aftercare.services.neutral_delivery import deliver_locked, make_ready, wake_times_locked
from aftercare.services.reminders import coming, deliver
from aftercare.services.snapshot import Snapshot, build
from tests.fakes.locks import CODE, app_lock
from tests.fakes.notifiers import MemoryNotifier

CATALOGUE = FileCatalogue()
MINUTE = timedelta(minutes=1)
# 10:00 to 10:30 in Berlin on 8 June; limits end on 11 June at 10:30.
END = datetime(2026, 6, 11, 8, 30, tzinfo=UTC)
BEFORE = END - MINUTE


def session(day: int = 8) -> Session:
    return new_session("s1", CATALOGUE.protocol("body-injection"), datetime(2026, 6, day, 10), "Europe/Berlin")


class Folder:
    """A data folder: its store as it is while open, and the file for the time when it is not."""

    def __init__(self, home: Path) -> None:
        self.home, self.store, self.file = home, Store(home), FolderNeutralFile(home)
        deliver(self.snapshot(BEFORE), self.store.journal, MemoryNotifier(), BEFORE)

    def snapshot(self, now: datetime, day: int = 8, **settings: str) -> Snapshot:
        return build(CATALOGUE, [session(day)], [], now, "Europe/Berlin", settings)

    def lock(self, now: datetime = BEFORE, **settings: str) -> None:
        make_ready(self.file, self.snapshot(now, **settings), self.store.journal, os.urandom)

    def deliver(self, now: datetime, failure: str = "") -> list[tuple[str, str]]:
        notifier = MemoryNotifier(failure=failure) if failure else MemoryNotifier()
        deliver_locked(self.file, self.store.exclusive, notifier, now)
        return [(message.title, message.body) for message in notifier.shown]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


NEUTRAL = [("Aftercare reminder", "Your plan has an update.")]


def test_what_is_due_is_told_in_neutral_words_and_once(folder: Folder) -> None:
    folder.lock()
    assert folder.deliver(BEFORE) == []
    assert folder.deliver(END) == NEUTRAL
    assert folder.deliver(END + MINUTE) == []


def test_several_that_are_due_are_one_message(folder: Folder) -> None:
    folder.lock(datetime(2026, 6, 8, 9, 0, tzinfo=UTC))
    assert folder.deliver(END + timedelta(hours=2)) == NEUTRAL


def test_the_file_holds_no_word_about_health_and_no_key_of_an_alert(folder: Folder) -> None:
    folder.lock(closed_app="on", wording="full", language="ru", last_note="lip filler")
    text = (folder.home / NEUTRAL_NAME).read_text().lower()
    keys = [key for notice in coming(folder.snapshot(BEFORE), folder.store.journal) for key in notice.keys]
    assert keys
    words = {word for key in keys for word in key.lower().replace("/", ":").split(":")}
    words = {word for word in words if len(word) > 2 and not word[0].isdecimal()}
    words |= {activity.id for activity in CATALOGUE.activities()} | {"body", "filler", "plan", "injection"}
    assert not [word for word in words if word in text]
    assert (folder.home / NEUTRAL_NAME).stat().st_mode & 0o777 == 0o600


def test_a_message_that_the_system_did_not_take_stays_due(folder: Folder) -> None:
    folder.lock()
    assert folder.deliver(END, failure="no daemon") == []
    assert wake_times_locked(folder.file, END)[0] == END + timedelta(minutes=15)
    assert folder.deliver(END + MINUTE) == NEUTRAL


def test_what_was_told_while_locked_is_not_told_again_after_opening(folder: Folder) -> None:
    # Given an alert that was told while the app was locked
    folder.lock()
    folder.deliver(END)
    # When the app is opened
    now = END + MINUTE
    folder.lock(now)
    notifier = MemoryNotifier()
    deliver(folder.snapshot(now), folder.store.journal, notifier, now)
    # Then nothing is told twice, and the journal knows when it was told
    assert notifier.shown == []
    shown = [entry for entry in folder.store.journal.entries().values() if entry.state == AlertState.SHOWN]
    assert END in {entry.at for entry in shown}


def test_what_was_not_told_while_locked_is_told_after_opening(folder: Folder) -> None:
    folder.lock()
    notifier = MemoryNotifier()
    deliver(folder.snapshot(END), folder.store.journal, notifier, END)
    assert len(notifier.shown) == 1


def test_an_alert_that_was_moved_after_opening_is_told_at_its_new_time(folder: Folder) -> None:
    folder.lock()
    folder.deliver(END)
    later = folder.snapshot(END + MINUTE, day=9)
    make_ready(folder.file, later, folder.store.journal, os.urandom)
    fires = [notice.fire_at for notice in coming(later, folder.store.journal)]
    assert END + timedelta(days=1) in fires


def test_an_alert_is_over_when_it_is_over(folder: Folder) -> None:
    folder.lock()
    assert folder.deliver(END + timedelta(days=400)) == []


def test_it_wakes_at_the_same_instants_as_an_open_app(folder: Folder) -> None:
    folder.lock()
    fires = [notice.fire_at for notice in coming(folder.snapshot(BEFORE), folder.store.journal)]
    assert wake_times_locked(folder.file, BEFORE) == sorted(set(fires))


def test_writing_the_same_again_changes_no_file(folder: Folder) -> None:
    folder.lock()
    before = (folder.home / NEUTRAL_NAME).stat().st_ino
    folder.lock()
    assert (folder.home / NEUTRAL_NAME).stat().st_ino == before


def test_the_background_knows_the_consent_and_the_language_and_nothing_else(folder: Folder) -> None:
    folder.lock(closed_app="on", language="ru", lead_minutes="30")
    settings = NeutralSettings(folder.file)
    assert [settings.get(name) for name in (CONSENT, "language", "lead_minutes")] == ["on", "ru", ""]
    settings.put(closed_app.SEEN, "systemd 2026-06-11")
    settings.put("note", "swollen")
    assert settings.get(closed_app.SEEN) == "systemd 2026-06-11"
    assert "swollen" not in (folder.home / NEUTRAL_NAME).read_text()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"version": 2}', '{"version":1,"salt":"zz"}', "\udcff"])
def test_a_damaged_file_tells_nothing_and_stops_nobody(folder: Folder, text: str) -> None:
    (folder.home / NEUTRAL_NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert folder.deliver(END) == []
    assert wake_times_locked(folder.file, END) == []
    folder.lock()
    assert folder.deliver(END) == NEUTRAL


def told(alerts: LockedAlerts, folder: Folder, now: datetime) -> list[str]:
    """What one delivery shows, in a folder that may be locked."""
    notifier = MemoryNotifier()
    take = partial(folder.snapshot, now, wording="full")
    journal = folder.store.journal
    alerts.deliver(lambda: deliver(take(), journal, notifier, now), take, journal, notifier, now)
    return [message.title for message in notifier.shown]


def test_locking_in_the_middle_of_a_plan_tells_each_alert_once(folder: Folder) -> None:
    lock = app_lock(folder.home)
    alerts = LockedAlerts(lock, folder.file, os.urandom)
    # Given a folder with a code whose plan is known
    lock.turn_on(lock.draft(CODE))
    assert told(alerts, folder, BEFORE) == []
    # When the alert falls due behind the lock, and the app is opened and locked again
    lock.lock()
    assert told(alerts, folder, END) == ["Aftercare reminder"]
    lock.unlock(CODE)
    assert told(alerts, folder, END + MINUTE) == []
    lock.lock()
    assert told(alerts, folder, END + 2 * MINUTE) == []


def test_what_was_told_while_open_is_not_told_behind_the_lock(folder: Folder) -> None:
    lock = app_lock(folder.home)
    alerts = LockedAlerts(lock, folder.file, os.urandom)
    lock.turn_on(lock.draft(CODE))
    assert told(alerts, folder, END) == ["OK again"]
    lock.lock()
    assert told(alerts, folder, END + MINUTE) == []


def test_without_a_code_nothing_neutral_is_told_and_the_file_goes(folder: Folder) -> None:
    folder.lock()
    alerts = LockedAlerts(app_lock(folder.home), folder.file, os.urandom)
    assert told(alerts, folder, END) == ["OK again"]
    assert not (folder.home / NEUTRAL_NAME).exists()
