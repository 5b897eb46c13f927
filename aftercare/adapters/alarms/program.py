"""How this very app is started again by the system, and under which name the system knows that."""
from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

PART = "aftercare-alerts"
DELIVER = ("alerts", "deliver")
AGENT = ("alerts", "agent")
_MAIN = Path(__file__).resolve().parents[3] / "main.py"


def command(
    home: Path,
    words: tuple[str, ...] = DELIVER,
    *,
    executable: str = sys.executable,
    frozen: bool = bool(getattr(sys, "frozen", False)),
    main: Path = _MAIN,
    environ: Mapping[str, str] = os.environ,
) -> tuple[str, ...]:
    """The arguments that carry out `words` on the data folder, all paths absolute.

    A bundled app is its own program; an AppImage runs from a mount that is gone tomorrow, so its file is named.
    From source it is this Python, as it was called: a virtual environment is found by that name, and on Windows
    the sibling that opens no console.
    """
    program = [environ.get("APPIMAGE") or executable] if frozen else [_quiet(executable), str(main)]
    return (*program, "--home", str(home.absolute()), *words)


def part_name(home: Path, usual: Path) -> str:
    """The name of our part in the system; another data folder than the usual one has a part of its own."""
    if home.absolute() == usual.absolute():
        return PART
    return f"{PART}-{hashlib.sha256(os.fsencode(home.absolute())).hexdigest()[:8]}"


def _quiet(executable: str) -> str:
    path = Path(executable)
    if path.name.lower() != "python.exe":
        return executable
    windowless = path.with_name("pythonw.exe")
    return str(windowless) if windowless.exists() else executable
