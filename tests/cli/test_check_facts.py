"""check-content --facts: the counts, each missing statement with its line, and the exit status."""
from __future__ import annotations

import json
from pathlib import Path

INDEX = Path(__file__).resolve().parents[1] / "content" / "facts_index.txt"


def collection(tmp_path: Path, *more: tuple[str, str, int]) -> str:
    """A file of all statements, without their words, and of some more."""
    rows = [line.split() for line in INDEX.read_text(encoding="utf-8").splitlines()]
    file = tmp_path / "facts.jsonl"
    lines = (json.dumps({"id": fact, "seed": seed, "line": int(line)}) for fact, seed, line in (*rows, *more))
    file.write_text("\n".join(lines), encoding="utf-8")
    return str(file)


def test_the_shipped_content_leaves_no_statement_out(aftercare, tmp_path: Path) -> None:
    ran = aftercare("check-content", "--facts", collection(tmp_path))

    assert ran.status == 0
    assert ran.out.splitlines()[0].endswith(" withheld, 0 missing.")
    assert ran.out.splitlines()[-1] == "The content is whole."


def test_each_missing_statement_is_a_fault_with_its_line(aftercare, tmp_path: Path) -> None:
    article = "004_c03713773c64c6fd.txt"
    two_more = [("s4-l200-myth-new", article, 200), ("s4-l201-cost-new", article, 201)]

    ran = aftercare("check-content", "--facts", collection(tmp_path, *two_more))

    lines = ran.out.splitlines()
    assert ran.status == 1
    assert lines[0].startswith(f"{article}:200: s4-l200-myth-new: is missing")
    assert lines[1].startswith(f"{article}:201: s4-l201-cost-new: is missing")
    assert lines[2].endswith(" withheld, 2 missing.")
    assert len(lines) == 3


def test_a_file_that_is_not_there_is_refused_in_one_line(aftercare, tmp_path: Path) -> None:
    ran = aftercare("check-content", "--facts", str(tmp_path / "none.jsonl"))

    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "facts" in ran.err
