"""The content that is shipped: whole, sourced, and in words that a tired person reads once."""
from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.core.protocol import ElapsedHours
from tests.core.agreed_table import ACTIVITIES, RULES

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(CONTENT_DIR.rglob("*.toml"))
PROTOCOL_FILES = [file for file in FILES if file.parent.name == "protocols"]
MOST_WORDS = 15
# A key whose text the patient reads; ids, icons and article lines are for machines.
SPOKEN = {"name", "treatment", "hint", "usual", "fading", "over", "while_limited", "fine", "not_fine", "restart",
          "question", "extended_from", "about", "text", "means", "now", "changes", "skin", "note"}  # fmt: skip


def raw(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def values(data: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a file that is not itself a table or a list, with its key."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from values(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, key)
    else:
        yield key, data


def icon_names() -> set[str]:
    """The names in screens/widgets/icons.py, read as text: importing it would need Kivy."""
    tree = ast.parse((ROOT / "screens/widgets/icons.py").read_text(encoding="utf-8"))
    table = next(node for node in ast.walk(tree) if isinstance(node, ast.Dict))
    return {key.value for key in table.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def test_the_shipped_content_is_whole() -> None:
    assert [str(fault) for fault in FileCatalogue().faults()] == []


def test_there_is_a_file_for_each_protocol_and_no_other() -> None:
    assert [file.stem for file in PROTOCOL_FILES] == sorted(RULES)


def test_the_activities_are_the_agreed_ones_and_each_is_ruled_somewhere() -> None:
    named = [activity["id"] for activity in raw(CONTENT_DIR / "activities.toml")["activity"]]
    ruled = {rule["activity"] for file in PROTOCOL_FILES for rule in raw(file)["rule"]}

    assert named == ACTIVITIES
    assert ruled == set(ACTIVITIES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_icon_is_in_the_icon_font(file: Path) -> None:
    used = {value for key, value in values(raw(file)) if key == "icon"}

    assert used <= icon_names()


def test_every_protocol_activity_and_symptom_has_an_icon() -> None:
    catalogue = FileCatalogue()
    protocols = map(catalogue.protocol, catalogue.protocol_ids())
    named = (*catalogue.activities(), *catalogue.symptoms().values(), *protocols)

    assert {each.icon for each in named} <= icon_names()


@pytest.mark.parametrize("file", PROTOCOL_FILES, ids=lambda file: file.stem)
def test_every_rule_and_effect_names_lines_of_listed_articles(file: Path) -> None:
    listed = {source["file"] for source in raw(CONTENT_DIR / "sources.toml")["source"]}
    content = raw(file)

    lines = [[claim["line"] for claim in rule["sources"]] for rule in content["rule"]]
    lines += [effect["sources"] for effect in content["effect"]]

    assert all(lines)
    assert {line.rsplit(":", 1)[0] for of_one in lines for line in of_one} <= listed
    assert all(line.rsplit(":", 1)[1].isdigit() for of_one in lines for line in of_one)


@pytest.mark.parametrize("file", PROTOCOL_FILES, ids=lambda file: file.stem)
def test_the_longest_hours_of_the_articles_decide(file: Path) -> None:
    for rule in FileCatalogue().protocol(file.stem).rules:
        if isinstance(rule.end, ElapsedHours):
            longest = max(claim.hours[1] for claim in rule.claims if claim.hours)
            # An extended value may be longer than what an article says of another procedure, never shorter.
            assert rule.end.max == longest or (rule.extended and rule.end.max > longest), rule.id


@pytest.mark.parametrize("file", PROTOCOL_FILES, ids=lambda file: file.stem)
def test_hours_longer_than_those_an_article_states_are_marked_as_extended(file: Path) -> None:
    for rule in FileCatalogue().protocol(file.stem).rules:
        if rule.stated_hours is not None:
            assert isinstance(rule.end, ElapsedHours)
            assert rule.extended, rule.id
            assert not rule.undated, rule.id
            assert rule.end.max > rule.stated_hours[1], rule.id
            assert rule.stated_hours in [claim.hours for claim in rule.claims], rule.id


def test_every_reason_is_used() -> None:
    used = {rule["why"] for file in PROTOCOL_FILES for rule in raw(file)["rule"]}

    assert used == set(raw(CONTENT_DIR / "reasons.toml")["reason"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_texts_are_short_calm_sentences(file: Path) -> None:
    for key, text in values(raw(file)):
        if isinstance(text, str) and (key in SPOKEN or file.name == "reasons.toml"):
            assert "!" not in text
            assert text == text.strip()
            for sentence in re.split(r"(?<=[.?:]) ", text):
                assert len(sentence.split()) <= MOST_WORDS, sentence


def test_no_text_about_a_medicine_says_to_stop_it() -> None:
    activities = raw(CONTENT_DIR / "activities.toml")["activity"]
    texts = [text for each in activities if each.get("medicine") for _key, text in values(each)]
    texts.append(raw(CONTENT_DIR / "reasons.toml")["reason"]["aspirin"])

    told = [text for text in texts if isinstance(text, str)]
    assert told
    assert [text for text in told if re.search(r"\b(stop|avoid|leave|do not|no more)\b", text, re.I)] == []


def test_words_of_a_symptom_fill_in_only_the_day() -> None:
    for _key, text in values(raw(CONTENT_DIR / "symptoms.toml")):
        assert set(re.findall(r"\{.*?\}", text)) <= {"{day}"}
