"""The Objective-C shim: its grammar and types, since nothing here can build or run it."""
from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIM = ROOT / "packaging/ios"
CLANG = next((name for name in ("clang", "clang-14", "clang-16", "clang-19") if shutil.which(name)), None)


@pytest.mark.skipif(CLANG is None, reason="needs clang")
def test_the_shim_is_sound_against_declarations_of_what_it_uses() -> None:
    done = subprocess.run(
        [str(CLANG), "-target", "arm64-apple-ios13.0", "-fsyntax-only", "-x", "objective-c", "-fobjc-arc", "-fblocks",
         "-Wall", "-Wextra", "-Wno-unused-parameter", "-Werror", "-I", str(Path(__file__).parent / "objc"),
         str(SHIM / "AftercareAlarms.m")],
        capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_every_call_from_python_is_a_method_of_the_shim() -> None:
    declared = re.findall(r"^\+ \([^)]*\)(\w+:?)", (SHIM / "AftercareAlarms.h").read_text(), re.MULTILINE)
    bridge = (ROOT / "aftercare/adapters/alarms/ios_objc.py").read_text()
    called = re.findall(r"self\._alarms\.(\w+)\(", bridge)
    assert sorted(called) == sorted(name.replace(":", "_") for name in declared)
