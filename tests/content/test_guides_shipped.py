"""The guides that are shipped: easy to read, calm, and never a word against a medicine."""
from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.core.guide import Guide, GuideGroup
from tests.content.reading import HARDEST_GRADE, LONGEST_SENTENCE, grade, sentence_length

CATALOGUE = FileCatalogue()
IDS = sorted(file.stem for file in (CONTENT_DIR / "guides").glob("*.toml"))
# Fear, promises, permissions and certainty that no article gives.
UNWANTED = re.compile(r"!|…|\b(you may|safe|safely|guaranteed?|cures?|risk-free|danger(ous)?)\b", re.IGNORECASE)
ABOUT_MEDICINES = re.compile(r"\b(medicines?|tablets?|aspirin|blood thinners?|drugs|prescribed)\b", re.IGNORECASE)
ENDING_A_MEDICINE = re.compile(r"\b(stop|quit|do not take|leave it out|come off|no more)\b", re.IGNORECASE)


@pytest.fixture(params=IDS)
def guide(request: pytest.FixtureRequest) -> Guide:
    return CATALOGUE.guides()[request.param]


def names() -> tuple[str, ...]:
    """What a patient meets as a name: activities, procedures and products."""
    protocols = [CATALOGUE.protocol(each) for each in CATALOGUE.protocol_ids()]
    products = [product.name for protocol in protocols for product in protocol.products]
    return (*(each.name for each in CATALOGUE.activities()), *(each.name for each in protocols), *products)


def cards(guide: Guide) -> Iterator[tuple[str, str]]:
    """Each card of a guide, as its heading and its text."""
    yield "short", " ".join(guide.short)
    for part in guide.parts:
        yield part.heading, " ".join((*part.text, *part.points))
    if guide.call:
        yield "call", " ".join(guide.call.when)


def test_every_card_is_read_with_ease(guide: Guide) -> None:
    for heading, text in cards(guide):
        assert grade(text, names()) <= HARDEST_GRADE, (heading, grade(text, names()))
        assert sentence_length(text, names()) <= LONGEST_SENTENCE, heading


def test_no_guide_frightens_promises_or_permits(guide: Guide) -> None:
    assert [text for text in guide.texts if UNWANTED.search(text)] == []


def test_no_sentence_about_a_medicine_says_to_end_it(guide: Guide) -> None:
    about = [text for text in guide.texts if ABOUT_MEDICINES.search(text)]

    assert [text for text in about if ENDING_A_MEDICINE.search(text)] == []


def test_every_part_and_call_rests_on_a_source(guide: Guide) -> None:
    assert [part.heading for part in guide.parts if not part.sources] == []
    assert guide.call is None or guide.call.sources


def test_every_procedure_has_its_guide() -> None:
    about = [guide for guide in CATALOGUE.guides().values() if guide.group is GuideGroup.PROCEDURES]
    told = {protocol for guide in about for protocol in guide.protocols}

    assert told == set(CATALOGUE.protocol_ids())


def test_every_group_has_guides_and_there_are_at_least_24() -> None:
    assert {guide.group for guide in CATALOGUE.guides().values()} == set(GuideGroup)
    assert len(IDS) >= 24


def test_every_day_of_the_first_three_months_has_a_guide() -> None:
    guides = CATALOGUE.guides().values()

    assert [day for day in range(-7, 91) if not any(guide.falls_on(day) for guide in guides)] == []
