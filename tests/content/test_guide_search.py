"""What patients type into the search of Learn leads to the guide they mean, in both languages."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from aftercare import words
from aftercare.adapters.content import FileCatalogue
from aftercare.presenters import learn

CATALOGUE = FileCatalogue()


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    words.use_language("en")


def first(language: str, typed: str) -> str:
    words.use_language(language)
    said = CATALOGUE.search_words(language)
    found = learn.index(CATALOGUE.guides(), said.guide, said.stop).find(typed)
    return found[0].id if found else ""


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("en", "how long does redness last", "first-three-days"),
        ("en", "swolen", "first-three-days"),
        ("en", "what to bring", "before-your-session"),
        ("en", "is it safe", "myths"),
        ("en", "lemon botle", "unlicensed-products"),
        ("en", "hair wash", "first-hair-wash"),
        ("en", "blood thinner", "medicines-and-pain-relief"),
        ("en", "when to call", "warning-signs"),
        ("en", "nausea", "day-of-session"),
        ("en", "nodules", "bumps"),
        ("ru", "сколько держится краснота", "first-three-days"),
        ("ru", "что взять с собой", "before-your-session"),
        ("ru", "безопасно ли", "myths"),
        ("ru", "побелела кожа", "warning-signs"),
        ("ru", "отек", "first-three-days"),
        ("ru", "спф", "makeup-and-creams"),
        ("ru", "подделка", "unlicensed-products"),
        ("ru", "cbyzr", "bruises"),
    ],
)
def test_what_people_type_leads_to_the_guide_they_mean(language: str, typed: str, wanted: str) -> None:
    assert first(language, typed) == wanted
