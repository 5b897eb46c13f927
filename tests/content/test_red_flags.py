"""red_flags.toml: whole as shipped, sourced, at one with help.toml, and each fault named."""
from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.core.advice import Call, Tier
from aftercare.core.advice_conditions import Condition
from aftercare.core.errors import ContentFault
from aftercare.core.observation import SYMPTOMS, SignCode
from tests.content.reading import grade

CONTENT = FileCatalogue().advice()
RULES = [*CONTENT.signs.values(), *CONTENT.conditions.values()]


def faults_after(tmp_path: Path, old: str, new: str) -> list[ContentFault]:
    """The faults of a copy of the content in which one text of red_flags.toml is replaced."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    file = folder / "red_flags.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return FileCatalogue(folder).faults()


def test_every_sign_condition_and_symptom_has_its_rule() -> None:
    assert set(CONTENT.signs) == set(SignCode)
    assert set(CONTENT.conditions) == set(Condition)
    assert set(CONTENT.symptoms) == set(SYMPTOMS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_names_its_sources_and_a_call(rule) -> None:
    assert rule.sources
    assert rule.tier is not Tier.EXPECTED
    assert rule.call is not Call.NONE


def test_signs_take_the_wording_for_brown_or_black_skin_from_the_help() -> None:
    for code in (SignCode.PALE_OR_MOTTLED, SignCode.BLUE_GREY_BLOTCHY, SignCode.SPREADING_REDNESS):
        assert "brown or black skin" in CONTENT.signs[code].skin
    assert "brown or black skin" in CONTENT.symptoms["redness"].skin


def test_no_sentence_is_a_diagnosis_or_stops_a_medicine() -> None:
    texts = [text for rule in RULES for text in (rule.means, rule.text)]
    texts += [text for said in CONTENT.said.values() for text in (*said.now, *said.changes)]

    wrong = re.compile(r"\byou have (?!one)|\bstop\b|medicine|\byou are ill\b", re.I)
    assert [text for text in texts if wrong.search(text)] == []
    assert all("can mean" in sign.means for sign in CONTENT.signs.values())


def test_every_tier_reads_at_grade_six_or_below() -> None:
    for (tier, _call), said in CONTENT.said.items():
        assert grade(" ".join((*said.now, *said.changes))) <= 6, tier
    reasons = " ".join(text for rule in RULES for text in (f"{rule.name}." if rule.name else "", rule.means, rule.text))
    assert grade(re.sub(r"\{.*?\}", "swelling", reasons)) <= 6


@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        ('id = "pus"', 'id = "puss"', "id", "must be one of"),
        ('id = "pus"', 'id = "heat"', "id", "there twice"),
        ('tier = "emergency"', 'tier = "now"', "tier", "must be one of emergency"),
        ('tier = "emergency"\ncall = "emergency"', 'tier = "clinic"\ncall = "clinic"', "tier", "does not fit"),
        ('call = "emergency"', 'call = "none"', "call", "does not go with emergency"),
        ('help = "Pus"', 'help = "Puss"', "help", "a sign in help.toml"),
        ('help = "Pus"', 'sources = []', "sources", "at least one"),
        ('help = "Pus"', 'help = "Pus"\nsources = ["evidence.md:1"]', "help", "either help"),
        ('means = "This can mean a stroke."', 'means = ""', "means", "not empty"),
        ('name = "Pus"', 'name = "Pus"\nnotes = "x"', "notes", "is not known here"),
        ('sources = ["evidence.md:22"', 'sources = ["evidence.md"', "sources", "file:line"),
        ('sources = ["evidence.md:22"', 'sources = ["hearsay.md:22"', "sources", "file:line"),
        ('id = "worse"', 'id = "worst"', "id", "must be one of"),
        ("{symptom}: worse", "{sympton}: worse", "text", "in braces"),
        ("{symptom}: worse", "{symptom: worse", "text", "in braces"),
        ('needle_free = ["needle-free", "oxygen"]', 'needle_free = ["ozone"]', "needle_free", "is not a protocol"),
        ('name = "Itching"\n', "", "name", "only then"),
        ('id = "bruise"\n', 'id = "bruise"\nname = "Bruise"\n', "name", "only then"),
        ('like = "redness"', 'like = "rednes"', "like", "must be one of"),
        ("fades = true", 'fades = "yes"', "fades", "true or false"),
        ('changes = ["Feeling better?', 'change = ["Feeling better?', "change", "is not known here"),
        ('tier = "watch"\ncall = "clinic"\nnow', 'tier = "clinic"\ncall = "clinic"\nnow', "say", "missing for watch"),
        ("[[say]]\n", "[[says]]\n", "says", "is not known here"),
    ],
)
def test_a_fault_names_file_key_and_line(tmp_path: Path, old: str, new: str, key: str, says: str) -> None:
    found = [fault for fault in faults_after(tmp_path, old, new) if fault.key == key and says in fault.message]

    assert found, (key, says)
    assert all(fault.file == "red_flags.toml" and fault.line > 0 for fault in found)


def test_a_sign_that_the_help_renames_is_a_fault_here(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    file = folder / "help.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('text = "Pus"', 'text = "Pus or fluid"'), encoding="utf-8")

    assert [(fault.file, fault.key) for fault in FileCatalogue(folder).faults()] == [("red_flags.toml", "help")]


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    (folder / "red_flags.toml").unlink()

    assert [(fault.file, fault.key) for fault in FileCatalogue(folder).faults()] == [("red_flags.toml", "file")]
