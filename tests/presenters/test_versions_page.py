"""Other versions: each pair in words."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from aftercare.core.kept_versions import KeptVersion
from aftercare.core.observation import SymptomReport
from aftercare.presenters.versions_page import build_state
from aftercare.presenters.versions_state import VersionCard, VersionsView
from tests.presenters.data_cases import CATALOGUE, seen
from tests.services.backup_cases import check_in, session

EARLY, LATE = "2026-06-09T18:20:00Z", "2026-06-10T06:12:00Z"


def kept(table: str, other: dict[str, Any], now: dict[str, Any] | None, origin: str = "backup") -> KeptVersion:
    return KeptVersion("copy", table, origin, {**other, "changed_at": EARLY}, now and {**now, "changed_at": LATE})


def card(version: KeptVersion, **data: Any) -> VersionCard:
    [made] = build_state(seen(**data), CATALOGUE.advice(), VersionsView((version,))).cards
    return made


def override(hours: float | None, activity: str = "sauna") -> dict[str, Any]:
    return {"id": "o1", "activity": activity, "hours": hours}


def test_while_it_is_read_nothing_is_claimed_and_none_is_said_as_such() -> None:
    reading = build_state(seen(), CATALOGUE.advice(), VersionsView())
    none = build_state(seen(), CATALOGUE.advice(), VersionsView(()))
    assert (reading.cards, reading.heading, reading.done) == ((), "Two versions of one entry", "")
    assert (none.heading, none.done) == ("No other versions now", "Go back")


def test_the_clinics_word_stands_with_both_times_and_when_each_was_written() -> None:
    made = card(kept("overrides", override(72.0), override(30.0)))
    assert made.title == "What your clinic said: Sauna"
    assert (made.now.lead, made.now.says, made.now.changed) == ("In use now", "30 h", "Changed: today, 08:12")
    assert (made.other.lead, made.other.says) == ("Other version, from the backup", "3 days")
    assert made.other.changed == "Changed: yesterday, 20:20"


def test_that_it_is_fine_is_a_time_too() -> None:
    assert card(kept("overrides", override(None), override(24.0))).other.says == "It is fine"


def test_what_this_device_said_is_called_so() -> None:
    made = card(kept("overrides", override(72.0), override(30.0), origin="device"))
    assert made.other.lead == "Other version, from this device"


def test_a_time_for_a_medicine_is_never_put_in_use() -> None:
    made = card(kept("overrides", override(72.0, "aspirin"), override(24.0, "aspirin")))
    assert made.use == ""
    assert made.delete == "Delete this version"


def test_a_check_in_tells_what_was_seen_and_its_note() -> None:
    now = replace(check_in("c1", note="calm"), symptoms=(SymptomReport("redness", "mild"),), signs=())
    other = replace(now, id="copy", symptoms=(SymptomReport("redness", "strong"),), note="", copy_from="backup")
    record = {"id": "c1", "at": "2026-06-10T07:48:00Z"}
    made = card(kept("observations", record, record), observations=[now, other])
    assert made.title == "Check-in: today, 09:48"
    assert made.now.says.splitlines() == ["36.9 °C, redness mild", "calm"]
    assert made.other.says == "36.9 °C, redness strong"


def test_a_session_tells_its_time_length_and_procedure() -> None:
    now, other = session("first"), replace(session("copy"), minutes=45, status="cancelled", copy_from="backup")
    made = card(kept("sessions", {"id": "first", "status": "done"}, {"id": "first", "status": "cancelled"}),
                sessions=[now, other])  # fmt: skip
    assert made.other.says.splitlines() == ["Mon 8 June, 09:48, 45 min", "Face, injections · Small bumps"]
    # Which one counts shows where only that differs.
    assert made.now.says.splitlines()[-1] == "Cancelled"


def test_answers_before_a_session_are_counted() -> None:
    value = '{"answers": {"a": true, "b": false}, "picked": [], "period": "", "done": ["x"]}'
    name = "preparation:first"
    made = card(kept("settings", {"id": name, "value": value}, {"id": name, "value": "?"}))
    assert made.title == "Before your session"
    assert (made.other.says, made.now.says) == ("2 answers, 1 step done", "0 answers, 0 steps done")


def test_a_picture_is_called_by_its_moment_and_side() -> None:
    made = card(kept("photos", {"id": "p", "taken": EARLY, "view": "left"}, {"id": "p", "taken": EARLY, "view": ""}))
    assert (made.title, made.other.says, made.now.says) == ("Photo: yesterday, 20:20", "Left", "Photo")


def test_what_was_deleted_since_is_said_and_can_come_back() -> None:
    made = card(kept("overrides", override(72.0), None))
    assert (made.now.says, made.now.changed) == ("Nothing. It was deleted here.", "")
    assert made.use == "Use this one instead"


def test_buttons_of_many_cards_are_told_apart_by_ear() -> None:
    made = card(kept("overrides", override(72.0), override(30.0)))
    assert made.use_spoken == "Use this one instead: What your clinic said: Sauna"
    assert made.delete_spoken == "Delete this version: What your clinic said: Sauna"


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("overrides", {"id": "o1", "activity": 7, "hours": "many"}), ("overrides", {"id": "o1"}),
        ("sessions", {"id": "gone"}), ("observations", {"id": "gone", "at": 3}), ("photos", {"id": "p", "view": 3}),
        ("settings", {"id": "preparation", "value": 3}), ("a table of tomorrow", {"id": "x"}),
    ],
)  # fmt: skip
def test_records_of_another_hand_are_shown_without_a_guess(table: str, record: dict[str, Any]) -> None:
    made = card(kept(table, record, record))
    assert made.title
    assert made.other.says in ("This version of Aftercare cannot show it.", "Photo", "0 answers, 0 steps done")
