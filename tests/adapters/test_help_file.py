"""help.toml: whole as shipped, and each fault named with its file, key and line."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue
from aftercare.core.errors import ContentFault


def faults_after(tmp_path: Path, old: str, new: str) -> list[ContentFault]:
    """The faults of a copy of the content in which one text of help.toml is replaced."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    text = (folder / "help.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "help.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return FileCatalogue(folder).faults()


def test_the_shipped_file_is_whole_and_every_sign_names_its_evidence() -> None:
    catalogue = FileCatalogue()
    signs = [sign for tier in catalogue.help().tiers for sign in tier.signs]
    assert catalogue.faults() == []
    assert all(sign.evidence for sign in signs)


def test_each_procedure_has_words_for_the_phone() -> None:
    catalogue = FileCatalogue()
    assert set(catalogue.help().said) == set(catalogue.protocol_ids())


@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        ('tier = "same_hour"', 'tier = "soon"', "tier", "must be one of emergency"),
        ('id = "same_day"', 'id = "same_hour"', "tier", "once each and in this order"),
        ('line = "evidence.md:66"', 'line = "evidence.md"', "sources", "file:line"),
        ('line = "evidence.md:66"', 'line = "hearsay.md:66"', "sources", "file:line"),
        ('{ id = "C7", line', '{ row = "C7", line', "sources", "each is"),
        ('text = "Hard to breathe or swallow"', 'text = ""', "text", "not empty"),
        ('note = "Near', 'remark = "Near', "remark", "is not known here"),
        ("face {when}", "face", "text", "must hold {when} once"),
        ("face {when}", "face {when} {who}", "text", "no other braces"),
        ('protocol = "oxygen"', 'protocol = "ozone"', "protocol", "must be one of"),
    ],
)
def test_a_fault_names_file_key_and_line(tmp_path: Path, old: str, new: str, key: str, says: str) -> None:
    # given one wrong value
    line = (CONTENT_DIR / "help.toml").read_text(encoding="utf-8").split(old)[0].count("\n") + 1
    # when
    found = faults_after(tmp_path, old, new)
    # then
    assert [(fault.file, fault.key) for fault in found][:1] == [("help.toml", key)]
    assert says in found[0].message
    if key != "tier":
        assert found[0].line == line


def test_a_missing_file_is_one_fault_and_the_rest_still_loads(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    (folder / "help.toml").unlink()
    catalogue = FileCatalogue(folder)
    assert [(fault.file, fault.key) for fault in catalogue.faults()] == [("help.toml", "file")]
    assert catalogue.activities()


def test_a_tier_without_a_sign_is_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    file = folder / "help.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('tier = "clinic"', 'tier = "same_day"'), encoding="utf-8")
    assert '"clinic" has no sign' in FileCatalogue(folder).faults()[0].message
