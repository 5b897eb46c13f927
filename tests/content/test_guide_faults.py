"""What is wrong in a guide is named by file, key and line, with what is accepted there."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.toml_reader import ContentFaults
from aftercare.core.errors import ContentFault
from aftercare.core.protocol import Source
from tests.content import mini, mini_guides

WORDS = " ".join(["word"] * 460)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return mini_guides.write(tmp_path / "content")


def told(folder: Path) -> list[ContentFault]:
    """The faults of guides and evidence."""
    try:
        FileCatalogue(folder).guides()
    except ContentFaults as many:
        return many.faults
    except ContentFault as one:
        return [one]
    return []


def faults(folder: Path) -> list[tuple[str, int, str]]:
    return [(fault.file, fault.line, fault.key) for fault in told(folder)]


def test_whole_guides_have_no_fault(content: Path) -> None:
    assert faults(content) == []


def test_a_guide_says_what_its_file_says(content: Path) -> None:
    guide = FileCatalogue(content).guides()["first-days"]
    assert guide.title == "What is normal in the first days?"
    assert [part.points for part in guide.parts] == [(), ("Keep it clean.", "Leave it alone.")]
    assert guide.call is not None
    assert guide.call.emergency
    # then a line that two parts name is one source
    assert guide.sources == (
        Source("article.txt", 7), Source("evidence.md", 66), Source("article.txt", 9), Source("evidence.md", 72)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "text", "key"),
    [
        (1, 'id = "other"', "id"),
        (2, "version = 0", "version"),
        (3, 'date = "2026-11-22"', "date"),
        (4, 'reviewed_by = ""', "reviewed_by"),
        (5, 'group = "later"', "group"),
        (7, 'title = ""', "title"),
        (8, "short = []", "short"),
        (9, 'protocols = ["nobody"]', "protocols"),
        (10, "days = [3, 0]", "days"),
        (10, "days = [0.5, 3]", "days"),
        (11, 'activities = ["flying"]', "activities"),
        (12, 'related = ["nothing"]', "related"),
        (12, 'related = ["first-days"]', "related"),
        (13, 'usual = ["luck"]', "usual"),
        (13, 'usual = ["redness", "redness"]', "usual"),
        (13, 'colour = "red"', "colour"),
        (16, 'heading = ""', "heading"),
        (18, "sources = []", "sources"),
        (18, 'sources = ["nowhere.txt:3"]', "sources"),
        (18, 'sources = ["article.txt"]', "sources"),
        (18, 'sources = ["article.txt:41"]', "sources"),
        (18, 'sources = ["evidence.md:67"]', "sources"),
        (22, "points = []", "text"),
        (26, "when = []", "when"),
        (27, 'emergency = "yes"', "emergency"),
    ],
)
def test_a_fault_is_found_at_its_line(content: Path, line: int, text: str, key: str) -> None:
    # given a guide with one wrong line
    mini.change(content, mini_guides.GUIDE, line, text)
    found = faults(content)
    # then that one is told, at that line; a key that is missing at all, at the line of its table
    assert [(file, at, name) for file, at, name in found] == [
        ("first-days.toml", 20 if key == "text" else line, key)
    ]


def test_a_guide_that_is_too_long_is_refused_with_its_words(content: Path) -> None:
    mini.change(content, mini_guides.GUIDE, 17, f'text = ["{WORDS}"]')
    [fault] = told(content)
    assert "shorten it to 450" in fault.message


def test_every_wrong_guide_is_told(content: Path) -> None:
    mini.change(content, mini_guides.GUIDE, 2, "version = 0")
    mini.change(content, "guides/heat.toml", 2, "version = 0")
    assert [file for file, _line, _key in faults(content)] == ["first-days.toml", "heat.toml"]


@pytest.mark.parametrize(
    ("line", "text", "key"),
    [
        (3, "line = 0", "line"),
        (6, 'authority = "friend"', "authority"),
        (7, 'address = "www.nhs.uk"', "address"),
        (7, 'address = ""', "address"),
        (10, 'id = "C7"', "id"),
        (11, "lines = [60, 70]", "lines"),
    ],
)
def test_a_fault_of_the_evidence_is_found_at_its_line(content: Path, line: int, text: str, key: str) -> None:
    mini.change(content, "evidence.toml", line, text)
    assert ("evidence.toml", line, key) in faults(content)
    assert {file for file, _line, _key in faults(content)} == {"evidence.toml"}


def test_the_check_of_all_content_reads_the_guides(content: Path) -> None:
    mini.change(content, mini_guides.GUIDE, 2, "version = 0")
    assert "first-days.toml" in {fault.file for fault in FileCatalogue(content).faults()}
