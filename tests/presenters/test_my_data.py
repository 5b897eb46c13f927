"""My data in More: which rows there are, and what each says."""
from __future__ import annotations

import pytest

from aftercare.presenters.my_data import DataPart, data_part, how_it_lies
from tests.presenters.data_cases import seen


def rows(part: DataPart) -> dict[str, tuple[str, str]]:
    return {row.intent: (row.title, row.subtitle) for row in part.rows}


def test_a_patient_without_a_backup_is_told_so() -> None:
    assert rows(data_part(seen(), False))["backup"] == ("Backup", "None made yet")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("2026-06-10T06:12:00Z", "Last one: today, 08:12"),
        ("2026-06-09T18:20:00Z", "Last one: yesterday, 20:20"),
        # By the device's clock this was the day before yesterday, still before midnight.
        ("2026-06-08T21:59:00Z", "Last one: Mon 8 June, 23:59"),
        ("yesterday, I think", "None made yet"),
        ("", "None made yet"),
    ],
)
def test_the_last_backup_is_told_by_the_devices_clock(made: str, said: str) -> None:
    assert rows(data_part(seen(backup_last=made), False))["backup"][1] == said


def test_a_failed_backup_is_said_before_anything_else() -> None:
    # given an earlier one that went well
    part = data_part(seen(backup_last="2026-06-09T18:20:00Z", backup_problem="No room."), True)
    [row] = [row for row in part.rows if row.intent == "backup"]
    assert (row.tone, row.subtitle) == ("care", "The last one failed. Look here.")


@pytest.mark.parametrize(("lock_set", "said"), [(True, "On"), (False, "Off")])
def test_the_lock_says_whether_it_is_on(lock_set: bool, said: str) -> None:
    assert rows(data_part(seen(), lock_set))["app-lock"] == ("App lock", said)


def test_where_no_lock_can_be_had_there_is_no_row_and_the_data_is_said_to_be_plain() -> None:
    part = data_part(seen(), None)
    assert "app-lock" not in rows(part)
    assert "They are not encrypted." in part.note


def test_how_the_data_lies_is_said_plainly() -> None:
    assert "encrypted" in how_it_lies(True)
    assert "not encrypted" in how_it_lies(False)
    assert "not" not in how_it_lies(True)


@pytest.mark.parametrize(
    ("count", "title"), [(1, "Other version (1)"), (2, "Other versions (2)"), (21, "Other versions (21)")]
)
def test_other_versions_are_counted_before_deleting(count: int, title: str) -> None:
    part = data_part(seen(), True, count)
    assert rows(part)["versions"][0] == title
    assert [row.intent for row in part.rows][-2:] == ["versions", "erase"]


def test_without_other_versions_there_is_no_row_for_them() -> None:
    assert "versions" not in rows(data_part(seen(), True, 0))


def test_only_deleting_is_drawn_as_danger() -> None:
    assert [row.intent for row in data_part(seen(), True, 3).rows if row.tone == "dg"] == ["erase"]
