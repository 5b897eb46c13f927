"""The language is chosen in More and spoken at once, everywhere; alerts and commands speak it too."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare import language, words
from aftercare.words import gettext as _
from tests.screens.calm import calm_stage
from tests.screens.people import Person


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with calm_stage():
        yield Person(tmp_path)
    language.ask_for("")
    words.use_language("en")


@pytest.mark.display
def test_a_chosen_language_is_spoken_at_once_and_after_a_restart(person: Person) -> None:
    # given More in the system's language
    person.have_session()
    person.app.router.go("more")
    person.stage.settle(8)

    # when Russian is chosen
    person.tap("button", "Language. As the system: English")
    person.tap("radio", "Русский")

    # then the page and the menu speak it
    assert words.language() == "ru"
    assert person.at("more")
    assert person.sees("Мои процедуры")
    assert person.sees("Сегодня")
    assert not person.sees("My sessions")

    # and so does a new start
    words.use_language("en")
    person.open()
    assert person.sees("Что-то не так?")


@pytest.mark.display
def test_the_choice_can_be_given_back_to_the_system(person: Person) -> None:
    # given Russian was chosen on an English system
    person.have_session()
    person.app.patient.settings.put("language", "ru")
    person.app.router.go("more")
    person.stage.settle(8)
    assert words.language() == "ru"

    # when the system's is chosen
    person.tap("button", f"{_('Language')}. Русский")
    person.tap("radio", _("System"))

    # then it is English again
    assert person.sees("My sessions")
    assert person.app.patient.settings.get("language") == ""
