"""Which language is spoken: chosen, the system's, remembered, asked for; and what the system says."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from aftercare import language, words
from aftercare.adapters.system_language import first_listed, from_environment


class KeptSettings(dict[str, str]):
    """Settings in memory."""

    def put(self, name: str, value: str) -> None:
        self[name] = value


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.ask_for("")
    words.use_language("en")


@pytest.mark.parametrize(
    ("settings", "system", "spoken"),
    [
        ({}, "ru_RU.UTF-8", "ru"),
        ({}, "ru-Cyrl-RU", "ru"),
        ({}, "de_DE.UTF-8", "en"),
        ({}, "uk_UA", "en"),
        ({}, "", "en"),
        ({"language": "ru"}, "en_US", "ru"),
        ({"language": "en"}, "ru_RU", "en"),
        ({"language": "xx"}, "ru_RU", "ru"),
        # A timer's environment says nothing of a language.
        ({"system_language": "ru"}, "", "ru"),
        ({"system_language": "ru"}, "de_DE", "en"),
        ({"language": "en", "system_language": "ru"}, "", "en"),
    ],
)
def test_the_choice_comes_first_then_the_system_then_what_it_spoke_before(
    settings: dict[str, str], system: str, spoken: str
) -> None:
    assert language.chosen(settings, system) == spoken


def test_a_language_asked_for_wins_over_the_choice_and_is_not_stored() -> None:
    language.ask_for("ru")

    assert language.chosen({"language": "en"}, "en_US") == "ru"


def test_following_says_whether_the_language_changed() -> None:
    assert language.follow({"language": "ru"}, "") is True
    assert language.follow({"language": "ru"}, "") is False
    assert words.language() == "ru"


def test_what_the_system_speaks_is_remembered_for_starts_that_do_not_hear_it() -> None:
    settings = KeptSettings()

    language.remember(settings, "ru_RU.UTF-8")
    language.remember(settings, "")

    assert language.chosen(settings, "") == "ru"


@pytest.mark.parametrize(
    ("environ", "tag"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru_RU.UTF-8"),
        ({"LANGUAGE": "ru:en", "LANG": "de_DE.UTF-8"}, "ru"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, "ru_RU.UTF-8"),
        ({"LANG": "C"}, ""),
        ({}, ""),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(environ: dict[str, str], tag: str) -> None:
    assert from_environment(environ) == tag


def test_a_mac_lists_the_language_of_its_windows_first() -> None:
    assert first_listed('(\n    "ru-RU",\n    "en-US"\n)\n') == "ru-RU"
    assert first_listed("") == ""


def test_each_language_is_named_in_its_own_words() -> None:
    assert language.name_of("ru") == "Русский"
    assert language.name_of("de") == "Deutsch"
