"""The lock as a patient meets it."""
from __future__ import annotations

import gc
from datetime import timedelta
from typing import Any

import pytest

from tests.screens.safety.conftest import CODE

pytestmark = pytest.mark.display
SECRET = "hurts behind the left ear"


def written(keeper: Any) -> None:
    """A check-in with a note, shown in the diary."""
    from aftercare.services.checkins import new_observation
    from tests.screens.safety.conftest import NOW

    mine = keeper.app.patient
    mine.check_in(new_observation(NOW, NOW, "Europe/Berlin", mine.snapshot().last, [], note=SECRET))


def test_without_a_code_more_says_that_nothing_is_encrypted(keeper: Any) -> None:
    keeper.app.router.go("more")
    keeper.stage.settle(6)
    assert keeper.sees("App lock. Off")
    assert keeper.sees("They are not encrypted.")


def test_a_code_is_set_locks_and_opens_again(keeper: Any) -> None:
    # given
    written(keeper)
    keeper.set_code()
    # when
    keeper.lock()
    # then
    assert keeper.sees("Enter your code")
    keeper.unlock("481902")
    assert keeper.sees("That code is not right")
    keeper.unlock()
    assert keeper.place == "today"
    assert keeper.diary


def test_no_word_of_the_diary_stays_in_the_folder(keeper: Any) -> None:
    written(keeper)
    keeper.set_code()
    for path in keeper.home.rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes()


def test_an_easy_code_is_refused_in_a_sentence(keeper: Any) -> None:
    keeper.open_row("App lock")
    keeper.tap("button", "Set a code")
    keeper.digits("123456")
    keeper.tap("button", "Next: type it again")
    assert keeper.sees("easy to guess")
    assert not keeper.app.patient.lock.is_set


def test_two_different_codes_set_none(keeper: Any) -> None:
    keeper.open_row("App lock")
    keeper.tap("button", "Set a code")
    keeper.digits(CODE)
    keeper.tap("button", "Next: type it again")
    keeper.digits("730262")
    keeper.tap("button", "Next: recovery code")
    assert keeper.sees("The two codes are not the same.")
    assert not keeper.app.patient.lock.is_set


def test_the_lock_is_not_turned_on_before_the_tick(keeper: Any) -> None:
    keeper.open_row("App lock")
    keeper.tap("button", "Set a code")
    for button in ("Next: type it again", "Next: recovery code"):
        keeper.digits(CODE)
        keeper.tap("button", button)
    keeper.tap("button", "Turn on the lock")
    assert keeper.stage.find("checkbox", "I wrote it down in a safe place").value == "Please tick this first"
    assert not keeper.app.patient.lock.is_set


@pytest.mark.parametrize("intent", ["can-i", "check-in", "limit", "photos", "backup", "erase", "app-lock", "tab"])
def test_nothing_passes_the_lock(keeper: Any, intent: str) -> None:
    # given
    keeper.set_code()
    keeper.lock()
    # when
    keeper.app.router.act(intent, activity="makeup", name="diary")
    # then
    assert keeper.place == "lock"
    assert keeper.sees("Enter your code")


@pytest.mark.parametrize("place", ["diary", "today", "more", "app-lock"])
def test_no_place_is_gone_to_while_it_is_locked(keeper: Any, place: str) -> None:
    keeper.set_code()
    keeper.lock()
    keeper.app.router.go(place)
    assert keeper.place == "lock"


def test_keys_do_not_pass_the_lock_but_reach_help(keeper: Any) -> None:
    # given
    keeper.set_code()
    keeper.lock()
    # when Ctrl+K
    keeper.app.keys.pressed(None, ord("k"), modifiers=["ctrl"])
    assert keeper.place == "lock"
    # then F1 opens help without data, and its way back ends at the lock
    keeper.app.keys.pressed(None, 282)
    keeper.stage.settle(6)
    assert keeper.place == "help"
    assert not keeper.sees("None of these? Check in")
    keeper.tap("button", "Close")
    assert keeper.place == "lock"


def test_a_tapped_alert_waits_for_the_code(keeper: Any) -> None:
    # given
    keeper.set_code()
    keeper.lock()
    # when
    keeper.app._open_tapped("tab", {"name": "timeline"})
    assert keeper.place == "lock"
    # then
    keeper.unlock()
    assert keeper.place == "timeline"


