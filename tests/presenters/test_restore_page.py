"""Open a backup: each stage, and what putting it in has done."""
from __future__ import annotations

from dataclasses import replace

import pytest

from aftercare.core.backup import Counts, Mode, Restored
from aftercare.presenters.restore_page import build_state, follow
from aftercare.presenters.restore_state import RestoreState, RestoreView
from tests.presenters.data_cases import NONE, preview, seen

OURS = "/home/ana/Cloud/Aftercare-20260609T182000Z-0011aabb.aftercare"


def page(view: RestoreView, known: tuple[str, ...] = (), dialog: bool = False) -> RestoreState:
    return build_state(seen(), view, known, dialog)


def test_what_the_app_saved_comes_before_any_other_file() -> None:
    assert page(RestoreView(), (OURS,)).other_title == "Another file"
    assert page(RestoreView()).other_title == ""


@pytest.mark.parametrize(("drops", "said"), [(True, "Or drop the file on this window."), (False, "")])
def test_a_file_is_dropped_only_where_there_is_a_window(drops: bool, said: str) -> None:
    assert build_state(seen(), RestoreView(), drops=drops).drop == said


def looked(**parts: Counts) -> RestoreView:
    return RestoreView("/a/x.aftercare", preview=preview(**parts))


def done(did: Restored, **view: bool) -> RestoreState:
    return page(RestoreView("/a/x.aftercare", restored=did, **view))


def test_at_first_a_file_is_chosen_and_nothing_changes() -> None:
    state = page(RestoreView())
    assert (state.stage, state.heading, state.path) == ("pick", "Which backup?", "")
    assert state.lead == "First you see what is in it. Nothing changes yet."
    assert (state.files, state.files_title, state.choose) == ((), "", "")


def test_known_backups_are_named_by_when_they_were_made_and_three_at_most() -> None:
    others = tuple(OURS.replace("20260609", f"2026060{day}") for day in (8, 7, 6))
    state = page(RestoreView(), (OURS, *others))
    assert state.files_title == "Saved by this app"
    assert [words for _path, words in state.files] == ["Yesterday, 20:20", "Mon 8 June, 20:20", "Sun 7 June, 20:20"]
    assert state.files[0][0] == OURS


@pytest.mark.parametrize("path", ["/a/holiday.aftercare", "C:\\Users\\Ana\\holiday.aftercare"])
def test_a_file_of_another_name_is_called_by_it(path: str) -> None:
    assert page(RestoreView(), (path,)).files == ((path, "holiday.aftercare"),)


def test_a_password_is_asked_for_by_the_files_name_and_a_wrong_one_told() -> None:
    state = page(RestoreView("C:\\b\\x.aftercare", asks=True, fault="Password: it does not open this file."))
    assert (state.stage, state.lead) == ("password", "File: x.aftercare.")
    assert state.fault == "Password: it does not open this file."
    assert state.cancel == "Choose another file"


@pytest.mark.parametrize(
    ("view", "said"),
    [(RestoreView("x", busy=True), "Looking into the file"), (replace(looked(), busy=True), "Putting it in")],
)
def test_what_is_under_way_is_said(view: RestoreView, said: str) -> None:
    assert page(view).busy == said
    assert page(replace(view, busy=False)).busy == ""


def test_both_sides_are_counted_and_spoken() -> None:
    state = page(looked(backup=Counts(2, 12, 0, 1), here=Counts(1, 3)))
    assert [(row.title, row.backup, row.here) for row in state.rows] == [
        ("Sessions", "2", "1"), ("Check-ins", "12", "3"), ("Photos", "0", "0"), ("Clinic times", "1", "0"),
    ]  # fmt: skip
    assert state.rows[1].spoken == "Check-ins: 12 in the backup, 3 on this device"
    assert state.lead == "Made: today, 09:48"


def test_putting_together_is_chosen_and_praised() -> None:
    merge, instead = page(looked()).modes
    assert (merge.chosen, merge.badge, instead.chosen, instead.badge) == (True, "Safest", False, "")
    assert page(looked()).put_in == "Put both together"


def test_replacing_says_what_would_be_lost() -> None:
    view = replace(looked(lost=Counts(check_ins=1, photos=2)), mode=Mode.REPLACE)
    state = page(view)
    assert state.put_in == "Replace what is here"
    assert state.modes[1].subtitle == "You would lose: 1 check-in, 2 photos. We save a copy first."
    assert page(looked()).modes[1].subtitle == "You would lose nothing. We save a copy first."


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        (NONE, NONE, ""),
        (Counts(check_ins=1), NONE, "1 is newer here. The newer one counts, and the other is kept beside it."),
        (NONE, Counts(2, 1), "3 are newer in the backup. The newer one counts, and the other is kept beside it."),
        (Counts(2), Counts(1), "2 are newer here. 1 is newer in the backup. "
                               "The newer one counts, and the other is kept beside it."),
    ],
)  # fmt: skip
def test_what_is_newer_on_either_side_is_counted(here: Counts, there: Counts, said: str) -> None:
    assert page(looked(newer_here=here, newer_there=there)).newer == said


def test_a_backup_that_adds_nothing_says_so_and_offers_no_undo() -> None:
    state = done(Restored(Mode.MERGE, NONE, NONE, NONE))
    assert state.lines == ("Everything in it was here already.",)
    assert (state.undo, state.versions) == ("", "")


@pytest.mark.parametrize(
    ("kept", "aside", "said"),
    [
        (Counts(check_ins=1), 0, "Where both differ, both are kept: 1 other version."),
        (NONE, 2, "Where both differ, both are kept: 2 other versions."),
        (Counts(sessions=1, check_ins=1), 3, "Where both differ, both are kept: 5 other versions."),
    ],
)
def test_how_many_versions_were_kept_is_named_with_the_way_there(kept: Counts, aside: int, said: str) -> None:
    state = done(Restored(Mode.MERGE, NONE, NONE, kept, set_aside=aside))
    assert state.lines == (said,)
    assert state.versions == "See the other versions"


def test_all_that_it_did_is_said_and_can_be_undone() -> None:
    did = Restored(Mode.MERGE, Counts(1, 2), Counts(photos=1), NONE, copy="/a/copy", missing_photos=1)
    state = done(did)
    assert state.lines == (
        "New here: 2 check-ins, 1 session.", "Newer than here: 1 photo.", "1 photo was not in the backup.",
    )  # fmt: skip
    assert (state.undo, state.plan) == ("Undo this", "To my plan")


def test_what_was_undone_cannot_be_undone_again() -> None:
    state = done(Restored(Mode.MERGE, Counts(1), NONE, NONE), undone=True)
    assert (state.heading, state.lines, state.undo) == ("All is as it was before", (), "")


def test_a_refused_undo_is_told_on_the_same_page() -> None:
    did = Restored(Mode.MERGE, Counts(1), NONE, NONE, copy="/a/copy")
    state = page(RestoreView(restored=did, fault="Your device is full."))
    assert (state.stage, state.fault, state.undo) == ("done", "Your device is full.", "Undo this")


def test_choosing_the_way_takes_an_old_refusal_away_and_another_file_keeps_the_path() -> None:
    view = replace(looked(), fault="It was not put in.")
    assert follow(view, "restore-mode", {"mode": "replace"}) == replace(view, mode=Mode.REPLACE, fault="")
    assert follow(view, "other-backup", {}) == RestoreView("/a/x.aftercare")
    assert follow(view, "call", {}) is None
