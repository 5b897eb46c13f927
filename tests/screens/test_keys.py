"""The keys of the desktop: each leads where it should, from wherever nothing is being entered."""
from __future__ import annotations

import pytest

from screens.keys import TABS
from tests.screens.people import Person

F1 = 282


def press(person: Person, key: int | str, *modifiers: str) -> bool:
    taken = person.app.keys.pressed(None, ord(key) if isinstance(key, str) else key, 0, None, list(modifiers))
    person.stage.settle(6)
    return taken


@pytest.mark.parametrize("tab", TABS)
def test_control_n_opens_a_check_in_from_every_tab(person: Person, tab: str) -> None:
    person.have_session()
    person.app.router.go(tab)
    assert press(person, "n", "ctrl")
    assert person.at("check-in")


def test_control_n_gives_up_nothing_that_is_being_entered(person: Person) -> None:
    person.have_session()
    person.app.router.act("add-session")
    assert not press(person, "n", "ctrl")
    assert person.at("add-session")


def test_before_the_consent_control_n_opens_nothing(person: Person) -> None:
    person.open()
    assert not press(person, "n", "ctrl")
    assert person.at("welcome")


def test_letters_alone_are_no_commands(person: Person) -> None:
    person.have_session()
    assert not press(person, "n")
    assert not press(person, "k")
    assert person.at("today")


def test_f1_is_help_and_escape_leads_back(person: Person) -> None:
    person.have_session()
    person.app.router.go("timeline")
    assert press(person, F1)
    assert person.at("help")
    assert press(person, 27)
    assert person.at("timeline")
