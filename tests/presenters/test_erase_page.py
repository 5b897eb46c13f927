"""Delete everything: what goes, what would be lost with it, and what went."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from aftercare.core.backup import Counts
from aftercare.core.erase import Erased, Gone, Left, What
from aftercare.presenters.erase_page import EraseState, EraseView, build_state, newer_check_ins
from tests.presenters.data_cases import NONE, NOW, seen
from tests.services.backup_cases import check_in

HOUR = timedelta(hours=1)
YESTERDAY = "2026-06-09T18:20:00Z"


def page(view: EraseView | None = None, counts: Counts = NONE, made: int = 0, code: bool = False, newer: int = 0,
         **settings: Any) -> EraseState:  # fmt: skip
    return build_state(seen(**settings), view or EraseView(), counts, made, code, newer)


def test_where_there_is_nothing_yet_the_settings_still_go() -> None:
    assert page().lines == (("bell", "All alerts, your settings and your numbers"),)


def test_each_kind_that_goes_is_counted() -> None:
    words = [line for _icon, line in page(counts=Counts(1, 2, 1, 3)).lines]
    assert words[:-1] == ["1 session", "2 check-ins", "1 photo", "3 clinic times"]


@pytest.mark.parametrize(
    ("settings", "newer", "said"),
    [
        ({}, 0, "No backup was made yet."),
        ({}, 3, "No backup was made yet."),
        ({"backup_last": YESTERDAY}, 0, "Last backup: yesterday, 20:20."),
        ({"backup_last": YESTERDAY}, 1, "Last backup: yesterday, 20:20. 1 check-in is newer."),
        ({"backup_last": YESTERDAY}, 2, "Last backup: yesterday, 20:20. 2 check-ins are newer."),
        ({"backup_last": "once"}, 1, "No backup was made yet."),
    ],
)
def test_how_much_is_in_no_backup_is_said_beside_the_way_to_save_one(
    settings: dict[str, str], newer: int, said: str
) -> None:
    assert page(newer=newer, **settings).copy_line == said


def test_only_what_came_after_the_last_backup_counts_as_newer() -> None:
    entries = [check_in("a", NOW - HOUR), check_in("b", NOW), check_in("c", NOW + HOUR)]
    now = "2026-06-10T07:48:00Z"
    assert newer_check_ins(seen(observations=entries, backup_last=now)) == 1
    assert newer_check_ins(seen(observations=entries)) == 0


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (0, ""),
        (1, "Also delete 1 backup that the app made"),
        (7, "Also delete 7 backups that the app made"),
    ],
)
def test_backups_of_the_app_are_offered_only_where_there_are_any(made: int, said: str) -> None:
    state = page(made=made)
    assert state.backups == said
    assert not state.backups_on


def test_behind_a_code_the_code_is_asked_for() -> None:
    assert (page(code=True).code_label, page(code=False).code_label) == ("Your code", "")


def test_the_tick_is_missed_until_it_is_there() -> None:
    assert page(EraseView(missing_tick=True)).tick_fault == "Please tick this first"
    assert page(EraseView(ticked=True)).tick_fault == ""


def test_a_wrong_code_is_told_and_nothing_is_gone() -> None:
    state = page(EraseView(ticked=True, fault="That code is not right."))
    assert (state.gone, state.fault, state.ticked, state.busy) == (False, "That code is not right.", True, "")


def test_what_went_is_listed_and_the_app_begins_again() -> None:
    state = page(EraseView(erased=Erased((Gone(What.DATA), Gone(What.PHOTOS)))))
    assert (state.gone, state.heading, state.again) == (True, "All data is deleted", "Start again")
    assert [words for _icon, words in state.lines] == ["Sessions, check-ins, clinic times and settings", "Photos"]
    assert state.left == ()


def test_what_could_not_go_is_never_called_deleted() -> None:
    state = page(EraseView(erased=Erased((Gone(What.DATA),), (Left(What.BACKUPS, ("/cloud/a",)),))))
    assert state.heading == "Not all is deleted yet"
    assert state.left == ("A backup could not be deleted. Look into the folder that you chose.",)


def test_a_start_that_finds_everything_deleted_needs_no_data() -> None:
    state = build_state(None, EraseView())
    assert (state.gone, state.lines, state.again) == (True, (), "Start again")
