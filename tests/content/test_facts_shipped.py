"""Every statement of the articles, as shipped: used by an item that cites its line, or withheld for its own reason."""
from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from aftercare.adapters.content import CONTENT_DIR
from aftercare.adapters.content_items import read_items
from aftercare.adapters.facts_file import check_facts, check_links

INDEX = Path(__file__).with_name("facts_index.txt")


def shipped(key: str) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    for file in sorted((CONTENT_DIR / "facts").glob("*.toml")):
        for fact, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if fact != "article" and key in table:
                found[fact] = table[key]
    return found


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All statements as they were collected: id, file and line, without their words."""
    file = tmp_path_factory.mktemp("facts") / "facts.jsonl"
    rows = [line.split() for line in INDEX.read_text(encoding="utf-8").splitlines()]
    made = [json.dumps({"id": fact, "seed": seed, "line": int(line)}) for fact, seed, line in rows]
    file.write_text("\n".join(made), encoding="utf-8")
    return file


def test_every_statement_of_the_articles_is_used_or_withheld(index: Path) -> None:
    report = check_facts(CONTENT_DIR, index)

    assert report.missing == ()
    assert report.faults == ()
    assert report.used + report.withheld == 572


def test_golden_summary_of_each_article(golden: Callable[[str, str], None]) -> None:
    links = check_links(CONTENT_DIR)
    lines = ["article used withheld"]
    for article in sorted({link.file for link in links}):
        own = [link for link in links if link.file == article]
        lines.append(f"{article} {sum(bool(link.used) for link in own)} {sum(bool(link.withheld) for link in own)}")

    golden("facts.txt", "\n".join(lines) + "\n")


def test_a_reason_is_shared_only_by_statements_that_say_the_same() -> None:
    by_reason = defaultdict(set)
    for fact, reason in shipped("withheld").items():
        by_reason[reason].add(fact)

    # The same statement has the same line of the same article, or the same subject.
    for reason, facts in by_reason.items():
        lines = {"-".join(fact.split("-")[:2]) for fact in facts}
        subjects = {"-".join(fact.split("-")[2:]) for fact in facts}
        assert len(lines) == 1 or len(subjects) == 1, reason


def test_every_item_can_be_named_by_one_reference() -> None:
    assert all(reference.partition(":")[2] not in ("", "None") for reference in read_items(CONTENT_DIR))
