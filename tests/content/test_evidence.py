"""What stands outside the articles: every cited line leads to a source, and every guide is found under other words."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.core.evidence import Authority, row_at
from aftercare.presenters.guide_sources import OWN_TITLES
from aftercare.presenters.learn_pick import START

FILES = sorted(path for path in CONTENT_DIR.rglob("*.toml") if path.name != "evidence.toml")
CATALOGUE = FileCatalogue()
CITED = re.compile(r"evidence\.md:(\d+)")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_cited_line_of_the_evidence_is_a_source(file: Path) -> None:
    cited = {int(line) for line in CITED.findall(file.read_text(encoding="utf-8"))}
    assert [line for line in sorted(cited) if row_at(CATALOGUE.evidence(), line) is None] == []


def test_every_summary_of_our_own_can_be_translated() -> None:
    own = {row.id: row.title for row in CATALOGUE.evidence() if row.authority is Authority.OWN}
    assert own == OWN_TITLES


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_guide_has_other_words_to_be_found_under(language: str) -> None:
    assert set(CATALOGUE.search_words(language).guide) == set(CATALOGUE.guides())


def test_the_guide_to_begin_with_is_there() -> None:
    assert START in CATALOGUE.guides()
