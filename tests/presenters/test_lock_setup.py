"""App lock in More: each step, and what it promises."""
from __future__ import annotations

import pytest

from aftercare.core.lock_policy import AutoLock
from aftercare.presenters import lock_setup
from aftercare.presenters.lock_setup import SetupState, SetupView, build_state

GROUPS = ("K17E", "7M3P", "WAVE", "29TR")


def page(view: SetupView | None = None, on: bool = False, choice: AutoLock | None = None, hides: bool = True,
         recovered: bool = False) -> SetupState:  # fmt: skip
    return build_state(view or SetupView(), on, choice or AutoLock(), hides, recovered)


def test_without_a_code_it_says_that_nothing_is_encrypted_and_what_a_code_would_do() -> None:
    state = page()
    assert "They are not encrypted." in state.lead
    assert (state.set, state.change, state.off, state.now) == ("Set a code", "", "", "")
    assert "Emergency help stays open without a code." in [words for _icon, words in state.facts]


def test_with_a_code_it_can_be_changed_turned_off_and_used_now() -> None:
    state = page(on=True)
    assert (state.set, state.change, state.off, state.now) == (
        "", "Change the code", "Turn the lock off", "Lock now",
    )  # fmt: skip
    assert state.lead.startswith("Your data is encrypted.")


@pytest.mark.parametrize(("hides", "said"), [(True, "are hidden"), (False, "cannot hide")])
def test_what_this_system_hides_of_the_screens_is_not_embellished(hides: bool, said: str) -> None:
    [(_icon, words)] = page(on=True, hides=hides).facts
    assert said in words


def test_when_it_locks_by_itself_is_named_in_minutes_and_the_choice_is_marked() -> None:
    state = page(on=True, choice=AutoLock(5, when_hidden=False))
    assert state.after == (
        ("0", "At once"), ("1", "After 1 minute"), ("5", "After 5 minutes"), ("15", "After 15 minutes"),
    )  # fmt: skip
    assert (state.after_chosen, state.hidden_on) == ("5", False)


def test_whoever_locks_at_once_locks_when_another_app_is_in_front_too() -> None:
    assert page(on=True, choice=AutoLock(0, when_hidden=False)).hidden_on


@pytest.mark.parametrize(
    ("words", "lead", "other"),
    [
        (False, "6 digits or more. Not your birthday, and not the code of your phone.", "Use a passphrase"),
        (True, "10 characters or more. Several words are easy to keep in mind.", "Use digits"),
    ],
)
def test_choosing_says_how_long_a_code_must_be(words: bool, lead: str, other: str) -> None:
    from aftercare.core.lock_code import FEWEST_DIGITS, FEWEST_LETTERS

    state = page(SetupView("choose", words=words))
    least = FEWEST_LETTERS if words else FEWEST_DIGITS
    assert state.lead == f"{least} {lead.partition(' ')[2]}"
    assert (state.other_way, state.step, state.heading) == (other, 1, "Choose a code")


@pytest.mark.parametrize(("purpose", "recovered"), [("change", False), ("set", True)])
def test_whoever_had_a_code_chooses_a_new_one(purpose: str, recovered: bool) -> None:
    assert page(SetupView("choose", purpose), recovered=recovered).heading == "Choose a new code"


def test_the_second_time_is_typed_in_the_same_way_as_the_first() -> None:
    state = page(SetupView("confirm", words=True))
    assert (state.other_way, state.entry, state.next) == ("", "Passphrase", "Next: recovery code")


@pytest.mark.parametrize(("purpose", "following"), [("off", "Turn the lock off"), ("change", "Next: new code")])
def test_the_present_code_is_asked_for_before_it_is_changed(purpose: str, following: str) -> None:
    state = page(SetupView("current", purpose), on=True)
    assert (state.heading, state.next) == ("Enter your code", following)


def test_the_recovery_code_is_shown_spoken_and_must_be_ticked() -> None:
    state = page(SetupView("note", groups=GROUPS, missing_tick=True))
    assert (state.groups, state.groups_spoken) == (GROUPS, "Recovery code: K17E, 7M3P, WAVE, 29TR")
    assert (state.step, state.tick_fault, state.next) == (2, "Please tick this first", "Turn on the lock")
    assert page(SetupView("note", "change", groups=GROUPS)).next == "Use the new code"


def test_the_recovery_code_is_nowhere_but_on_its_own_page() -> None:
    for stage in ("home", "current", "choose", "confirm"):
        assert "WAVE" not in repr(page(SetupView(stage, groups=GROUPS)))


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (SetupView("note", busy=True), "Encrypting your data"),
        (SetupView("current", "off", busy=True), "Bringing your data back"),
        (SetupView("current", "change", busy=True), "Checking"),
        (SetupView("note"), ""),
    ],
)
def test_what_is_under_way_is_said(view: SetupView, said: str) -> None:
    assert page(view).busy == said


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        ("set", "The lock is on. Your data is encrypted."),
        ("change", "The new code is set. The old one opens nothing any more."),
        ("off", "The lock is off. Your data is not encrypted any more."),
    ],
)
def test_what_was_done_is_one_plain_sentence(purpose: str, said: str) -> None:
    assert lock_setup.done_words(purpose) == said


def test_the_file_of_the_recovery_code_holds_it_and_no_health_word() -> None:
    assert lock_setup.file_text(GROUPS) == "Recovery code of Aftercare: K17E 7M3P WAVE 29TR\n"
    assert lock_setup.saved_words("/a/b.txt").startswith("Saved: /a/b.txt.")
