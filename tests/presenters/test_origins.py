"""Where an advice or a chart comes from."""
from __future__ import annotations

import pytest

from aftercare.core.observation import SYMPTOMS, SignCode
from aftercare.core.protocol import Source
from aftercare.presenters import origins
from aftercare.services import checkins
from tests.presenters.check_in_cases import day_two, logged
from tests.presenters.today_cases import CATALOGUE, session

EVIDENCE = CATALOGUE.evidence()
ADVICE = CATALOGUE.advice()


def behind(**told: object) -> origins.OriginPaper:
    observation = logged(**told)  # type: ignore[arg-type]
    advice = checkins.advice_for(observation, [], [session(technique="papule")], CATALOGUE)
    return origins.of_result(observation, advice, ADVICE, day_two(), EVIDENCE)


@pytest.mark.parametrize("sign", SignCode)
def test_every_sign_names_the_texts_it_rests_on(sign: SignCode) -> None:
    paper = behind(signs=(sign.value,))
    assert paper.origins
    assert not paper.empty


def test_what_is_usual_names_its_articles_once_each() -> None:
    paper = behind(redness="mild", bruise="medium")
    titles = [origin.title for origin in paper.origins]
    assert titles
    assert len(set(titles)) == len(titles)
    assert all(title and not title.endswith(".txt") for title in titles)


def test_a_text_of_an_authority_has_its_address() -> None:
    paper = behind(temperature_c=38.2)
    assert any(origin.address.startswith("http") and "Health service" in origin.detail for origin in paper.origins)


@pytest.mark.parametrize("symptom", SYMPTOMS)
def test_a_chart_names_texts_or_says_that_there_are_none(symptom: str) -> None:
    paper = origins.of_chart(symptom, ADVICE, day_two(), EVIDENCE)
    assert bool(paper.origins) is not bool(paper.empty)


def test_lines_of_one_article_stand_together() -> None:
    paper = origins.paper([Source("a.txt", 9), Source("a.txt", 3), Source("a.txt", 9)], {"a.txt": "An article"}, ())
    [origin] = paper.origins
    assert (origin.title, origin.detail) == ("An article", "Article, lines 3, 9")


def test_without_any_text_it_says_so() -> None:
    paper = origins.paper([], {}, ())
    assert paper.empty == "No text gives a time here. Your clinic decides."
