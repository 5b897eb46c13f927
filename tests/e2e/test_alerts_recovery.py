"""Given ninety eventful days, then the patient reads a calm timeline: each alert once, none at night, none lost."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path

import pytest

from tests.core.test_alerts import HEALTH_WORDS
from tests.e2e.alerts_recovery import Device, Recovery, berlin, story

START, END = berlin("2026-03-01T12:00"), berlin("2026-05-30T12:00")


def lived(home: Path, wording: str) -> Recovery:
    recovery = Recovery(home, Device(START, "Europe/Berlin"))
    recovery.patient().settings.put("wording", wording)
    recovery.run(list(story()), END)
    return recovery


@pytest.fixture(scope="module")
def recovery(tmp_path_factory: pytest.TempPathFactory) -> Recovery:
    return lived(tmp_path_factory.mktemp("home"), "full")


def test_the_timeline_reads_as_agreed(recovery: Recovery, golden: Callable[[str, str], None]) -> None:
    golden("alerts/recovery.txt", "\n".join(recovery.lines) + "\n")


def test_nothing_is_shown_twice(recovery: Recovery) -> None:
    # given that the moved session "c" alerts again at its new times
    keys = Counter(one.message.key for one in recovery.shown if not one.message.key.startswith("c:"))

    assert {key for key, count in keys.items() if count > 1} == set()


def test_no_alert_is_left_open_once_its_time_is_over(recovery: Recovery) -> None:
    entries = recovery.patient().journal.entries().values()

    assert {entry.state for entry in entries if entry.fire_at < END - timedelta(days=3)} == {"shown", "dropped"}


def test_nothing_comes_in_quiet_hours_and_at_most_five_a_day(recovery: Recovery) -> None:
    # given four, and one about a next session
    assert all(time(7) <= one.local.time() < time(22) for one in recovery.shown)
    assert max(Counter(one.local.date() for one in recovery.shown).values()) <= 5


def test_nine_days_without_power_end_with_one_summary(recovery: Recovery) -> None:
    [summary] = [one for one in recovery.shown if one.message.title == "While you were away"]
    together = [one for one in recovery.shown if one.true == summary.true]

    assert len(together) <= 2


def test_hidden_wording_tells_the_same_and_names_nothing_about_health(recovery: Recovery, tmp_path: Path) -> None:
    hidden = lived(tmp_path, "hidden")

    assert [(one.true, one.message.key) for one in hidden.shown] == [
        (one.true, one.message.key) for one in recovery.shown
    ]
    for one in hidden.shown:
        assert one.message.title == "Aftercare reminder", "the app's own name is the only word about health"
        words = {word.strip(".,").lower() for word in one.message.body.split()}
        assert not [word for word in words for health in HEALTH_WORDS if word.startswith(health)]
