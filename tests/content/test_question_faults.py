"""Everyday questions and search words that are wrong."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from tests.content import mini

QUESTIONS = """\
[[question]]
id = "steam"
icon = "sauna"
name = "Use steam"
title = "Can I use steam?"
activity = "sauna"
answer = "Steam is hot."
near = []
sources = ["article.txt:7"]

[[question]]
id = "tan"
icon = "sun"
name = "Use self-tan"
title = "Can I use self-tan?"
ask = true
answer = "No article names it."
sources = ["article.txt:8"]
"""
WORDS = """\
stop = ["can"]
[question]
steam = ["hammam"]
[guide]
"""
FAULTS = {
    "unknown activity": (6, 'activity = "opera"', 6, "activity"),
    "no kind of answer": (6, None, 1, "activity"),
    "an activity and ask": (6, 'activity = "sauna"\nask = true', 7, "ask"),
    "a medicine that leads to help": (16, "medicine = true\nhelp = true", 17, "help"),
    "ask that is false": (16, "ask = false", 16, "ask"),
    "an id twice": (12, 'id = "steam"', 12, "id"),
    "a title twice but for its case": (15, 'title = "can I use STEAM"', 15, "title"),
    "an unknown neighbour": (8, 'near = ["opera"]', 8, "near"),
    "itself as neighbour": (8, 'near = ["steam"]', 8, "near"),
    "no answer": (7, None, 1, "answer"),
    "no source": (9, "sources = []", 9, "sources"),
    "a source that no list holds": (9, 'sources = ["other.txt:1"]', 9, "sources"),
    "a line past the end of its article": (9, 'sources = ["article.txt:13"]', 9, "sources"),
    "an unknown key": (7, 'answer = "Hot."\nhours = 3', 8, "hours"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = mini.write(tmp_path / "content")
    (folder / "questions.toml").write_text(QUESTIONS, encoding="utf-8")
    (tmp_path / "locale" / "en").mkdir(parents=True)
    (tmp_path / "locale" / "en" / "search.toml").write_text(WORDS, encoding="utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, int, str]]:
    faults = FileCatalogue(folder).faults()
    return [(f.file, f.line, f.key) for f in faults if f.file in ("questions.toml", "en/search.toml", "ru/search.toml")]


def words(folder: Path, language: str, text: str) -> None:
    path = folder.parent / "locale" / language / "search.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_whole_questions_have_no_fault(folder: Path) -> None:
    assert found(folder) == []


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_of_a_question_is_reported_alone(kind: str, folder: Path) -> None:
    line, text, fault_line, key = FAULTS[kind]
    mini.change(folder, "questions.toml", line, text)

    assert found(folder) == [("questions.toml", fault_line, key)]


def test_a_file_without_questions_is_reported(folder: Path) -> None:
    (folder / "questions.toml").write_text("# nothing yet\n", encoding="utf-8")

    assert found(folder) == [("questions.toml", 1, "question")]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('[question]\nopera = ["aria"]\n', 2, "opera"),
        ('[guide]\nopera = ["aria"]\n', 2, "opera"),
        ('[question]\nsteam = "hammam"\n', 2, "steam"),
        ('[[question]]\nsteam = ["hammam"]\n', 1, "question"),
        ('stop = "can"\n', 1, "stop"),
        ('[answers]\nsteam = ["hammam"]\n', 1, "answers"),
    ],
)
def test_wrong_search_words_are_reported_with_their_language(text: str, line: int, key: str, folder: Path) -> None:
    words(folder, "ru", text)

    assert found(folder) == [("ru/search.toml", line, key)]


def test_a_language_without_words_of_its_own_uses_the_english_ones(folder: Path) -> None:
    # Given Russian words, and none in French
    words(folder, "ru", '[question]\nsteam = ["хаммам"]\n')
    catalogue = FileCatalogue(folder)

    assert catalogue.search_words("ru").question == {"steam": ("хаммам",)}
    assert catalogue.search_words("fr").question == {"steam": ("hammam",)}
    assert catalogue.search_words("fr").stop == ("can",)
