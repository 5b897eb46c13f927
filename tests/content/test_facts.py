"""Links of statements to content in a small folder: what is whole, what is missing, and each fault with its line."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.adapters.facts_file import check_facts, check_links
from aftercare.adapters.toml_reader import ContentFaults
from aftercare.core.errors import ContentFault, InvalidInput
from aftercare.core.facts import FactReport
from tests.content import mini

LINKS = """\
article = "000_article.txt"

[s0-l7-post-restriction-sauna]
used = ["rule:demo.sauna.after"]

[s0-l9-cost-session]
withheld = "The price is undated and names no country."
"""
RECORDS = [("s0-l7-post-restriction-sauna", 7), ("s0-l9-cost-session", 9)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small content with an article that has a number, and one statement used, one withheld."""
    made = mini.write(tmp_path / "content")
    for name in ("sources.toml", mini.DEMO):
        file = made / name
        file.write_text(file.read_text(encoding="utf-8").replace("article.txt", "000_article.txt"), encoding="utf-8")
    (made / "facts").mkdir()
    (made / "facts" / "000.toml").write_text(LINKS, encoding="utf-8")
    return made


def records(tmp_path: Path, facts: list[tuple[str, int]]) -> Path:
    file = tmp_path / "facts.jsonl"
    lines = [json.dumps({"id": fact, "seed": "000_article.txt", "line": line}) for fact, line in facts]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def report_of(folder: Path, tmp_path: Path, facts: list[tuple[str, int]]) -> FactReport:
    return check_facts(folder, records(tmp_path, facts))


def faults(folder: Path) -> list[ContentFault]:
    try:
        check_links(folder)
    except ContentFaults as many:
        return many.faults
    return []


def test_whole_links_are_without_fault_and_counted(folder: Path, tmp_path: Path) -> None:
    assert faults(folder) == []
    assert [link.fact for link in check_links(folder)] == [fact for fact, _line in RECORDS]
    assert report_of(folder, tmp_path, RECORDS) == FactReport(used=1, withheld=1, missing=(), faults=())


def test_a_statement_without_a_link_is_missing(folder: Path, tmp_path: Path) -> None:
    report = report_of(folder, tmp_path, [*RECORDS, ("s0-l11-myth-magic", 11)])

    assert report.missing == ("s0-l11-myth-magic",)
    assert [str(fault) for fault in report.faults] == [
        "000_article.txt:11: s0-l11-myth-magic: is missing in content/facts; link an item that says it with used, "
        "or give the reason with withheld"
    ]


def test_a_link_without_a_statement_is_reported_and_not_counted(folder: Path, tmp_path: Path) -> None:
    report = report_of(folder, tmp_path, RECORDS[:1])

    assert (report.used, report.withheld) == (1, 0)
    assert [(fault.file, fault.line, fault.key) for fault in report.faults] == [("000.toml", 6, "s0-l9-cost-session")]


def test_a_link_whose_line_is_not_that_of_the_statement_is_reported(folder: Path, tmp_path: Path) -> None:
    moved = [(RECORDS[0][0], 8), RECORDS[1]]

    assert [(fault.line, fault.key) for fault in report_of(folder, tmp_path, moved).faults] == [(3, moved[0][0])]


# The line to change, what to write there (None: nothing), the line and key of the report, and a part of its message.
FAULTS = {
    "unknown item": (4, 'used = ["rule:demo.sauna.aftr"]', 4, "used", 'did you mean "rule:demo.sauna.after"'),
    "unknown kind": (4, 'used = ["poem:7"]', 4, "used", '"poem:7" is no item'),
    "item that cites another line": (4, 'used = ["rule:demo.sun.after"]', 4, "used", "does not cite 000_article.txt:7"),
    "item given twice": (4, 'used = ["reason:heat", "reason:heat"]', 4, "used", "names an item twice"),
    "used and withheld": (4, 'used = ["reason:heat"]\nwithheld = "It is not of use to anybody."', 4, "used", "either"),
    "neither used nor withheld": (4, None, 3, "used", "either"),
    "nothing in used": (4, "used = []", 4, "used", "either"),
    "used that is a text": (4, 'used = "reason:heat"', 4, "used", "must be a list"),
    "no reason in withheld": (7, 'withheld = ""', 6, "used", "either"),
    "category in the place of a reason": (7, 'withheld = "Price."', 7, "withheld", "must be a sentence"),
    "reason without a full stop": (7, 'withheld = "It is dear and out of date"', 7, "withheld", "must be a sentence"),
    "unknown key": (4, 'used = ["reason:heat"]\nwhy = "x"', 5, "why", "is not known here"),
    "name that is no statement": (3, "[sauna]", 3, "sauna", "must be a table named after a statement"),
    "statement of another article": (3, "[s1-l7-myth-magic]", 3, "s1-l7-myth-magic", "is not of 000_article.txt"),
    "unknown article": (1, 'article = "000_blog.txt"', 1, "article", "must be one of 000_article.txt"),
    "missing article": (1, None, 1, "article", "must be one of"),
    "key at the top": (1, 'article = "000_article.txt"\nsize = 3', 2, "size", "must be a table"),
    "statement given twice": (6, "[s0-l7-post-restriction-sauna]", 6, "syntax", "is not TOML"),
}  # fmt: skip


@pytest.mark.parametrize("kind", FAULTS)
def test_a_wrong_link_is_reported_with_file_line_key_and_what_to_write(kind: str, folder: Path) -> None:
    line, text, fault_line, key, says = FAULTS[kind]
    mini.change(folder, "facts/000.toml", line, text)

    found = faults(folder)

    assert (found[0].file, found[0].line, found[0].key) == ("000.toml", fault_line, key)
    assert says in found[0].message


def test_a_statement_linked_in_two_files_is_reported_in_the_second(folder: Path) -> None:
    (folder / "facts" / "001.toml").write_text(LINKS, encoding="utf-8")

    assert [(fault.file, fault.line, fault.key) for fault in faults(folder)] == [
        ("001.toml", 3, "s0-l7-post-restriction-sauna"), ("001.toml", 6, "s0-l9-cost-session"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["no json", "[]", '{"id": "a"}', '{"id": "a", "seed": "b", "line": "c"}'])
def test_a_file_of_other_things_is_refused_with_its_line(text: str, folder: Path, tmp_path: Path) -> None:
    file = records(tmp_path, RECORDS)
    file.write_text(file.read_text(encoding="utf-8") + text + "\n", encoding="utf-8")

    with pytest.raises(InvalidInput) as refused:
        check_facts(folder, file)

    assert refused.value.message == f'facts: line 3 of "{file}" has no id, seed and line.'


def test_a_missing_file_of_statements_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_facts(folder, tmp_path / "none.jsonl")

    assert refused.value.field == "facts"


def test_the_check_of_all_content_reports_a_wrong_link(tmp_path: Path) -> None:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, copy)
    file = copy / "facts" / "004.toml"
    file.write_text(file.read_text(encoding="utf-8") + '\n[s4-l999-myth-new]\nused = []\n', encoding="utf-8")

    assert [(fault.file, fault.key) for fault in FileCatalogue(copy).faults()] == [("004.toml", "used")]
