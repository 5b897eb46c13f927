"""The benchmark harness: what it measures, and when it fails."""
from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.child import ChildError, measure
from bench.result import Result, table

HERE = Path(__file__).parents[2]
HELD = """
import sys
from bench.child import measure
print(measure([sys.executable, "-c", "block = bytearray(300 << 20); del block"]).peak_mib)
"""
READY = "import time; print('READY', flush=True); time.sleep(0.5)"


def test_time_counts_up_to_the_marker_only() -> None:
    began = time.perf_counter()
    to_marker = measure([sys.executable, "-c", READY], "READY").seconds
    whole = time.perf_counter() - began

    # Both times are of one run, so no busy machine comes between them.
    assert to_marker < whole - 0.4


def test_peak_memory_is_that_of_the_child() -> None:
    # Measured from a small process, as the benches do: the run of all tests is larger than what is measured here.
    held = subprocess.run([sys.executable, "-c", HELD], cwd=HERE, capture_output=True, text=True, check=True)

    assert 300 < float(held.stdout) < 330


@pytest.mark.parametrize("script", ["raise SystemExit('broken')", "print('almost READY')"])
def test_a_program_that_never_gets_ready_is_an_error(script: str) -> None:
    with pytest.raises(ChildError, match=r"broken|almost"):
        measure([sys.executable, "-c", script], "READY")


@pytest.mark.parametrize(
    ("value", "limit", "passed"), [(1.35, 1.35, True), (1.36, 1.35, False), (99.0, None, True)]
)
def test_a_limit_is_the_largest_value_that_passes(value: float, limit: float | None, passed: bool) -> None:
    assert Result("start", value, limit, "x").passed is passed


def test_the_table_shouts_about_a_passed_limit() -> None:
    text = table([Result("start", 1.2, 1.35, "x"), Result("memory", 2.0, 1.35, "x")])

    assert [line.count("TOO MUCH") for line in text.splitlines()[2:]] == [0, 1]
