"""One guide as the patient meets it: limits, other guides, sources, help."""
from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def article(reader: Any) -> Any:
    """The patient reads what is normal in the first days."""
    reader.app.router.act("guide", id="first-three-days")
    reader.stage.settle(8)
    return reader


def folded(patient: Any) -> Any:
    """The first source that has an address."""
    return next(c for c in patient.stage.find_all("button") if c.name.startswith("Source ") and c.expanded is not None)


def test_a_related_activity_opens_its_limit_over_the_article(article: Any) -> None:
    [makeup] = [c for c in article.stage.find_all("button") if c.name.startswith("Makeup. Not yet.")]
    makeup.press()
    article.stage.wait(0.4)
    article.stage.settle(6)
    assert article.stage.find("dialog", "Makeup")
    assert article.app.router.back()
    article.stage.wait(0.4)
    assert article.place == "article"


def test_a_guide_opened_from_a_guide_leads_back_to_it(article: Any) -> None:
    [row] = [c for c in article.stage.find_all("button") if c.name.startswith("Bruises.")]
    row.press()
    article.stage.settle(8)
    assert article.stage.find("heading", "Bruises")
    assert article.app.router.back()
    article.stage.settle(8)
    assert article.stage.find("heading", "What is normal in the first 3 days?")
    assert article.app.router.back()
    assert article.place == "learn"


def test_another_guide_is_read_from_its_top(article: Any) -> None:
    page = article.app.router.place("article").screen.page
    page.scroll_y = 0.2
    article.app.router.act("guide", id="bruises")
    article.stage.settle(8)
    assert page.scroll_y == 1


def test_an_address_is_shown_before_anything_opens(article: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    source = folded(article)
    source.press()
    article.stage.settle(6)
    # then the address stands there in full, and that it needs internet
    assert article.sees("https://")
    assert article.sees("Needs internet")
    assert opened == []
    article.stage.find("link", "Open in a browser").press()
    assert len(opened) == 1
    assert opened[0].startswith("https://")


def test_where_no_browser_answers_the_address_is_copied(article: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _address: False)
    folded(article).press()
    article.stage.settle(6)
    article.stage.find("link", "Open in a browser").press()
    article.stage.settle(6)
    from kivy.core.clipboard import Clipboard

    assert article.sees("The address is copied")
    assert Clipboard.paste().startswith("https://")


def test_only_web_addresses_are_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    from screens.browser import open_address

    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    assert not open_address("file:///etc/passwd")
    assert opened == []


def test_emergency_help_leads_to_help_and_back(article: Any) -> None:
    article.tap("button", "Feels wrong?")
    assert article.place == "help"
    article.tap("button", "Close")
    assert article.place == "article"


def test_the_end_says_that_nobody_has_reviewed_it(article: Any) -> None:
    assert article.sees("No clinician has reviewed this yet.")
    assert article.sees("General advice, not a diagnosis.")


def test_a_minute_later_nothing_is_built_anew(article: Any) -> None:
    body = article.app.router.place("article").screen.body
    before = [id(child) for child in body.children]
    article.app.router.follow()
    assert [id(child) for child in body.children] == before


def test_a_state_that_changed_is_shown_without_touching_the_rest(article: Any) -> None:
    from datetime import timedelta

    from aftercare.adapters.clock import FixedClock
    from tests.screens.checkin.conftest import NOW, ZONE

    body = article.app.router.place("article").screen.body
    before = [id(child) for child in body.children]
    # given a day later, when makeup is fine again
    article.app.patient.clock = FixedClock(NOW + timedelta(days=3), ZONE)
    article.app.router.follow()
    article.stage.settle(6)
    assert [c for c in article.stage.find_all("button") if c.name.startswith("Makeup. OK now.")]
    assert [id(child) for child in body.children] == before


def test_the_numbers_of_sources_are_spoken_with_their_text(article: Any) -> None:
    assert any("Sources 1, " in line for line in article.stage.spoken())


def test_signs_that_cannot_wait_have_the_way_to_help_on_the_first_screen(reader: Any) -> None:
    reader.app.router.act("guide", id="warning-signs")
    reader.stage.settle(8)
    # then it needs no scrolling
    assert reader.stage.middle(reader.stage.find("button", "Feels wrong?"))[1] > 0
