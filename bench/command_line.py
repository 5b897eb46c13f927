"""`main.py plan` on the command line, against a Python that only imports the same two libraries."""
from __future__ import annotations

import sys
import tempfile

from bench.cold_start import ROOT
from bench.pairs import by_turns
from bench.result import Result

# Measured 3.8 to 3.9; importing what a plan works on is the larger part, its value types above all.
LIMIT = 4.5


def run() -> list[Result]:
    """The time of one plan, printed as JSON, as a ratio."""
    plain = [sys.executable, "-c", "import json, tinydb"]
    with tempfile.TemporaryDirectory() as home:
        ours = [sys.executable, str(ROOT / "main.py"), "--home", home, "plan", "body-injection",
                "--start", "2026-03-28T10:00", "--zone", "Europe/Berlin", "--json"]
        ours_seconds, plain_seconds = by_turns(ours, plain).seconds
    note = f"{ours_seconds * 1000:.0f} ms / {plain_seconds * 1000:.0f} ms"
    return [Result("plan on the command line / bare imports", ours_seconds / plain_seconds, LIMIT, "x", note)]
