"""A late watch with one thing wrong: the report names file, line and key."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.late_watch_file import read_late_watch
from aftercare.adapters.toml_reader import ContentFaults

WHOLE = """\
version = 1
date = 2026-11-22
reviewed_by = "none yet"
[[day]]
after = 7
sources = ["a.txt:1"]
[[day]]
after = 14
sources = ["a.txt:1"]
[[watch]]
id = "lump"
code = "new-lump"
name = "New lump"
areas = ["scalp"]
sources = ["a.txt:1"]
"""
FAULTS = {
    "days out of order": (8, "after = 7", 8, "after"),
    "a day after the alerts end": (8, "after = 93", 8, "after"),
    "a day that is no number": (5, 'after = "week"', 5, "after"),
    "a day without a source": (6, "sources = []", 6, "sources"),
    "an unknown sign": (12, 'code = "sneeze"', 12, "code"),
    "an unknown area": (14, 'areas = ["knee"]', 14, "areas"),
    "a line that the article does not have": (15, 'sources = ["a.txt:9"]', 15, "sources"),
    "no reviewer": (3, "", 1, "reviewed_by"),
}


def read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "late_watch.toml"
    file.write_text(text, encoding="utf-8")
    read_late_watch(file, {"a.txt": 3})


def test_a_whole_file_has_no_fault(tmp_path: Path) -> None:
    read(tmp_path, WHOLE)


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_is_named(kind: str, tmp_path: Path) -> None:
    line, text, fault_line, key = FAULTS[kind]
    lines = WHOLE.splitlines()
    lines[line - 1] = text
    with pytest.raises(ContentFaults) as caught:
        read(tmp_path, "\n".join(lines) + "\n")
    assert [(fault.line, fault.key) for fault in caught.value.faults] == [(fault_line, key)]
