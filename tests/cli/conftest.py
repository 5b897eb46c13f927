"""The command line as a script sees it: exit status, stdout, stderr."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import main as program


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def aftercare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Run main.py with a data folder of its own, in this process."""
    monkeypatch.setenv("TZ", "Europe/Berlin")

    def run(*arguments: str) -> Ran:
        try:
            status = program.main(["--home", str(tmp_path / "home"), *arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run
