"""Use a backup where the data cannot be read."""
from __future__ import annotations

from datetime import timedelta

from aftercare.core.backup import Counts, Found, Mode, Restored
from aftercare.presenters.rescue_page import SHOWN, build_state
from aftercare.presenters.restore_state import RestoreState, RestoreView
from tests.presenters.data_cases import NONE, NOW, preview, seen

FOUND = tuple(Found(f"/c/{day}", NOW - timedelta(days=day)) for day in range(9))


def page(view: RestoreView, found: tuple[Found, ...] = (), daily: bool = False) -> RestoreState:
    return build_state(seen(), view, found, True, daily)


def looked(counts: Counts) -> RestoreState:
    return page(RestoreView("/c/1", preview=preview(counts)))


def done(missing: int = 0, daily: bool = False) -> tuple[str, ...]:
    did = Restored(Mode.MERGE, Counts(1, 3), NONE, NONE, missing_photos=missing)
    return page(RestoreView("/c/1", restored=did), daily=daily).lines


def test_the_backups_that_were_found_are_named_by_when_they_were_made() -> None:
    state = page(RestoreView(), FOUND)
    assert (state.stage, state.title, state.files_title) == ("pick", "Use a backup", "Saved by this app")
    assert state.files[:2] == (("/c/0", "Today, 09:48"), ("/c/1", "Yesterday, 09:48"))
    assert len(state.files) == SHOWN


def test_without_any_the_file_is_chosen_by_hand() -> None:
    state = page(RestoreView())
    assert (state.files, state.files_title, state.choose) == ((), "", "Choose a file")


def test_a_password_and_a_refusal_read_as_elsewhere() -> None:
    assert page(RestoreView("/c/x.aftercare", asks=True)).heading == "This backup has a password"
    assert page(RestoreView("/c/x", fault="Backup: this file is damaged.")).fault == "Backup: this file is damaged."


def test_the_preview_lists_what_comes_back_and_compares_with_nothing() -> None:
    state = looked(Counts(1, 12))
    assert state.kinds == (("syringe", "1 session"), ("notebook", "12 check-ins"))
    assert (state.rows, state.modes, state.newer, state.how) == ((), (), "", "")
    assert state.notes == ("What you added later is not in it.", "We keep the file that cannot be read.")
    assert (state.put_in, state.other) == ("Use this backup", "Choose another one")


def test_a_backup_without_entries_does_not_look_broken() -> None:
    assert looked(NONE).kinds == (("file-text", "Nothing of yours yet"),)


def test_the_end_says_what_is_back_and_where_the_old_file_is() -> None:
    assert done() == (
        "Back again: 3 check-ins, 1 session.", "The file that could not be read lies beside your data.",
    )  # fmt: skip


def test_pictures_that_are_missing_and_backups_that_ended_are_not_kept_quiet() -> None:
    lines = done(missing=2, daily=True)
    assert "2 photos were not in the backup." in lines
    assert "The daily backup is off now. Turn it on again in More." in lines


def test_nothing_can_be_undone_since_there_was_nothing_to_read() -> None:
    did = Restored(Mode.MERGE, NONE, NONE, NONE, copy="/x")
    assert page(RestoreView("/c/1", restored=did)).undo == ""


def test_that_the_lock_is_gone_is_said() -> None:
    did = Restored(Mode.MERGE, Counts(1), NONE, NONE, lock_gone=True)
    assert "The app has no lock now. Set a new code in More." in page(RestoreView("/c/1", restored=did)).lines
    assert not any("lock" in line for line in done())
