"""What More says of the language: whose choice it is, and what is spoken now."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from aftercare import words
from aftercare.language import LANGUAGE_SETTING
from aftercare.presenters.more_language import language_part


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    words.use_language(words.ENGLISH)


@pytest.mark.parametrize(
    ("spoken", "said"), [("en", "As the system: English"), ("ru", "Как в системе: русский")]
)
def test_without_a_choice_the_language_of_the_system_is_named(spoken: str, said: str) -> None:
    words.use_language(spoken)
    part = language_part({})
    assert (part.value.lower().replace("\u00a0", " "), part.chosen) == (said.lower(), "")


def test_a_chosen_language_is_named_alone_and_marked() -> None:
    words.use_language("ru")
    part = language_part({LANGUAGE_SETTING: "ru"})
    assert (part.value.lower(), part.chosen) == ("русский", "ru")
    assert [code for code, _name in part.choices] == ["", "en", "ru"]


def test_a_choice_that_this_version_does_not_know_is_none() -> None:
    assert language_part({LANGUAGE_SETTING: "xx"}).chosen == ""
