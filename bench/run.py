"""Runs the benchmarks, prints their table and fails when a limit is passed: python -m bench.run [NAME...]"""
from __future__ import annotations

import argparse
import importlib
import platform
import sys
from pathlib import Path

from bench.child import ChildError
from bench.result import Result, table

# Each is a module in bench/ whose run() returns a list of Result.
BENCHES = (
    "cold_start", "command_line", "derive", "pump", "kills", "diary", "search", "content", "lock", "storage", "crashes",
    "fuzz_restore", "fuzz_clinic_plan",
)  # fmt: skip
RESULTS = Path(__file__).with_name("results.md")


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when every limit is kept, 1 when one is passed, 2 when a benchmark could not run."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure Aftercare against plain programs.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these of: {', '.join(BENCHES)}")
    parser.add_argument("--write", action="store_true", help=f"also write {RESULTS.name}")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - set(BENCHES)
    if unknown:
        parser.error(f"NAME takes {', '.join(BENCHES)}, not {', '.join(sorted(unknown))}")

    results: list[Result] = []
    failed = False
    for name in options.names or BENCHES:
        try:
            results += importlib.import_module(f"bench.{name}").run()
        except ChildError as error:
            print(f"{name} could not be measured: {error}", file=sys.stderr)
            failed = True
    print(table(results))
    if options.write:
        RESULTS.write_text(_report(results), encoding="utf-8")
    if failed:
        return 2
    return 0 if all(result.passed for result in results) else 1


def _report(results: list[Result]) -> str:
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return f"# Benchmarks\n\n{machine}; written by `make bench ARGS=--write`.\n\n{table(results)}\n"


if __name__ == "__main__":
    sys.exit(main())
