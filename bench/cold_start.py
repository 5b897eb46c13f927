"""From starting the process to the first meaningful frame of Today, against a bare Kivy label."""
from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.child import measure
from bench.pairs import by_turns
from bench.result import Result

ROOT = Path(__file__).resolve().parent.parent
MARKER = "FIRST_FRAME"
TIME_LIMIT = 1.35
MEMORY_LIMIT = 1.35


def run() -> list[Result]:
    """Time and peak memory of a start with one session of yesterday, as ratios to the bare label."""
    with tempfile.TemporaryDirectory() as home:
        main = [sys.executable, str(ROOT / "main.py"), "--home", home]
        yesterday = datetime.now(UTC) - timedelta(days=1)
        measure([*main, "session", "add", "body-injection", "--start", f"{yesterday:%Y-%m-%dT%H:%M}",
                 "--zone", "UTC", "--status", "done"])
        label = [sys.executable, str(ROOT / "bench/bare_label.py")]
        pair = by_turns([*main, "--bench-first-frame"], label, MARKER)
    (ours, plain), (ours_mib, plain_mib) = pair.seconds, pair.peak_mib
    return [
        Result("cold start to Today / bare label", ours / plain, TIME_LIMIT, "x",
               f"{ours * 1000:.0f} ms / {plain * 1000:.0f} ms"),
        Result("peak memory of that / bare label", ours_mib / plain_mib, MEMORY_LIMIT, "x",
               f"{ours_mib:.0f} MiB / {plain_mib:.0f} MiB"),
    ]
