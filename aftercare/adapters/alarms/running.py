"""Runs the system's own programs, as one function that tests replace."""
from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ANSWER_SECONDS = 20
NOT_FOUND = 127


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended; status 127 also when there is none of that name."""

    status: int
    out: str = ""
    err: str = ""

    @property
    def reason(self) -> str:
        """Why it failed in its own last words; "" when it did not."""
        if not self.status:
            return ""
        lines = (self.err.strip() or self.out.strip()).splitlines()
        return lines[-1].strip() if lines else f"exit status {self.status}"


Runner = Callable[[Sequence[str]], Ran]
Spawner = Callable[[Sequence[str]], str]


def run(command: Sequence[str]) -> Ran:
    """Run a program to its end, at most 20 seconds. Never raises."""
    import subprocess  # a delivery that has nothing to ask is done sooner without it

    try:
        done = subprocess.run(
            list(command), stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace",
            timeout=ANSWER_SECONDS, check=False, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
    except subprocess.TimeoutExpired:
        return Ran(1, err=f"{command[0]} gave no answer within {ANSWER_SECONDS} seconds")
    except OSError as error:
        return Ran(NOT_FOUND, err=f"{command[0]}: {error.strerror or type(error).__name__}")
    return Ran(done.returncode, done.stdout, done.stderr)


def spawn(command: Sequence[str]) -> str:
    """Start a program that outlives this one. Says why not, or ""."""
    import subprocess

    try:
        subprocess.Popen(
            list(command), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=os.path.sep, start_new_session=True, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
    except OSError as error:
        return f"{command[0]}: {error.strerror or type(error).__name__}"
    return ""