def telling_widgets() -> list[str]:
    """The kinds of widgets in memory that hold the note, in the window or not."""
    from kivy.uix.widget import Widget

    gc.collect()
    # What is only referred to weakly must not be asked for its class.
    alive = [each for each in gc.get_objects() if issubclass(type(each), Widget)]
    said = ("text", "title", "subtitle", "lead", "name", "value")
    return [type(w).__name__ for w in alive if any(SECRET in str(getattr(w, name, "")) for name in said)]


def test_nothing_of_the_data_is_left_in_a_widget(keeper: Any) -> None:
    # given a diary that shows a note
    written(keeper)
    keeper.set_code()
    keeper.app.router.go("diary")
    keeper.stage.settle(6)
    assert telling_widgets()
    # when
    keeper.lock()
    # then
    assert telling_widgets() == []


def test_the_recovery_code_opens_and_leads_to_a_new_code(keeper: Any) -> None:
    # given
    recovery = keeper.set_code()
    keeper.lock()
    # when
    keeper.tap("button", "Forgot your code?")
    keeper.type("Recovery code", recovery.lower())
    keeper.tap("button", "Open")
    keeper.wait(lambda: keeper.sees("Choose a new code"))
    for button in ("Next: type it again", "Next: recovery code"):
        keeper.digits("915037")
        keeper.tap("button", button)
    keeper.tap("checkbox", "I wrote it down in a safe place")
    keeper.tap("button", "Use the new code")
    # then
    keeper.wait(lambda: keeper.sees("The new code is set."))
    keeper.lock()
    keeper.unlock("915037")
    assert keeper.place == "today"


def test_five_wrong_codes_bring_a_wait_that_outlives_a_restart(keeper: Any) -> None:
    # given
    keeper.set_code()
    keeper.lock()
    for _ in range(5):
        keeper.unlock("481902")
    assert keeper.sees("Please wait a little")
    # when
    keeper.restart()
    # then
    assert keeper.sees("Please wait a little")
    assert keeper.sees("seconds to wait")
    keeper.tap("button", "Emergency help")
    assert keeper.place == "help"


def test_the_lock_is_turned_off_with_the_code(keeper: Any) -> None:
    keeper.set_code()
    keeper.tap("button", "Turn the lock off")
    keeper.digits(CODE)
    keeper.tap("button", "Turn the lock off")
    keeper.wait(lambda: keeper.sees("The lock is off."))
    assert not keeper.app.patient.lock.is_set


def test_everything_is_deleted_only_with_the_code(keeper: Any) -> None:
    # given
    keeper.set_code()
    keeper.open_row("Delete everything")
    keeper.tap("checkbox", "I know this cannot be undone")
    # when the code is wrong
    keeper.type("Your code", "481902")
    keeper.tap("button", "Delete everything")
    keeper.wait(lambda: keeper.sees("That code is not right"))
    assert keeper.app.patient.own_sessions.all()
    # then the right one deletes
    keeper.type("Your code", CODE)
    keeper.tap("button", "Delete everything")
    keeper.wait(lambda: keeper.sees("All data is deleted"))
    keeper.tap("button", "Start again")
    assert keeper.place == "welcome"


def test_it_locks_when_the_window_is_hidden(keeper: Any) -> None:
    keeper.set_code()
    keeper.app.locker.hidden()
    assert keeper.place == "lock"


def test_it_stays_open_while_our_own_dialog_is_in_front(keeper: Any) -> None:
    keeper.set_code()
    keeper.app.deeds.data_desk.away = True
    keeper.app.locker.hidden()
    assert keeper.place == "app-lock"


def test_it_locks_after_the_chosen_time(keeper: Any) -> None:
    # given
    keeper.set_code()
    keeper.app.router.act("setting", name="lock_after", value="5")
    clock = keeper.app.patient.clock
    # when
    clock._moment = clock.now() + timedelta(minutes=4)
    keeper.app.locker.look()
    assert keeper.place == "app-lock"
    clock._moment = clock.now() + timedelta(minutes=1)
    keeper.app.locker.look()
    # then
    assert keeper.place == "lock"


def test_opening_without_a_digit_says_what_to_do(keeper: Any) -> None:
    keeper.set_code()
    keeper.lock()
    keeper.tap("button", "Open")
    assert keeper.sees("Type your code first.")


def test_a_lock_that_is_out_of_the_window_takes_no_keys(keeper: Any) -> None:
    from screens.widgets.buttons import PushButton
    from screens.widgets.focus import focus

    keeper.set_code()
    keeper.lock()
    pressed: list[int] = []
    button = keeper.stage.show(PushButton("Elsewhere", on_press=lambda *_: pressed.append(1)))
    focus.move_to(button)
    keeper.stage.key("enter")
    assert pressed == [1]
