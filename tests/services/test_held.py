"""Given content that cannot be read, then a due alert is neither lost nor passed over in silence."""
from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.adapters.store import Store
from aftercare.core.errors import ContentFault
from aftercare.core.notify_port import Message
from aftercare.core.session import new_session
from aftercare.services.held import deliver_or_tell
from aftercare.services.reminders import wanted_alerts
from aftercare.services.snapshot import Snapshot, build
from tests.core.builders import utc
from tests.fakes.notifiers import MemoryNotifier

ZONE = "Europe/Berlin"
BEFORE, DUE = utc("2026-06-11T08:00"), utc("2026-06-11T08:31")
DAY = timedelta(days=1)
ASKS = "Open Aftercare to keep your reminders on."
SESSION = new_session("s1", FileCatalogue().protocol("body-injection"), datetime(2026, 6, 8, 10), ZONE)


class Device:
    """The closed app of a patient on a content folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        shutil.copytree(CONTENT_DIR, self.content)
        self.store = Store(folder / "home")
        self.settings = {"wording": "full"}
        for hours in range(0, 96, 3):
            self.run(utc("2026-06-07T08:00") + timedelta(hours=hours))
        self.run(BEFORE)

    def take(self, now: datetime) -> Snapshot:
        return build(FileCatalogue(self.content), [SESSION], [], now, ZONE, self.settings)

    def run(self, now: datetime, failure: str = "") -> list[Message]:
        notifier = MemoryNotifier(failure)
        deliver_or_tell(lambda: self.take(now), self.store.journal, notifier, self.settings, now, ZONE)
        return notifier.shown

    def run_damaged(self, now: datetime, failure: str = "") -> list[Message]:
        notifier = MemoryNotifier(failure)
        with pytest.raises(ContentFault):
            deliver_or_tell(lambda: self.take(now), self.store.journal, notifier, self.settings, now, ZONE)
        return notifier.shown

    def damaged(self, name: str) -> Callable[[], None]:
        """Damage a file; the answer repairs it."""
        file = self.content / name
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2] + b"\n[[")

        def repair() -> None:
            file.write_bytes(whole)

        return repair


@pytest.fixture
def device(tmp_path: Path) -> Device:
    return Device(tmp_path)


NEEDED = ("protocols/body-injection.toml", "activities.toml", "symptoms.toml", "reasons.toml", "sources.toml")


@pytest.mark.parametrize("name", NEEDED)
def test_a_due_alert_asks_to_open_the_app_and_comes_once_the_content_is_whole(name: str, device: Device) -> None:
    # given
    repair = device.damaged(name)
    # when an alert is due
    asked = device.run_damaged(DUE)
    # then
    assert [message.body for message in asked] == [ASKS]
    # and when the app is repaired
    repair()
    [told] = device.run(DUE + timedelta(hours=1))
    assert "sauna" in told.body


def test_it_asks_once_a_day(device: Device) -> None:
    device.damaged("activities.toml")
    first = device.run_damaged(DUE)
    assert device.run_damaged(DUE + timedelta(hours=2)) == []
    assert [m.body for m in device.run_damaged(DUE + DAY)] == [first[0].body]


def test_nothing_is_said_while_nothing_is_due(device: Device) -> None:
    device.damaged("activities.toml")
    assert device.run_damaged(BEFORE + timedelta(minutes=5)) == []


def test_quiet_hours_stay_quiet(device: Device) -> None:
    device.damaged("activities.toml")
    assert device.run_damaged(utc("2026-06-11T22:30")) == []


def test_what_could_not_be_shown_is_tried_again(device: Device) -> None:
    device.damaged("activities.toml")
    device.run_damaged(DUE, failure="no desktop")
    assert len(device.run_damaged(DUE + timedelta(hours=1))) == 1


def test_a_protocol_that_is_gone_withdraws_no_alert(device: Device) -> None:
    # given
    file = device.content / "protocols" / "body-injection.toml"
    whole = file.read_bytes()
    file.unlink()
    # when
    asked = device.run(DUE)
    # then
    assert [message.body for message in asked] == [ASKS]
    file.write_bytes(whole)
    [told] = device.run(DUE + timedelta(hours=1))
    assert "sauna" in told.body


def test_a_damaged_late_watch_holds_back_no_alert(device: Device) -> None:
    planned = [alert.key for alert in wanted_alerts(device.take(DUE))]
    device.damaged("late_watch.toml")

    assert [alert.key for alert in wanted_alerts(device.take(DUE))] == planned
    [told] = device.run(DUE)
    assert "sauna" in told.body
